import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { checkLinks, createRuleSet, linkIndex, type Reference } from "../src/index.ts";
import { type Comparable, nearDuplicates } from "../src/links/near-duplicates.ts";
import { comparableWords } from "../src/links/terms.ts";

interface Named extends Comparable {
  readonly id: string;
}

const term = (id: string, title: string, lead: string): Named => ({
  id,
  words: comparableWords(`${title} ${title} ${lead}`),
});

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
  const [first] = nearDuplicates([...others, gqa, mqa]);
  expect([first?.one.id, first?.other.id]).toEqual(["gqa", "mqa"]);
});

test("compares words in lower case, without punctuation", () => {
  expect(comparableWords("Why GQA? One, **TWO**.")).toBe("why gqa one two");
});

/** The likeness of every pair, from the definition. */
function naiveNearDuplicates(items: readonly Named[]): [one: string, other: string, likeness: number][] {
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

function expectSamePairs(items: readonly Named[]): void {
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
  const items = globSync("*/*.md", { cwd: content }).map((path): Named => {
    const [, front = "", body = ""] = readFileSync(join(content, path), "utf8").split(/^---$/m);
    const title = /^title: (.*)$/m.exec(front)?.[1] ?? "";
    const lead = body.split(/^## /m)[0] ?? "";
    const words = `${title} ${title} ${lead}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return { id: path, words: words.join(" ") };
  });
  expect(nearDuplicates(items).length).toBeGreaterThan(0);
  expectSamePairs(items);
});

test("finds the same pairs in any order of the items", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...others, gqa, mqa], { minLength: others.length + 2 }), (shuffled) => {
      const pairs = (items: readonly Named[]) =>
        nearDuplicates(items)
          .map(({ one, other, likeness }) => `${[one.id, other.id].sort()} ${likeness.toFixed(9)}`)
          .sort();
      expect(pairs(shuffled)).toEqual(pairs([...others, gqa, mqa]));
    }),
  );
});

test("the same text twice has a likeness of 1, and no pair has more", () => {
  const twice = [...others, term("again", "Sava", "Sava flows far"), term("anew", "Sava", "Sava flows far")];
  const pairs = nearDuplicates(twice);
  expect(pairs[0]?.likeness).toBeCloseTo(1, 9);
  for (const { likeness } of pairs) expect(likeness).toBeLessThanOrEqual(1 + 1e-9);
});

test("the rule warns of a pair until one of the two refers to the other", () => {
  const rules = createRuleSet({ only: "links" });
  const found = (references: Readonly<Record<string, Reference[]>>, ...names: string[]) => {
    const facts = [...others, gqa, mqa].map(({ id, words }) => ({
      ...{ path: `t/${id}.md`, topic: "t", retired: [], isDraft: false, references: references[id] ?? [] },
      item: {
        ...{
          id,
          kind: "term" as const,
          title: id,
          titleKey: id,
          difficulty: undefined,
          after: [],
          formerly: [],
          tags: [],
          importance: "common" as const,
          partOf: undefined,
        },
        ...{ words, sample: undefined },
      },
    }));
    const edition = { path: "edition.yaml", topics: ["t"] };
    const rest = {
      faulty: new Set<string>(),
      drafts: new Set<string>(),
      stale: new Map<string, "never" | "changed">(),
      lost: [],
      topics: ["t"],
      edition,
    };
    return checkLinks(rules, linkIndex(facts, { folder: "", named: new Set(names), ...rest })).filter(
      ({ finding }) => finding.rule.name === "near-duplicate",
    );
  };
  const refer = (to: string): Reference => ({ role: "related", to, at: { path: ["related", 0], part: "value" } });
  expect(found({})).toMatchObject([{ file: "t/mqa.md", finding: { at: { path: ["title"] } } }]);
  // It is said to whoever works on one of the two.
  expect(found({}, "t/gqa.md")).toMatchObject([{ file: "t/gqa.md" }]);
  expect(found({}, "t/mqa.md")).toMatchObject([{ file: "t/mqa.md" }]);
  expect(found({ gqa: [refer("mqa")] })).toEqual([]);
  expect(found({ mqa: [refer("gqa")] })).toEqual([]);
});

test("compares nothing below 20 items, where all texts look similar", () => {
  const same = Array.from({ length: 19 }, (_, index) => term(`i-${index}`, "Same", "Same"));
  expect(nearDuplicates(same)).toEqual([]);
});
