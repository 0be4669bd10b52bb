import {
  type Block,
  bulletList,
  type Inline,
  type Item,
  kinds,
  kindTable,
  paragraph,
  plainText,
  text,
} from "@high-recall/core";
import { describe, expect, test } from "vitest";
import { cardsOf, tagsOf } from "../src/index.ts";
import { items, phrase } from "./items.ts";

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

test("a question asks for what to recall", () => {
  expect(sides(items.question)).toEqual([[["Title of question"], ["The short answer."]]]);
});

describe("follow-ups", () => {
  const asking = (...entries: Inline[][]) => ({
    ...items.question,
    sections: [{ name: "follow-ups", heading: phrase(text("Follow-ups")), blocks: [bulletList(entries)] }],
  });
  const link = (item: string, words: string): Inline => ({
    type: "link",
    url: `./${item}.md`,
    data: { item },
    children: [text(words)],
  });
  const find = (id: string) => Object.values(items).find((item) => item.id === id);
  const cards = (...entries: Inline[][]) =>
    cardsOf(asking(...entries), find)
      .slice(1)
      .map(({ front, back }) => [shown(front), shown(back)]);

  test("are asked below the item's title", () => {
    expect(cards([text("Why rye? It keeps.")])).toEqual([[["Title of question", "Why rye?"], ["It keeps."]]]);
  });

  test("that only link to an item are answered by what to recall of it", () => {
    expect(cards([link("term", "What is dough?")])).toEqual([
      [
        ["Title of question", "What is dough?"],
        ["The short answer.", "See Title of term"],
      ],
    ]);
    expect(cards([link("formula", "How much water?")])[0]?.[1]).toEqual([
      "`h = w / f`",
      "The short answer.",
      "See Title of formula",
    ]);
    expect(cards([link("guide", "How do I begin?")])[0]?.[1]).toEqual(["See Title of guide"]);
  });

  test("without an answer make no card", () => {
    expect(cards([text("Why?")], [link("gone", "What was it?")])).toEqual([]);
  });
});

test("a formula is asked for its relation, and for its name without a left side that tells it", () => {
  expect(sides(items.formula)).toEqual([
    [
      ["Title of formula", "The short answer."],
      ["`h = w / f`", "table"],
    ],
    [["`h = w / f`"], ["Title of formula"]],
  ]);
});

test("each relation of a formula is asked alone", () => {
  const tex = String.raw`\begin{aligned}a&=b\\ c&=d\end{aligned}`;
  expect(sides({ ...items.formula, tex, symbols: [] })).toEqual([
    [["Title of formula", "The short answer.", "`a=\\;?`"], ["`a=b`"]],
    [["`a=b`"], ["Title of formula"]],
    [["Title of formula", "The short answer.", "`c=\\;?`"], ["`c=d`"]],
    [["`c=d`"], ["Title of formula"]],
  ]);
});

test("a code item shows its task and the sample with blanks, then the key lines", () => {
  expect(sides(items.code)).toEqual([[["Title of code", "Print it.", "`_____`"], ["`print(1)`"]]]);
});

test("a term is asked both ways, the second time without its name", () => {
  expect(sides({ ...items.term, short: phrase(text("Title of terms: flour.")) } as Item)).toEqual([
    [["Title of term"], ["Title of terms: flour."]],
    [["_____: flour."], ["Title of term"]],
  ]);
});

test("a pitfall asks what goes wrong in a situation, without its title, which names the mistake", () => {
  const lead = [paragraph(text("Salt comes first. The yeast dies."))];
  expect(sides({ ...items.pitfall, lead })).toEqual([
    [
      ["Salt comes first.", "What goes wrong?"],
      ["The short answer.", "Section why-it-is-wrong."],
    ],
  ]);
});

test("the reason of a pitfall is left out when there would be more than 40 words", () => {
  const section = {
    name: "why-it-is-wrong",
    heading: phrase(text("Why")),
    blocks: [paragraph(text("word ".repeat(37)))],
  };
  expect(sides({ ...items.pitfall, sections: [section] })[0]?.[1]).toEqual(["The short answer."]);
});

test("a guide and a path have no cards", () => {
  expect([sides(items.guide), sides(items.path)]).toEqual([[], []]);
});

test.each(kinds)("a %s has cards if its kind says so", (kind) => {
  expect(cardsOf(items[kind]).length > 0).toBe(kindTable[kind].cards.length > 0);
});

test.each([
  [items.question, ["topic::bread", "kind::question", "difficulty::easy", "style::theory", "tag::dough"]],
  [items.term, ["topic::bread", "kind::term", "difficulty::easy", "category::concept", "tag::dough"]],
  [items.code, ["topic::bread", "kind::code", "difficulty::easy", "language::python", "tag::dough"]],
  [{ ...items.pitfall, difficulty: undefined } as Item, ["topic::bread", "kind::pitfall", "tag::dough"]],
])("tags start with the edition and name the facets of the item: $kind", (item, expected) => {
  expect(tagsOf(item, { id: "bakery" })).toEqual(expected.map((tag) => `bakery::${tag}`));
});
