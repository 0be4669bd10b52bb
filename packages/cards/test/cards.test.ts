import { type Block, type Item, kinds, kindTable, plainText } from "@high-recall/core";
import { expect, test } from "vitest";
import { cardsOf, tagsOf } from "../src/index.ts";
import { items } from "./items.ts";

/** Blocks as short text: prose as plain text, code and formulas between backticks. */
function shown(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === "paragraph") return [plainText(block.children)];
    if (block.type === "list")
      return block.children.flatMap((entry) => shown(entry.children).map((line) => `- ${line}`));
    return "value" in block ? [`\`${block.value}\``] : [block.type];
  });
}

const sides = (item: Item) => cardsOf(item).map(({ front, back }) => [shown(front), shown(back)]);

test("a question asks for its short answer", () => {
  expect(sides(items.question)).toEqual([[["Title of question"], ["Lead of question."]]]);
});

test("a formula is asked by its name, and for its meaning", () => {
  expect(sides(items.formula)).toEqual([
    [["Title of formula"], ["`h = w / f`", "Use it for dough."]],
    [["`h = w / f`"], ["Title of formula", "- w: water"]],
  ]);
});

test("a formula without symbols is still asked for its name", () => {
  expect(sides({ ...items.formula, symbols: [] })[1]).toEqual([["`h = w / f`"], ["Title of formula"]]);
});

test("a code item shows its task, then the solution and its output", () => {
  expect(sides(items.code)).toEqual([
    [
      ["Title of code", "Print it."],
      ["`print(1)`", "`1`"],
    ],
  ]);
});

test("a term is asked both ways, the second time without its name", () => {
  expect(sides(items.term)).toEqual([
    [["Title of term"], ["Lead of term."]],
    [["Lead of term."], ["Title of term"]],
  ]);
});

test("a pitfall shows the mistake, then why and what to do instead", () => {
  expect(sides(items.pitfall)).toEqual([
    [
      ["Title of pitfall", "Lead of pitfall."],
      ["Section why-it-is-wrong.", "Section instead."],
    ],
  ]);
});

test("a guide and a path have no cards", () => {
  expect([sides(items.guide), sides(items.path)]).toEqual([[], []]);
});

test.each(kinds)("a %s has the cards that its kind says", (kind) => {
  expect(cardsOf(items[kind])).toHaveLength(kindTable[kind].cards.length);
});

test.each([
  [items.question, ["topic::bread", "kind::question", "difficulty::easy", "style::theory", "tag::dough"]],
  [items.term, ["topic::bread", "kind::term", "difficulty::easy", "category::concept", "tag::dough"]],
  [items.code, ["topic::bread", "kind::code", "difficulty::easy", "language::python", "tag::dough"]],
  [{ ...items.pitfall, difficulty: undefined } as Item, ["topic::bread", "kind::pitfall", "tag::dough"]],
])("tags start with the edition and name the facets of the item: $kind", (item, expected) => {
  expect(tagsOf(item, { id: "bakery" })).toEqual(expected.map((tag) => `bakery::${tag}`));
});
