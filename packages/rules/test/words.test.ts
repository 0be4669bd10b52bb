import fc from "fast-check";
import type { Nodes, PhrasingContent } from "mdast";
import { expect, test } from "vitest";
import { countWords } from "../src/words.ts";

const text = (value: string): PhrasingContent => ({ type: "text", value });
const paragraph = (...children: PhrasingContent[]): Nodes => ({ type: "paragraph", children });

const word = fc.constantFrom<PhrasingContent>(
  text("adam"),
  text("it's"),
  text("state-of-the-art"),
  text("0.5"),
  text("é"),
  { type: "inlineMath", value: "x + y" },
  { type: "inlineCode", value: "a b c" },
  { type: "strong", children: [text("bold")] },
  { type: "link", url: "./b.md", children: [{ type: "emphasis", children: [text("there")] }] },
);
const space = fc.constantFrom<PhrasingContent>(text(" "), text("\n"), text(" — "), text("—"), { type: "break" });

test("words are counted as written; a formula or a piece of code is one", () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), space, (words, between) => {
      const children = words.flatMap((one, index) => (index === 0 ? [one] : [between, one]));
      expect(countWords([paragraph(...children)])).toBe(words.length);
    }),
  );
});

test("a formula or code is part of the word that it touches", () => {
  expect(countWords([paragraph({ type: "inlineMath", value: "d" }, text("-wide ("), text("0.5)."))])).toBe(2);
});

test("the last word of a block and the first of the next are two", () => {
  const item = { type: "listItem", children: [paragraph(text("one"))] } as Nodes;
  const list = { type: "list", children: [item, item] } as Nodes;
  expect(countWords([paragraph(text("one")), paragraph(text("two")), list])).toBe(4);
});

test("signs are not words", () => {
  expect(countWords([paragraph(text("one — two – & three …"))])).toBe(3);
});

test("tables, display formulas, code and images count as no words", () => {
  const cell = { type: "tableCell", children: [text("a")] } as Nodes;
  const row = { type: "tableRow", children: [cell] } as Nodes;
  expect(
    countWords([
      { type: "table", children: [row] } as Nodes,
      { type: "math", value: "b" } as Nodes,
      { type: "code", lang: "text", value: "c" },
      paragraph({ type: "image", url: "figures/d.svg", alt: "d" }),
    ]),
  ).toBe(0);
});
