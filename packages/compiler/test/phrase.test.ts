import fc from "fast-check";
import { toString as textOf } from "mdast-util-to-string";
import { VFile } from "vfile";
import { expect, test } from "vitest";
import { parse } from "../src/index.ts";
import { readPhrase } from "../src/phrase.ts";

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

test("a phrase without markup is what a parser makes of it, without errors", () => {
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 8 }), (words) => {
      const text = words.join("").trim();
      fc.pre(text !== "");
      const file = new VFile("");
      const phrase = readPhrase(file, { text, offsets: undefined, whole: [0, 0] }, "satteri");
      const [heading] = parse(new VFile(`# ${text} #`), "satteri").children;
      if (heading?.type !== "heading") throw new Error("No heading");
      const types = heading.children.map(({ type }) => type);
      const isPlain = types.every((type) => ["text", "emphasis", "inlineCode", "inlineMath"].includes(type));
      if (!isPlain) expect(file.messages).not.toEqual([]);
      if (isPlain && file.messages.length === 0) {
        expect(phrase.text).toBe(textOf(heading));
        expect(phrase.children.map(({ type }) => type)).toEqual(types);
      }
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
])("a phrase is one line of inlines: %s", (text) => {
  const file = new VFile("");
  const { children } = readPhrase(file, { text, offsets: undefined, whole: [0, 0] }, "satteri");
  expect(file.messages).toEqual([]);
  expect(children).toEqual([{ type: "text", value: text.trim() }]);
});
