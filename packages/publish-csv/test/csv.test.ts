import type { Curriculum } from "@high-recall/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createCsvPublisher } from "../src/index.ts";
import { curriculum, hostile, phrase, text } from "./curriculum.ts";
import { withItem } from "./releases/edit.ts";

const publisher = createCsvPublisher();

async function tableOf(product: object, given: Curriculum = curriculum): Promise<string> {
  const { artifacts } = await publisher.publish(given, [publisher.product.parse(product)]);
  return new TextDecoder().decode(artifacts[0]?.bytes);
}

/** Cells of a CSV, by RFC 4180. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? "");
    if (end === "\r\n") rows.push([]);
    if (end === "") break;
  }
  return rows.slice(0, -1);
}

test("a table of commas has a header, and a row for each card of the deck, in study order", async () => {
  const rows = cellsOf(await tableOf({ path: "csv/all.csv" }));
  expect(rows[0]).toEqual(["front", "back", "tags", "id"]);
  expect(rows.slice(1).map((row) => row[3])).toEqual([
    "hostile",
    "first",
    "formula",
    "formula",
    "code",
    "term",
    "term",
    "pitfall",
  ]);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([4]));
});

test("a table of tabs has a card a line, of two cells, and no header", async () => {
  const lines = (await tableOf({ path: "csv/all.tsv" })).split("\n");
  expect(lines.pop()).toBe("");
  expect(lines).toHaveLength(8);
  for (const line of lines) expect(line.split("\t")).toHaveLength(2);
});

test("as Markdown, formulas stand between two dollars, and what the app would obey does not", async () => {
  const rows = cellsOf(await tableOf({ path: "csv/mochi.csv", text: "markdown" }));
  const by = (id: string) => rows.filter((row) => row[3] === id);
  expect(by("formula")[1]?.[0]).toMatch(/^\$\$\n[^$]+\n\$\$$/);
  expect(by("first")[0]?.[1]).toContain("$$\\frac{a_i}{b_i} < 1$$");
  expect(by("first")[0]?.[1]).not.toMatch(/^(---|\*\*\*)$/m);
  expect(by("first")[0]?.[1]).not.toContain("figures/");
  expect(by("hostile")[0]?.[0]).not.toContain("{{");
});

test("as plain text, the words are there as they were written", async () => {
  const [, first] = cellsOf(await tableOf({ path: "csv/all.csv" }));
  for (const value of hostile) expect(first?.[0]).toContain(value);
});

test("whatever a title holds, a card stays one row of two sides", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.constantFrom("plain", "markdown"), async (words, kind) => {
      const given = withItem(curriculum, "pitfall", () => ({ title: phrase(text(`T ${words}`)) }));
      const csv = cellsOf(await tableOf({ path: "a.csv", text: kind, kinds: ["pitfall"] }, given));
      expect(csv.map((row) => row.length)).toEqual([4, 4]);
      const tsv = await tableOf({ path: "a.tsv", text: kind, kinds: ["pitfall"] }, given);
      expect(
        tsv
          .slice(0, -1)
          .split(/[\n]/)
          .map((line) => line.split("\t").length),
      ).toEqual([2]);
    }),
  );
});

test.each([
  [{ path: "csv/a.csv" }, true],
  [{ path: "a.tsv", text: "markdown", kinds: ["term"] }, true],
  [{ path: "../a.csv" }, false],
  [{ path: "a.txt" }, false],
  [{ path: "a.csv", text: "html" }, false],
])("the product %j is accepted: %s", (product, isGood) => {
  expect(publisher.product.safeParse(product).success).toBe(isGood);
});
