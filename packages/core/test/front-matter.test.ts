import { describe, expect, test } from "vitest";
import * as z from "zod";
import { Edition, FrontMatter, kinds, TopicFrontMatter } from "../src/index.ts";

const short = "What to recall, in one sentence.";
const points = ["the first", "the second", "the third"];
const least = {
  question: { short, points, difficulty: "easy" },
  formula: { short, difficulty: "easy", symbols: {} },
  code: { short, difficulty: "easy", language: "python" },
  term: { short },
  pitfall: { short },
  guide: {},
  path: { steps: [{ title: "First week" }] },
};

describe("front matter", () => {
  test.each(kinds)("a %s needs its required keys and no other", (kind) => {
    const front = { id: "a-b", kind, title: "Some title", ...least[kind] };
    expect(FrontMatter.safeParse(front).error).toBeUndefined();
    for (const key of Object.keys(front)) {
      const without = Object.fromEntries(Object.entries(front).filter(([name]) => name !== key));
      expect(FrontMatter.safeParse(without).success, `${kind} without ${key}`).toBe(false);
    }
    expect(FrontMatter.safeParse({ ...front, tittle: "x" }).success).toBe(false);
  });

  test("defaults are empty lists, theory and concept", () => {
    const question = FrontMatter.parse({ id: "a", kind: "question", title: "Why?", short, points, difficulty: "hard" });
    expect(question).toEqual({
      id: "a",
      kind: "question",
      title: "Why?",
      short,
      points,
      difficulty: "hard",
      style: "theory",
      asked: [],
      tags: [],
      after: [],
      related: [],
      sources: [],
      formerly: [],
      importance: "common",
    });
    expect(FrontMatter.parse({ id: "b", kind: "term", title: "Recall", short })).toMatchObject({ category: "concept" });
  });

  test.each([
    ["id", "Adam"],
    ["id", "adam--w"],
    ["id", "-adam"],
    ["title", "ab"],
    ["title", "two\nlines"],
    ["title", "x".repeat(121)],
    ["tags", ["Not Kebab"]],
    ["verified", "2026-13-01"],
    ["verified", "2026-02-30"],
    ["sources", [{ title: "Page", url: "http://example.org" }]],
    ["sources", [{ title: "Page", url: "javascript:alert(1)" }]],
    ["sources", [{ title: "Page", url: "https://example.org", note: "x" }]],
  ])("a wrong `%s` is refused: %j", (key, value) => {
    const front = { id: "adam", kind: "term", title: "Adam", short, [key]: value };
    const issues = FrontMatter.safeParse(front).error?.issues;
    expect(issues?.[0]?.path[0]).toBe(key);
  });

  test("no example and no run need a reason", () => {
    const formula = {
      id: "f",
      kind: "formula",
      title: "Some formula",
      short,
      difficulty: "easy",
      symbols: {},
      example: "none",
    };
    expect(FrontMatter.safeParse(formula).error?.issues[0]?.path).toEqual(["reason"]);
    expect(FrontMatter.safeParse({ ...formula, reason: "Holds in expectation only" }).success).toBe(true);
    const code = { id: "c", kind: "code", title: "Some code", short, difficulty: "easy", language: "bash", run: false };
    expect(FrontMatter.safeParse(code).error?.issues[0]?.path).toEqual(["reason"]);
    expect(FrontMatter.safeParse({ ...code, reason: "Needs a GPU to run" }).success).toBe(true);
    expect(FrontMatter.safeParse({ ...code, run: true }).success).toBe(false);
  });

  test.each(["numpy", "numpy>=2", "pandas[performance]>=2.2,<4", "scikit-learn~=1.5", "torch==2.*"])(
    "`requires` takes %s",
    (requirement) => {
      const code = { id: "c", kind: "code", title: "Some code", short, difficulty: "easy", language: "python" };
      expect(FrontMatter.safeParse({ ...code, requires: [requirement] }).success).toBe(true);
      expect(FrontMatter.safeParse({ ...code, requires: [`${requirement}; rm -rf`] }).success).toBe(false);
    },
  );
});

describe("the schema is the author's manual", () => {
  const schemas = { FrontMatter, TopicFrontMatter, Edition };
  test.each(Object.entries(schemas))("every key of %s has a description and an example", (_, schema) => {
    const json = z.toJSONSchema(schema, { io: "input" }) as JsonSchema;
    const keys = propertiesOf(json);
    expect(keys.length).toBeGreaterThan(2);
    const undescribed = keys.filter(
      ([, value]) => !value.$ref && value.const === undefined && !(value.description && value.examples?.length),
    );
    expect(undescribed.map(([path]) => path)).toEqual([]);
  });

  test("every example of an item's key is accepted in an item", () => {
    const json = z.toJSONSchema(FrontMatter, { io: "input" }) as JsonSchema;
    for (const [name, definition] of Object.entries(json.$defs ?? {})) {
      const kind = kinds.find((one) => `${one}frontmatter` === name.toLowerCase());
      if (!kind) continue;
      for (const [key, value] of Object.entries(definition.properties ?? {})) {
        if (key === "kind") continue;
        expect(value.examples?.length, `${name}.${key}`).toBeGreaterThan(0);
        for (const example of value.examples ?? []) {
          const reason = key === "run" ? { reason: "Needs a GPU to run" } : {};
          const front = { id: "a", kind, title: "Some title", ...least[kind], ...reason, [key]: example };
          expect(FrontMatter.safeParse(front).error, `${name}.${key}`).toBeUndefined();
        }
      }
    }
  });
});

interface JsonSchema {
  $ref?: string;
  description?: string;
  const?: unknown;
  examples?: unknown[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  $defs?: Record<string, JsonSchema>;
}

/** Every property of a schema with its path, through lists and definitions. */
function propertiesOf(schema: JsonSchema, path = ""): [string, JsonSchema][] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, value]): [string, JsonSchema][] => [
    [`${path}.${key}`, value],
    ...propertiesOf(value, `${path}.${key}`),
  ]);
  const items = schema.items ? propertiesOf(schema.items, path) : [];
  const definitions = Object.entries(schema.$defs ?? {}).flatMap(([name, value]) => propertiesOf(value, name));
  return [...own, ...items, ...definitions];
}
