import { Edition, type Phrase } from "@high-recall/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inStudyOrder, link, type ObjectFile, type Ordered } from "../src/index.ts";

const difficulty = fc.constantFrom("easy", "medium", "hard", undefined);

/** Items whose needs lead only to items drawn before them, shuffled. */
const acyclicItems: fc.Arbitrary<Ordered[]> = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { maxLength: 25 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id, index) =>
        fc.record({ id: fc.constant(id), after: fc.subarray(ids.slice(0, index)), difficulty }),
      ),
    ),
  )
  .chain((items) => fc.shuffledSubarray(items, { minLength: items.length }));

describe("the study order", () => {
  test("puts an item after everything it needs", () => {
    fc.assert(
      fc.property(acyclicItems, (items) => {
        const seen = new Set<string>();
        for (const item of inStudyOrder(items)) {
          for (const id of item.after) expect(seen).toContain(id);
          seen.add(item.id);
        }
      }),
    );
  });

  test("holds every item once", () => {
    fc.assert(
      fc.property(acyclicItems, (items) => {
        expect(new Set(inStudyOrder(items))).toEqual(new Set(items));
        expect(inStudyOrder(items)).toHaveLength(items.length);
      }),
    );
  });

  test("does not depend on the order of its input", () => {
    const shuffled = acyclicItems.chain((items) =>
      fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
    );
    fc.assert(
      fc.property(shuffled, ([items, others]) => {
        expect(inStudyOrder(others)).toEqual(inStudyOrder(items));
      }),
    );
  });

  test("puts the easier first among items that need nothing, then the smaller id", () => {
    const items = [
      { id: "c", after: [], difficulty: "easy" as const },
      { id: "b", after: [], difficulty: "hard" as const },
      { id: "a", after: [], difficulty: "medium" as const },
      { id: "d", after: [], difficulty: "easy" as const },
    ];
    expect(inStudyOrder(items).map(({ id }) => id)).toEqual(["c", "d", "a", "b"]);
  });

  test("places items of a cycle last, once each", () => {
    const items = [
      { id: "a", after: ["b"] },
      { id: "b", after: ["a"] },
      { id: "c", after: [] },
    ];
    expect(inStudyOrder(items).map(({ id }) => id)).toEqual(["c", "a", "b"]);
  });
});

const phrase = (text: string): Phrase => ({ text, children: [{ type: "text", value: text }] });
const point = { line: 1, column: 1, offset: 0 };
const position = { start: point, end: point };

/** An object file of guides: id -> ids it needs. */
function objectOf(topic: string, needs: Readonly<Record<string, readonly string[]>>): ObjectFile {
  const items = Object.entries(needs).map(([id, after]) => ({
    kind: "guide" as const,
    id,
    topic,
    path: `${topic}/${id}.md`,
    title: phrase(id),
    tags: [],
    after: [...after],
    related: [],
    sources: [],
    formerly: [],
    lead: [],
    sections: [],
  }));
  return {
    format: 1,
    topic: { id: topic, title: phrase(topic), summary: phrase(topic), introduction: [], items, figures: [] },
    declarations: items.flatMap(({ id }) => [
      { role: "id", item: id, name: id, position },
      { role: "title", item: id, name: id, position },
    ]),
    references: items.flatMap(({ id, after }) =>
      after.map((to) => ({ role: "after" as const, item: id, to, position })),
    ),
  };
}

const editionOf = (...topics: string[]) =>
  Edition.parse({ id: "test", title: "Test", language: "en", version: "1.0.0", date: "2026-11-20", topics });

/** Items of two topics whose needs cross them. */
const twoTopics = acyclicItems.map((items) => {
  const part = (rest: number) =>
    Object.fromEntries(items.filter(({ id }) => id.charCodeAt(0) % 2 === rest).map(({ id, after }) => [id, after]));
  return [objectOf("one", part(0)), objectOf("two", part(1))] as const;
});

describe("a curriculum", () => {
  test("is ordered across topics, and each topic in that order", () => {
    fc.assert(
      fc.property(twoTopics, (objects) => {
        const { curriculum, messages } = link(objects, editionOf("two", "one"));
        expect(messages).toEqual([]);
        const items = curriculum?.topics.flatMap((topic) => topic.items) ?? [];
        const order = curriculum?.order ?? [];
        expect(new Set(order)).toEqual(new Set(items.map(({ id }) => id)));
        expect(order).toHaveLength(items.length);
        for (const item of items) {
          for (const id of item.after) expect(order.indexOf(id)).toBeLessThan(order.indexOf(item.id));
        }
        for (const topic of curriculum?.topics ?? []) {
          const own = topic.items.map(({ id }) => id);
          expect(order.filter((id) => own.includes(id))).toEqual(own);
        }
        expect(curriculum?.topics.map(({ id }) => id)).toEqual(["two", "one"]);
      }),
    );
  });

  test("does not depend on the order of the object files", () => {
    fc.assert(
      fc.property(twoTopics, ([one, two]) => {
        expect(link([two, one], editionOf("one", "two"))).toEqual(link([one, two], editionOf("one", "two")));
      }),
    );
  });

  test("is not made when anything is wrong, and each cycle is told once", () => {
    const objects = [objectOf("one", { a: ["c"], b: ["a"], c: ["b"], d: ["e"], e: ["d", "a"] })];
    const { curriculum, messages } = link(objects, editionOf("one"));
    expect(curriculum).toBeUndefined();
    expect(messages.map(({ rule }) => rule)).toEqual(["after-cycle", "after-cycle"]);
  });

  test("says nothing of what an edition is not made of", () => {
    const { edition } = link([objectOf("one", {})], editionOf("one")).curriculum ?? {};
    expect(Object.keys(edition ?? {})).not.toContain("topics");
    expect(Object.keys(edition ?? {})).not.toContain("rules");
  });
});
