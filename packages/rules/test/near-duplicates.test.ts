import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Edition, type Item } from "@high-recall/core";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { link, type ObjectFile } from "../src/index.ts";
import { type Comparable, nearDuplicates } from "../src/near-duplicates.ts";
import { wordsOf } from "../src/terms.ts";

const text = (value: string) => ({ type: "text" as const, value });

function term(id: string, title: string, lead: string): Item {
  return {
    kind: "term",
    id,
    topic: "t",
    path: `t/${id}.md`,
    title: { text: title, children: [text(title)] },
    tags: [],
    after: [],
    related: [],
    sources: [],
    formerly: [],
    lead: [{ type: "paragraph", children: [text(lead)] }],
    sections: [],
    aliases: [],
    category: "concept",
    api: [],
  };
}

const comparable = (item: Item): Comparable => ({ id: item.id, words: wordsOf(item) });

/** Thirty items that share neither words nor many letter triples. */
const others = Array.from({ length: 30 }, (_, index) => {
  const word = (at: number) => ((index * 97 + at * 31 + 11) * 2_654_435_761).toString(36);
  const words = Array.from({ length: 12 }, (_, at) => word(at));
  return term(`other-${index}`, words.slice(0, 3).join(" "), words.slice(3).join(" "));
});

const gqa = term(
  "gqa",
  "Why share key and value heads?",
  "Sharing key and value heads makes the cache smaller and decoding faster.",
);
const mqa = term(
  "mqa",
  "Why would you share key and value heads?",
  "A shared key and value head keeps the cache small, decoding is faster.",
);

test("finds an item that says the same in other words", () => {
  const [first] = nearDuplicates([...others, gqa, mqa].map(comparable));
  expect([first?.one.id, first?.other.id]).toEqual(["gqa", "mqa"]);
});

test("compares the title twice, other wordings and the lead: lower case, no punctuation, no code", () => {
  const { aliases: _aliases, category: _category, api: _api, ...shared } = gqa as Extract<Item, { kind: "term" }>;
  const lead: Item["lead"] = [
    { type: "paragraph", children: [text("One, "), { type: "strong", children: [text("TWO")] }, text(".")] },
    { type: "code", lang: "python", value: "print(1)", data: { tokens: [] } },
  ];
  const asked = [{ text: "Why GQA?", children: [text("Why GQA?")] }];
  const question: Item = { ...shared, kind: "question", difficulty: "easy", style: "theory", asked, lead };
  const title = "why share key and value heads";
  expect(wordsOf(question)).toBe(`${title} ${title} why gqa one two`);
});

/** The likeness of every pair, from the definition. */
function naiveNearDuplicates(items: readonly Comparable[]): [one: string, other: string, likeness: number][] {
  const vectors = items.map(({ words }) => {
    const counts = new Map<string, number>();
    for (const each of termsOf(words)) counts.set(each, (counts.get(each) ?? 0) + 1);
    return counts;
  });
  const holders = (each: string) => vectors.filter((counts) => counts.has(each)).length;
  const all = new Map([...new Set(vectors.flatMap((counts) => [...counts.keys()]))].map((one) => [one, holders(one)]));
  const weight = (each: string, count: number) => {
    const held = all.get(each) ?? 0;
    return held > Math.min(items.length / 10, 100) ? 0 : (1 + Math.log(count)) * Math.log(items.length / held);
  };
  const weighted = vectors.map((counts) => {
    const weights = [...counts].map(([each, count]): [string, number] => [each, weight(each, count)]);
    return new Map(weights.filter(([, value]) => value > 0));
  });
  const product = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) =>
    [...a].reduce((sum, [each, value]) => sum + value * (b.get(each) ?? 0), 0);
  const lengths = weighted.map((vector) => Math.sqrt(product(vector, vector)));
  const pairs = weighted.flatMap((other, later) =>
    weighted
      .slice(0, later)
      .map((one, earlier): [string, string, number] => [
        items[earlier]?.id ?? "",
        items[later]?.id ?? "",
        product(one, other) / ((lengths[earlier] ?? 0) * (lengths[later] ?? 0)),
      ]),
  );
  return pairs.filter(([, , likeness]) => likeness >= 0.37);
}

function termsOf(text: string): string[] {
  const words = text === "" ? [] : text.split(" ").map((word) => `word ${word}`);
  const triples = Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3));
  return [...words, ...triples];
}

