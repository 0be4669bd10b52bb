import { plainText, text } from "@high-recall/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sentencesOf, wordCount, wordsOfInlines } from "../src/index.ts";

test.each([
  ["One. Two? Three!", ["One.", "Two?", "Three!"]],
  ["It is 0.5 of e.g. Paris. Next.", ["It is 0.5 of e.g. Paris.", "Next."]],
  ["It is done (or not). 4 of 5 are.", ["It is done (or not).", "4 of 5 are."]],
  ["a. b. c.", ["a. b. c."]],
  ['He said "No." Then he left.', ['He said "No."', "Then he left."]],
])("the sentences of %s", (value, expected) => {
  expect(sentencesOf([text(value)]).map(plainText)).toEqual(expected);
});

test("a formula or code may begin a sentence, and stays within one", () => {
  const sentences = sentencesOf([
    text("It is "),
    { type: "inlineMath", value: "x. Y" },
    text(". "),
    { type: "inlineCode", value: "f" },
    text(" runs."),
  ]);
  expect(sentences.map(plainText)).toEqual(["It is x. Y.", "f runs."]);
});

test("sentences lose nothing but the spaces between them", () => {
  const bare = (value: string) => value.replaceAll(/\s/g, "");
  fc.assert(
    fc.property(fc.array(fc.string().map(text)), (inlines) => {
      expect(bare(sentencesOf(inlines).map(plainText).join(" "))).toBe(bare(plainText(inlines)));
    }),
  );
});

test("a formula or inline code is one word, a block of code and a table none", () => {
  const line = [
    text("Take "),
    { type: "inlineMath" as const, value: "a + b" },
    text(", or "),
    { type: "inlineCode" as const, value: "a b c" },
    text(" – twice."),
  ];
  expect(wordsOfInlines(line)).toBe(5);
  expect(
    wordCount([
      { type: "math", value: "a = b" },
      { type: "code", lang: "text", value: "a b", data: { tokens: [] } },
    ]),
  ).toBe(1);
});
