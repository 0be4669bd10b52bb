import { Code, fenceLanguages } from "@high-recall/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadHighlight } from "../src/lower/highlight.ts";

const highlight = await loadHighlight(fenceLanguages);

const pieces = fc.constantFrom(
  ...'def |f|(|)|:|\n|    |return |\'|"|"""|#|//|/*|*/|{|}|[|]|1.5e3|True|SELECT |FROM |`|${|<|>|=|+|\\|--|$|é|𝑥| |\t|\r'.split(
    "|",
  ),
);
const code = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary" }),
);

test.each(fenceLanguages)("no character of %s is lost", (lang) => {
  fc.assert(
    fc.property(code, (value) => {
      const tokens = highlight(value, lang);
      expect(tokens.map((line) => line.map(({ text }) => text).join("")).join("\n")).toBe(value);
      expect(Code.safeParse({ type: "code", lang, value, data: { tokens } }).error).toBeUndefined();
    }),
    { numRuns: 30 },
  );
});

/** Each word of a line with its scope. */
const scopes = (value: string, lang: string) =>
  highlight(value, lang)
    .flat()
    .filter(({ scope }) => scope !== undefined)
    .map(({ text, scope }) => `${text.trim()} ${scope}`);

test("tokens say what they are", () => {
  expect(scopes("x = np.zeros(3)  # zeros", "python")).toEqual([
    "= operator",
    ". punctuation",
    "zeros function",
    "( punctuation",
    "3 number",
    ") punctuation",
    "# zeros comment",
  ]);
  expect(scopes("if not True:", "python")).toEqual(["if keyword", "not keyword", "True constant", ": punctuation"]);
  expect(scopes("SELECT city FROM users -- all", "sql")).toEqual(["SELECT keyword", "FROM keyword", "-- all comment"]);
  expect(scopes('{"key": "value"}', "json")).toContain('"value" string');
  expect(scopes("import x from 'y'", "typescript")).toContain("'y' string");
});

test("a column's name is no keyword where keywords are in capitals", () => {
  const keywords = (value: string) => scopes(value, "sql").filter((each) => each.endsWith("keyword"));
  expect(keywords("SELECT day, size FROM t WHERE a.week = 1")).toEqual([
    "SELECT keyword",
    "FROM keyword",
    "WHERE keyword",
  ]);
  expect(keywords("select size from t")).toEqual(["select keyword", "size keyword", "from keyword"]);
  expect(scopes("SELECT a.id, b.id", "sql")).not.toContain("a constant");
});

test("plain text and output have no scopes", () => {
  expect(highlight("def f():\n\n1", "text")).toEqual([[{ text: "def f():" }], [], [{ text: "1" }]]);
  expect(highlight("True", "output")).toEqual([[{ text: "True" }]]);
});
