import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  itemOfKey,
  pairNearest,
  partKey,
  partNames,
  partNotes,
  partOfKey,
  Register,
  similarity,
} from "../src/index.ts";

const note = (text: string | undefined, guid: string) => ({
  ...{ guid, noteType: "Follow-up", topic: "bread", title: "", cards: 1, hash: "", modified: 0 },
  ...(text === undefined ? {} : { text }),
});

/** A register with these follow-ups of `dough`, current and retired. */
function registerOf(
  current: Readonly<Record<string, string>>,
  retired: Readonly<Record<string, string>> = {},
): Register {
  const notes = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, note(text, `guid of ${key}`)]));
  return Register.parse({
    ...{ format: 1, edition: "bakery", version: "1.0.0", date: "2026-11-20", deck: "Bakery", decks: {}, media: [] },
    ...{ noteTypes: {}, items: notes(current), retired: notes(retired) },
  });
}

const dough = { id: "dough", formerly: [] };
const keysOf = (register: Register | undefined, texts: string[], item = dough as { id: string; formerly: string[] }) =>
  partNotes(register, item, "follow-up", texts).map(({ key, before }) => [key, before?.guid]);

describe("the notes of follow-ups", () => {
  const released = registerOf({
    "dough#follow-up-1": "Why does salt slow the yeast?",
    "dough#follow-up-2": "How long does rye dough rest?",
    "crust#follow-up-1": "What browns a crust?",
  });

  test("are numbered in order before the first release", () => {
    expect(keysOf(undefined, ["a", "b"])).toEqual([
      ["dough#follow-up-1", undefined],
      ["dough#follow-up-2", undefined],
    ]);
  });

  test("are found again in another order, with words mended, and new ones get new numbers", () => {
    const texts = ["How long must a rye dough rest?", "What is a poolish?", "Why does salt slow yeast?"];
    expect(keysOf(released, texts)).toEqual([
      ["dough#follow-up-2", "guid of dough#follow-up-2"],
      ["dough#follow-up-3", undefined],
      ["dough#follow-up-1", "guid of dough#follow-up-1"],
    ]);
  });

  test("are never those of another item", () => {
    expect(keysOf(released, ["What browns a crust?"])).toEqual([["dough#follow-up-3", undefined]]);
  });

  test("keep their notes when the item is renamed, and a new one has the oldest id in its guid", () => {
    const renamed = { id: "paste", formerly: ["dough"] };
    expect(keysOf(released, ["Why does salt slow the yeast?"], renamed)).toEqual([
      ["paste#follow-up-1", "guid of dough#follow-up-1"],
    ]);
    expect(partNotes(released, renamed, "follow-up", ["What is new?"])[0]?.oldestKey).toBe("dough#follow-up-3");
  });

  test("that were retired come back with their notes, and their numbers are not given to others", () => {
    const register = registerOf({}, { "dough#follow-up-4": "Why does salt slow the yeast?" });
    expect(keysOf(register, ["What is a poolish?", "Why does salt slow the yeast?"])).toEqual([
      ["dough#follow-up-5", undefined],
      ["dough#follow-up-4", "guid of dough#follow-up-4"],
    ]);
  });
});

test("the relations of a formula have its own note and further ones, however they are rewritten", () => {
  const register = registerOf({ dough: "h = w / f", "dough#relation-2": "s = t" });
  const keys = (...texts: string[]) => partNotes(register, dough, "relation", texts).map(({ key }) => key);
  expect(keys("s=t", "h=\\frac{w}{f}")).toEqual(["dough#relation-2", "dough"]);
  expect(keys("\\eta = x", "s=t")).toEqual(["dough", "dough#relation-2"]);
  expect(keys("h = w / f", "a", "s = t")).toEqual(["dough", "dough#relation-3", "dough#relation-2"]);
});

test("a key tells its item, part and number", () => {
  fc.assert(
    fc.property(fc.constantFrom(...partNames), fc.integer({ min: 1, max: 999 }), (name, number) => {
      const key = partKey("rye-dough", name, number);
      expect([itemOfKey(key), partOfKey(key)]).toEqual(["rye-dough", { name, number }]);
    }),
  );
  expect(partOfKey("rye-dough")).toBeUndefined();
});

describe("pairing texts", () => {
  const word = fc.constantFrom("why", "does", "salt", "slow", "the", "yeast", "rye", "rest", "how", "long", "crust");
  const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" "));
  const texts = fc.array(sentence, { maxLength: 8 });
  const least = fc.constantFrom(0, 0.6);

  test("takes each text at most once, and only similar ones", () => {
    fc.assert(
      fc.property(texts, texts, least, (before, after, bound) => {
        const pairs = pairNearest(before, after, bound);
        expect(new Set(pairs.map((pair) => pair.before)).size).toBe(pairs.length);
        expect(new Set(pairs.map((pair) => pair.after)).size).toBe(pairs.length);
        for (const pair of pairs) {
          expect(similarity(before[pair.before] ?? "", after[pair.after] ?? "")).toBeGreaterThanOrEqual(bound);
        }
        // Nothing similar is left on both sides.
        const free = (all: string[], side: "before" | "after") =>
          all.filter((_, index) => !pairs.some((pair) => pair[side] === index));
        for (const one of free(before, "before")) {
          for (const other of free(after, "after")) expect(similarity(one, other)).toBeLessThan(bound || 1e-9);
        }
      }),
    );
  });

  test("pairs equal texts in any order", () => {
    const shuffled = fc
      .uniqueArray(sentence, { maxLength: 8 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, texts, ([before, after], others) => {
        for (const { before: one, after: other } of pairNearest(before, [...after, ...others], 0.6)) {
          if (other < after.length) expect(after[other]).toBe(before[one]);
        }
        expect(
          pairNearest(before, [...after, ...others], 0.6).filter((pair) => pair.after < after.length),
        ).toHaveLength(after.length);
      }),
    );
  });

  test("finds a text in which one word was mended among texts with other words", () => {
    const pool = [
      "Why does salt slow the yeast?",
      "How long must it rest?",
      "Which flour browns best?",
      "What is steam for?",
    ];
    fc.assert(
      fc.property(fc.nat(3), fc.nat(5), fc.shuffledSubarray(pool, { minLength: 4 }), (chosen, at, order) => {
        const words = (pool[chosen] ?? "").split(" ");
        const mended = words.with(at % words.length, `${words[at % words.length]}x`).join(" ");
        const after = order.map((text) => (text === pool[chosen] ? mended : text));
        const pair = pairNearest(pool, after, 0.6).find(({ before }) => before === chosen);
        expect(after[pair?.after ?? -1]).toBe(mended);
      }),
    );
  });

  test("does not mind case, spaces and Unicode's forms; is 1 for equal texts and 0 without a common pair", () => {
    expect(pairNearest(["Caf\u00e9  A"], ["cafe\u0301 a"], 1)).toEqual([{ before: 0, after: 0 }]);
    fc.assert(fc.property(fc.string(), (value) => void expect(similarity(value, value)).toBe(1)));
    expect(similarity("ab", "cd")).toBe(0);
  });
});
