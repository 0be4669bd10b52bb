import { Edition, type Phrase } from "@high-recall/core";
import { createRuleSet, type FileFacts } from "@high-recall/rules";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CompiledTopic, inStudyOrder, link, type Ordered } from "../src/index.ts";

const rules = createRuleSet({ only: "links" });

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

  test("contains every item once", () => {
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
/** A compiled topic of guides: id -> ids it needs. */
function topicOf(topic: string, needs: Readonly<Record<string, readonly string[]>>): CompiledTopic {
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
    importance: "common" as const,
    lead: [],
    sections: [],
  }));
  return {
    format: 2,
    topic: { id: topic, title: phrase(topic), summary: phrase(topic), introduction: [], items, figures: [] },
    facts: items.map(
      ({ id, path, kind, after, formerly }): FileFacts => ({
        path,
        topic,
        item: {
          id,
          kind,
          tags: [],
          title: id,
          titleKey: id,
          difficulty: undefined,
          importance: "common",
          partOf: undefined,
          after,
          formerly,
          words: id,
          sample: undefined,
        },
        references: after.map((to, index) => ({ role: "after", to, at: { path: ["after", index] } })),
        retired: [],
        isDraft: false,
      }),
    ),
  };
}

const editionOf = (...topics: string[]) =>
  Edition.parse({ id: "test", title: "Test", language: "en", version: "1.0.0", date: "2026-11-20", topics });

/** Items of two topics whose needs cross them. */
const twoTopics = acyclicItems.map((items) => {
  const part = (rest: number) =>
    Object.fromEntries(items.filter(({ id }) => id.charCodeAt(0) % 2 === rest).map(({ id, after }) => [id, after]));
  return [topicOf("one", part(0)), topicOf("two", part(1))] as const;
});

describe("a curriculum", () => {
  test("is ordered across topics, and each topic in that order", async () => {
    await fc.assert(
      fc.asyncProperty(twoTopics, async (topics) => {
        const { curriculum, messages } = await link(topics, editionOf("two", "one"), { rules });
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

  test("does not depend on the order of the compiled topics", async () => {
    await fc.assert(
      fc.asyncProperty(twoTopics, async ([one, two]) => {
        const edition = editionOf("one", "two");
        expect(await link([two, one], edition, { rules })).toEqual(await link([one, two], edition, { rules }));
      }),
    );
  });

  test("is not made when there is an error; each cycle is reported once", async () => {
    const topics = [topicOf("one", { a: ["c"], b: ["a"], c: ["b"], d: ["e"], e: ["d", "a"] })];
    const { curriculum, messages } = await link(topics, editionOf("one"), { rules });
    expect(curriculum).toBeUndefined();
    expect(messages.map(({ file, rule }) => [file, rule])).toEqual([
      ["one/a.md", "after-cycle"],
      ["one/d.md", "after-cycle"],
    ]);
  });

  test("has only the topics of the edition, and checks all", async () => {
    const topics = [topicOf("one", { a: [] }), topicOf("two", { b: [] })];
    const { curriculum, messages } = await link(topics, editionOf("two"), { rules });
    expect([messages, curriculum?.order]).toEqual([[], ["b"]]);
    const again = [...topics, topicOf("three", { a: [] })];
    expect((await link(again, editionOf("two"), { rules })).messages).toMatchObject([
      { rule: "unique-id", file: "one/a.md" },
      { rule: "unique-id", file: "three/a.md" },
    ]);
  });

  test("judges no reference to an id that two items have", async () => {
    const topics = [topicOf("one", { a: [] }), topicOf("three", { a: [] }), topicOf("two", { b: ["a"] })];
    const { messages } = await link(topics, editionOf("one", "two", "three"), { rules });
    expect(new Set(messages.map(({ rule }) => rule))).toEqual(new Set(["unique-id"]));
  });

  test("has neither the products nor the rules of the edition", async () => {
    const { curriculum } = await link([topicOf("one", {})], editionOf("one"), { rules });
    const { edition } = curriculum ?? {};
    for (const key of ["topics", "rules", "products"])
      expect(Object.keys(edition ?? { topics: [], rules })).not.toContain(key);
  });
});

describe("messages", () => {
  const needsC = [topicOf("one", { a: ["c"] })];
  const text = "---\nid: a\nafter: [c]\n---\n";

  test("name files below the folder of topics, with a place", async () => {
    const options = {
      rules,
      folder: "content/",
      textOf: (path: string) => (path === "content/one/a.md" ? text : undefined),
    };
    expect((await link(needsC, editionOf("one"), options)).messages).toMatchObject([
      { file: "content/one/a.md", place: { start: { line: 3, column: 9 }, end: { line: 3, column: 10 } } },
    ]);
  });

  test("are at the start of a file whose text is missing", async () => {
    expect((await link(needsC, editionOf("one"), { rules })).messages).toMatchObject([
      { file: "one/a.md", place: { start: { line: 1, column: 1, offset: 0 }, end: { offset: 0 } } },
    ]);
  });

  test("do not report references to items that have errors", async () => {
    expect((await link(needsC, editionOf("one"), { rules, faulty: new Set(["c"]) })).messages).toEqual([]);
  });
});
