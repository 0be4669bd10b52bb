import fc from "fast-check";
import { toString as textOf } from "mdast-util-to-string";
import { expect, test } from "vitest";
import { parsePhrase } from "../src/front-matter/phrase.ts";
import { parseMarkdown } from "../src/index.ts";
import { compileItem } from "./fixture.ts";

const parts = fc.constantFrom(
  "word",
  "Word",
  "é",
  "2",
  "1.",
  "-",
  "+",
  "#",
  " ",
  "  ",
  ".",
  ":",
  "'",
  '"',
  "www.a.b",
  "a@b.c",
  "http://a.b",
  "*",
  "_",
  "`",
  "$",
  "\\",
  "[a](b)",
  "&amp;",
  "|",
  "~~",
  "<b>",
);

test("a phrase has the same tree with and without the parser", () => {
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 8 }), (words) => {
      const text = words.join("").trim();
      fc.pre(text !== "");
      const { root } = parsePhrase(text, ["title"], "satteri");
      const [heading] = parseMarkdown(`# ${text} #`).children;
      if (heading?.type !== "heading" || root.type !== "heading") throw new Error("No heading");
      expect(textOf(root)).toBe(textOf(heading));
      expect(root.children.map(({ type }) => type)).toEqual(heading.children.map(({ type }) => type));
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  "# not a heading",
  "- not a list",
  "1. not a list",
  "> not a quote",
  "| not | a table |",
  "ends in C #",
  "```",
  "---",
  "    not code",
  "[ref]: not-a-definition",
])("a phrase is one line of inlines: %s", async (text) => {
  const quoted = `'${text}'`;
  const { item, messages } = await compileItem(`---\nid: input\nkind: guide\ntitle: ${quoted}\n---\n\nA lead.\n`);
  expect(messages).toEqual([]);
  expect(item?.title).toEqual({ text: text.trim(), children: [{ type: "text", value: text.trim() }] });
});

test("offsets of a phrase are those of its value", () => {
  const { at } = parsePhrase("See $x$", ["title"], "satteri");
  expect(at("# See ".length, "# See $x$".length)).toEqual({ path: ["title"], part: "value", range: [4, 7] });
  expect(at(0, 100)).toEqual({ path: ["title"], part: "value", range: [0, 7] });
});
