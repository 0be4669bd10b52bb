import { Edition, type Item } from "@high-recall/core";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { link, type ObjectFile } from "../src/index.ts";
import { nearDuplicates } from "../src/near-duplicates.ts";

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

/** Thirty items that share neither words nor many letter triples. */
const others = Array.from({ length: 30 }, (_, index) => {
  const word = (at: number) => ((index * 97 + at * 31 + 11) * 2_654_435_761).toString(36);
  const words = Array.from({ length: 12 }, (_, at) => word(at));
  return term(`other-${index}`, words.slice(0, 3).join(" "), words.slice(3).join(" "));
});

test("an item that says the same in a slightly other way is found, most alike first", () => {
  const one = term(
    "gqa",
    "Why share key and value heads?",
    "Sharing key and value heads makes the cache smaller and decoding faster.",
  );
  const other = term(
    "mqa",
    "Why would you share key and value heads?",
    "A shared key and value head keeps the cache small, decoding is faster.",
  );
  const [first] = nearDuplicates([...others, one, other]);
  expect([first?.one.id, first?.other.id]).toEqual(["gqa", "mqa"]);
});

test("an item is as like another as the other is like it, whatever the order", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(others, { minLength: others.length }), (shuffled) => {
      const pairs = (items: readonly Item[]) =>
        nearDuplicates(items)
          .map(({ one, other, likeness }) => `${[one.id, other.id].sort()} ${likeness.toFixed(9)}`)
          .sort();
      expect(pairs(shuffled)).toEqual(pairs(others));
    }),
  );
});

test("likeness is from 0 to 1, and the same text twice is 1", () => {
  const twice = [...others, term("again", "Sava", "Sava flows far"), term("anew", "Sava", "Sava flows far")];
  const pairs = nearDuplicates(twice);
  expect(pairs[0]?.likeness).toBeCloseTo(1, 9);
  for (const { likeness } of pairs) expect(likeness).toBeLessThanOrEqual(1 + 1e-9);
});

test("linking warns of a pair until one of the two refers to the other", () => {
  const one = term(
    "gqa",
    "Why share key and value heads?",
    "Sharing key and value heads makes the cache smaller and decoding faster.",
  );
  const twin = {
    ...one,
    id: "mqa",
    path: "t/mqa.md",
    title: { text: "Why share heads?", children: [text("Why share heads?")] },
  };
  const position = { start: { line: 4, column: 8, offset: 30 }, end: { line: 4, column: 20, offset: 42 } };
  const messages = (references: ObjectFile["references"]) => {
    const items = [...others, one, twin];
    const declarations = items.map((item) => ({
      role: "title" as const,
      item: item.id,
      name: item.title.text,
      position,
    }));
    const topic = { id: "t", title: one.title, summary: one.title, introduction: [], items, figures: [] };
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

test("few items are not compared: everything would look alike", () => {
  const same = Array.from({ length: 19 }, (_, index) => term(`i-${index}`, "Same", "Same"));
  expect(nearDuplicates(same)).toEqual([]);
});
