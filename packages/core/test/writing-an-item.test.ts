import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { definitionOf, kinds } from "../src/index.ts";

/** The table of kinds in docs/writing-an-item.md: the cells of each row by its kind. */
const rows = new Map(
  [
    ...readFileSync(new URL("../../../docs/writing-an-item.md", import.meta.url), "utf8").matchAll(
      /^\| (\w+) \|[^|]*\|([^|]*)\|([^|]*)\|$/gm,
    ),
  ].map(([, kind = "", lead = "", sections = ""]) => [kind, { lead: lead.trim(), sections: sections.trim() }]),
);

test.each(kinds)("docs/writing-an-item.md shows the sections of a %s, the required ones bold", (kind) => {
  const { sections } = definitionOf(kind);
  const expected = sections?.map(({ heading, isRequired }) => (isRequired ? `**${heading}**` : heading)).join(", ");
  expect(rows.get(kind)?.sections.replaceAll(/ \(.*?\)/g, "")).toBe(expected ?? "free");
});

test.each(kinds)("docs/writing-an-item.md says how long the lead of a %s may be", (kind) => {
  const words = /at most (\d+) words/.exec(rows.get(kind)?.lead ?? "")?.[1];
  expect(words && Number(words)).toBe(definitionOf(kind).lead.words);
});
