import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { checkExample, type Example } from "../src/index.ts";

const load = (name: string) => parseYaml(readFileSync(new URL(`fixtures/${name}.yaml`, import.meta.url), "utf8"));
const holding = load("examples") as { rule: string; tex: string; example: Example }[];
const failing = load("failures") as { tex: string; example: Example; at?: string; entry?: string; reason: string }[];

describe("an example that holds", () => {
  test.each(holding)("$rule: $tex", ({ tex, example }) => {
    const { messages, checked } = checkExample(tex, example);
    expect(messages).toEqual([]);
    expect(checked).toBeGreaterThan(0);
  });

  test.each(holding)("fails when its numbers change: $tex", ({ tex, example }) => {
    for (const [key, value] of Object.entries(example)) {
      if (typeof value !== "number" || tex.startsWith("|x|")) continue;
      expect(checkExample(tex, { ...example, [key]: value + 1.5 }).messages, key).not.toEqual([]);
    }
  });
});

describe("an example that does not hold", () => {
  test.each(failing)("$tex: $reason", ({ tex, example, at, entry, reason }) => {
    const [message, ...others] = checkExample(tex, example).messages;
    expect(others).toEqual([]);
    expect(message?.reason).toBe(reason);
    expect(message?.entry).toBe(entry);
    if (at !== undefined) expect(tex.slice(message?.start, message?.end)).toBe(at);
  });
});

describe("a list of examples", () => {
  const relu = "y = \\max(0, x)";

  test("is checked one by one", () => {
    expect(
      checkExample(relu, [
        { x: -2, y: 0 },
        { x: 3, y: 3 },
      ]),
    ).toEqual({ messages: [], checked: 2 });
  });

  test("tells which of them fails", () => {
    const { messages } = checkExample(relu, [
      { x: -2, y: 0 },
      { x: 3, y: 4 },
    ]);
    expect(messages).toMatchObject([{ example: 1, reason: "`y` is 4 in the example, but the formula gives 3" }]);
  });

  test("must not be empty", () => {
    expect(checkExample(relu, []).messages).toHaveLength(1);
  });
});

test("every equation of a formula is checked, and each fault has its own message", () => {
  const { messages, checked } = checkExample("a = 2x; \\quad b = 3x; \\quad c = 4x", { x: 2, a: 4, b: 7, c: 9 });
  expect(checked).toBe(3);
  expect(messages).toHaveLength(2);
});

test("work without end is a message", () => {
  const tex = "y = \\sum_{i=1}^{9999} \\sum_{j=1}^{9999} ij";
  expect(checkExample(tex, { y: 2 }).messages[0]?.reason).toBe(
    "Unexpected amount of work, expected at most 200000 steps",
  );
});
