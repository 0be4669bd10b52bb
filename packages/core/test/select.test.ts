import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Curriculum,
  codeParts,
  type Item,
  itemsOf,
  plainText,
  Selection,
  select,
  selectsAll,
} from "../src/index.ts";

const phrase = (text: string) => ({ text, children: [{ type: "text" as const, value: text }] });

const term = (id: string, topic: string, tags: string[], difficulty?: "easy" | "medium" | "hard"): Item => ({
  kind: "term",
  short: phrase("The short answer."),
  id,
  topic,
  path: `${topic}/${id}.md`,
  title: phrase(id),
  tags,
  after: [],
  related: [],
  sources: [],
  formerly: [],
  importance: "common" as const,
  lead: [],
  sections: [],
  difficulty,
  aliases: [],
  category: "concept",
  api: [],
});

const words: fc.Arbitrary<string> = fc.constantFrom("a", "b", "c");
const someKind = fc.constantFrom("term" as const, "pitfall" as const, "guide" as const);
const curriculum = fc
  .array(
    fc.tuple(
      words,
      fc.uniqueArray(words),
      fc.option(fc.constantFrom("easy", "medium", "hard"), { nil: undefined }),
      someKind,
    ),
  )
  .map((rows): Curriculum => {
    const items = rows.map(
      ([topic, tags, difficulty, kind], index) => ({ ...term(`item-${index}`, topic, tags, difficulty), kind }) as Item,
    );
    const topics = ["a", "b", "c"].map((id) => ({
      id,
      title: phrase(id),
      summary: phrase(id),
      introduction: [],
      figures: [],
      items: items.filter((item) => item.topic === id),
    }));
    const edition = { id: "test", title: "Test", language: "en", version: "1.0.0", date: "2026-01-01", authors: [] };
    return { edition, topics, order: items.map((item) => item.id) };
  });
const selection = fc.record({
  topics: fc.uniqueArray(words),
  tags: fc.uniqueArray(words),
  difficulty: fc.uniqueArray(fc.constantFrom("easy" as const, "medium" as const, "hard" as const)),
  kinds: fc.uniqueArray(someKind),
});

test("a selection keeps the items that match every list, in their order", () => {
  fc.assert(
    fc.property(curriculum, selection, (whole, wanted) => {
      const chosen = select(whole, wanted);
      const expected = itemsOf(whole).filter(
        (item) =>
          (wanted.topics.length === 0 || wanted.topics.includes(item.topic)) &&
          (wanted.tags.length === 0 || item.tags.some((tag) => wanted.tags.includes(tag))) &&
          (wanted.difficulty.length === 0 ||
            (item.difficulty !== undefined && wanted.difficulty.includes(item.difficulty))) &&
          (wanted.kinds.length === 0 || wanted.kinds.some((kind) => kind === item.kind)),
      );
      expect(itemsOf(chosen)).toEqual(expected);
      expect([...chosen.order].sort()).toEqual(expected.map((item) => item.id).sort());
      expect(chosen.order).toEqual(whole.order.filter((id) => chosen.order.includes(id)));
      expect(chosen.topics.every((topic) => topic.items.length > 0)).toBe(true);
    }),
  );
});

test("an empty selection keeps every item", () => {
  const kept = (whole: Curriculum) => itemsOf(select(whole, {})).map((item) => item.id);
  fc.assert(
    fc.property(curriculum, (whole) => {
      expect(kept(whole)).toEqual(itemsOf(whole).map((item) => item.id));
    }),
  );
});

test("a selection selects all when each of its lists is empty or missing", () => {
  expect(selectsAll({})).toBe(true);
  expect(selectsAll({ topics: [], tags: undefined })).toBe(true);
  for (const key of Object.keys(Selection.shape)) expect(selectsAll({ [key]: ["a"] })).toBe(false);
});

test("a selection may name known kinds only", () => {
  expect(Selection.safeParse({ kinds: ["formula"] }).success).toBe(true);
  expect(Selection.safeParse({ kinds: ["formular"] }).success).toBe(false);
});

test("plain text is what is read, formulas as their TeX", () => {
  expect(
    plainText([
      { type: "text", value: "Why divide by " },
      { type: "inlineMath", value: "\\sqrt{d_k}" },
      { type: "break" },
      { type: "strong", children: [{ type: "emphasis", children: [{ type: "inlineCode", value: "here" }] }] },
      {
        type: "link",
        url: "https://example.org",
        children: [{ type: "delete", children: [{ type: "text", value: "?" }] }],
      },
    ]),
  ).toBe("Why divide by \\sqrt{d_k} here?");
});

test("a sample is cut into task, solution and output", () => {
  const code = (lang: string) => ({ type: "code" as const, lang, value: lang, data: { tokens: [] } });
  const task = { type: "paragraph" as const, children: [{ type: "text" as const, value: "Do it." }] };
  const item = {
    ...term("x", "a", []),
    kind: "code",
    short: phrase("The short answer."),
    keyLines: [1],
    lead: [task, code("python"), code("output")],
  } as never;
  expect(codeParts(item)).toEqual({ task: [task], solution: code("python"), output: code("output") });
});
