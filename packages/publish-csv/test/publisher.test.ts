import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { bulletList, type Curriculum, text } from "@high-recall/core";
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as textOf } from "mdast-util-to-string";
import { describe, expect, test } from "vitest";
import { CsvProduct, createCsvPublisher } from "../src/index.ts";
import { markdownOf } from "../src/markdown.ts";
import { curriculum, hostile, phrase, withTitle } from "./curriculum.ts";

async function tableOf(product: object, given: Curriculum = curriculum): Promise<string> {
  const { artifacts } = await createCsvPublisher().publish(given, [CsvProduct.parse(product)]);
  const tables: string[] = [];
  for await (const { bytes } of artifacts) tables.push(new TextDecoder().decode(bytes));
  return tables.join("");
}

/** Cells of a CSV, read by RFC 4180. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? "");
    if (end === "\r\n") rows.push([]);
    if (end === "") break;
  }
  return rows.slice(0, -1);
}

test("a CSV has a header, then a row for each card in study order", async () => {
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

test("a TSV has a card on each line, in two cells, without a header", async () => {
  const lines = (await tableOf({ path: "csv/all.tsv" })).split("\n");
  expect(lines.pop()).toBe("");
  expect(lines).toHaveLength(8);
  for (const line of lines) expect(line.split("\t")).toHaveLength(2);
});

test("Markdown puts formulas between two dollars, and leaves out figures, rules and cloze braces", async () => {
  const rows = cellsOf(await tableOf({ path: "csv/mochi.csv", text: "markdown" }));
  const by = (id: string) => rows.filter((row) => row[3] === id);
  expect(by("formula")[1]?.[0]).toMatch(/^\$\$\n[^$]+\n\$\$$/);
  expect(by("code")[0]?.[0]).toContain("$$\\frac{a_i}{b_i} < 1$$");
  expect(by("code")[0]?.[0]).not.toMatch(/^(---|\*\*\*)$/m);
  expect(by("code")[0]?.[0]).not.toContain("figures/");
  expect(by("hostile")[0]?.[0]).not.toContain("{{");
});

test("plain text keeps the words as they were written", async () => {
  const [, first] = cellsOf(await tableOf({ path: "csv/all.csv" }));
  for (const value of hostile) expect(first?.[0]).toContain(value);
});

test("any title gives one row with two sides", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.constantFrom("plain", "markdown"), async (words, kind) => {
      const given = withTitle("pitfall", phrase(text(`T ${words}`)));
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

describe("no cell runs in a spreadsheet", () => {
  const signs = ["=", "+", "-", "@", "＝", "＋", "－", "＠"];
  const runs = /^[=+\-@\t\r＝＋－＠]/u;

  test.each(signs)("not one that begins with %s; a reader of the format sees the same text", async (sign) => {
    const words = `${sign}cmd|' /C calc'!A0`;
    const given = withTitle("first", phrase(text(words)));
    for (const path of ["a.csv", "a.tsv"]) {
      for (const kind of ["plain", "markdown"]) {
        const table = await tableOf({ path, text: kind, kinds: ["question"] }, given);
        const cells = path === "a.csv" ? cellsOf(table).flat() : table.split(/[\t\n]/);
        expect(cells.filter((cell) => runs.test(cell))).toEqual([]);
        const front = cells.find((cell) => cell.includes("calc")) ?? "";
        const shown = kind === "markdown" ? textOf(fromMarkdown(front)) : front;
        expect(shown.replace("\u2060", "").startsWith(words)).toBe(true);
      }
    }
  });

  test("not one that begins with a list, which remains a list", () => {
    const markdown = markdownOf([bulletList([[text("one")], [text("two")]])]);
    expect(markdown).toBe("* one\n* two");
  });

  test("any title", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...signs, "\t=", " =", "\r+", "\n-"), fc.string(), async (sign, words) => {
        const given = withTitle("first", phrase(text(sign + words)));
        for (const kind of ["plain", "markdown"]) {
          const cells = cellsOf(await tableOf({ path: "a.csv", text: kind, kinds: ["question"] }, given)).flat();
          expect(cells.filter((cell) => runs.test(cell))).toEqual([]);
        }
      }),
    );
  });
});

test.each([
  [{ path: "csv/a.csv" }, true],
  [{ path: "a.tsv", text: "markdown", kinds: ["term"] }, true],
  [{ path: "../a.csv" }, false],
  [{ path: "a.txt" }, false],
  [{ path: "a.csv", text: "html" }, false],
])("accepts the product %j: %s", (product, isGood) => {
  expect(CsvProduct.safeParse(product).success).toBe(isGood);
});

test("the bytes depend on no time zone and no locale", () => {
  const tables = (env: Record<string, string>) =>
    execFileSync(process.execPath, [join(import.meta.dirname, "print-tables.ts")], { env: { ...process.env, ...env } });
  const here = tables({ TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" });
  const there = tables({ TZ: "America/Anchorage", LC_ALL: "C" });
  expect(here.length).toBeGreaterThan(1000);
  expect(here.equals(there)).toBe(true);
});

test("a selection leaves out the other items", async () => {
  const rows = cellsOf(await tableOf({ path: "a.csv", kinds: ["term", "code"], difficulty: ["hard"] }));
  expect(rows.slice(1).map((row) => row[3])).toEqual(["code", "term", "term"]);
});