function expectSamePairs(items: readonly Comparable[]): void {
  const rounded = (pairs: [string, string, number][]) =>
    pairs.map(([one, other, likeness]) => `${one} ${other} ${likeness.toFixed(9)}`).sort();
  const found = nearDuplicates(items).map(({ one, other, likeness }): [string, string, number] => [
    one.id,
    other.id,
    likeness,
  ]);
  expect(rounded(found)).toEqual(rounded(naiveNearDuplicates(items)));
}

test("gives the pairs of a naive comparison of all with all", () => {
  // Few words, so that there are near duplicates; some beyond ASCII and beyond 16 bits.
  const word = fc.oneof(fc.stringMatching(/^[a-h]{1,5}$/), fc.constantFrom("é", "größe", "注意力", "𝒙𝒚", "a𝒙"));
  const words = fc.array(word, { maxLength: 12 }).map((drawn) => drawn.join(" "));
  const drawn = fc.array(words, { minLength: 20, maxLength: 45 });
  fc.assert(fc.property(drawn, (all) => expectSamePairs(all.map((words, index) => ({ id: `${index}`, words })))));
});

test("gives the pairs of a naive comparison for the items of this repository", () => {
  const content = join(import.meta.dirname, "../../../content");
  const items = globSync("*/*.md", { cwd: content }).map((path): Comparable => {
    const [, front = "", body = ""] = readFileSync(join(content, path), "utf8").split(/^---$/m);
    const title = /^title: (.*)$/m.exec(front)?.[1] ?? "";
    const lead = body.split(/^## /m)[0] ?? "";
    const words = `${title} ${title} ${lead}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return { id: path, words: words.join(" ") };
  });
  expect(nearDuplicates(items).length).toBeGreaterThan(0);
  expectSamePairs(items);
});

test("gives only pairs with one of the ids in `among`, and all of those", () => {
  const items = [...others, gqa, mqa, term("again", "Sava", "Sava flows far"), term("anew", "Sava", "Sava flows far")];
  const all = nearDuplicates(items.map(comparable));
  const among = nearDuplicates(items.map(comparable), { among: new Set(["gqa", "other-3"]) });
  expect(among.map(({ one, other }) => [one.id, other.id])).toEqual([["gqa", "mqa"]]);
  expect(all).toEqual(expect.arrayContaining(among));
  expect(all).toHaveLength(2);
});

test("finds the same pairs in any order of the items", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...others, gqa, mqa], { minLength: others.length + 2 }), (shuffled) => {
      const pairs = (items: readonly Item[]) =>
        nearDuplicates(items.map(comparable))
          .map(({ one, other, likeness }) => `${[one.id, other.id].sort()} ${likeness.toFixed(9)}`)
          .sort();
      expect(pairs(shuffled)).toEqual(pairs([...others, gqa, mqa]));
    }),
  );
});

test("the same text twice has a likeness of 1, and no pair has more", () => {
  const twice = [...others, term("again", "Sava", "Sava flows far"), term("anew", "Sava", "Sava flows far")];
  const pairs = nearDuplicates(twice.map(comparable));
  expect(pairs[0]?.likeness).toBeCloseTo(1, 9);
  for (const { likeness } of pairs) expect(likeness).toBeLessThanOrEqual(1 + 1e-9);
});

test("linking warns of a pair until one of the two refers to the other", () => {
  const twin = {
    ...gqa,
    id: "mqa",
    path: "t/mqa.md",
    title: { text: "Why share heads?", children: [text("Why share heads?")] },
  };
  const position = { start: { line: 4, column: 8, offset: 30 }, end: { line: 4, column: 20, offset: 42 } };
  const messages = (references: ObjectFile["references"]) => {
    const items = [...others, gqa, twin];
    const declarations = items.map((item) => ({
      role: "title" as const,
      item: item.id,
      name: item.title.text,
      position,
    }));
    const topic = { id: "t", title: gqa.title, summary: gqa.title, introduction: [], items, figures: [] };
    const edition = Edition.parse({
      id: "t",
      title: "T",
      language: "en",
      version: "1.0.0",
      date: "2026-01-01",
      topics: ["t"],
    });
    return link([{ format: 1, topic, declarations, references }], edition).messages.filter(
      ({ rule }) => rule === "near-duplicate",
    );
  };
  expect(messages([])).toMatchObject([{ file: "t/mqa.md", position, severity: "warning" }]);
  expect(messages([{ role: "related", item: "gqa", to: "mqa", position }])).toEqual([]);
  expect(messages([{ role: "link", item: "mqa", to: "gqa", position }])).toEqual([]);
});

test("compares nothing below 20 items, where everything looks alike", () => {
  const same = Array.from({ length: 19 }, (_, index) => term(`i-${index}`, "Same", "Same"));
  expect(nearDuplicates(same.map(comparable))).toEqual([]);
});
