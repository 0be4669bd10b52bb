import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { checkExample, checkSymbols, type Example, mutantsOf, symbolsOf } from "../src/index.ts";

const load = (name: string) => parseYaml(readFileSync(new URL(`fixtures/${name}.yaml`, import.meta.url), "utf8"));
const holding = load("examples") as { rule: string; tex: string; example: Example }[];
const failing = load("failures") as { tex: string; example: Example; at?: string; entry?: string; reason: string }[];

describe("an example that holds", () => {
  test.each(holding)("$rule: $tex", ({ tex, example }) => {
    const { messages, checked } = checkExample(tex, example);
    expect(messages).toEqual([]);
    expect(checked).toBeGreaterThan(0);
  });

  test.each(holding)("fails when a number changes: $tex", ({ tex, example }) => {
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

  test("is checked in order", () => {
    expect(
      checkExample(relu, [
        { x: -2, y: 0 },
        { x: 3, y: 3 },
      ]),
    ).toEqual({ messages: [], checked: 2 });
  });

  test("names the one that fails", () => {
    const { messages } = checkExample(relu, [
      { x: -2, y: 0 },
      { x: 3, y: 4 },
    ]);
    expect(messages).toMatchObject([
      { example: 1, reason: "`y` is 4 in the example, but the formula gives 3: correct the numbers or the formula" },
    ]);
  });

  test("must not be empty", () => {
    expect(checkExample(relu, []).messages).toHaveLength(1);
  });
});

test("each equation is checked, and each fault is a message", () => {
  const { messages, checked } = checkExample("a = 2x; \\quad b = 3x; \\quad c = 4x", { x: 2, a: 4, b: 7, c: 9 });
  expect(checked).toBe(3);
  expect(messages).toHaveLength(2);
});

test("too many steps are a message", () => {
  const tex = "y = \\sum_{i=1}^{9999} \\sum_{j=1}^{9999} ij";
  expect(checkExample(tex, { y: 2 }).messages[0]?.reason).toBe(
    "The example takes more than 200000 steps: use shorter sums or lists",
  );
});

describe("formulas and examples of excessive size", () => {
  const nested = `y = ${"(".repeat(4900)}x${")".repeat(4900)}`;
  const chain = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`f_{${i}}(a)`, `f_{${i + 1}}(a) + f_{${i + 1}}(a)`]),
  );

  test.each<[what: string, tex: string, example: Example]>([
    ["brackets in brackets", nested, { x: 2, y: 3 }],
    ["thousands of terms", `y = ${Array.from({ length: 4900 }, () => "x").join("+")}`, { x: 2, y: 3 }],
    ["thousands of factors", `y = ${"x ".repeat(4900)}`, { x: 2, y: 3 }],
    ["sums in sums", `y = ${"\\sum_i ".repeat(1200)} x_i`, { x: [2, 3], y: 3 }],
    ["functions that call the next one twice", "y = f_{0}(2)", { ...chain, "f_{40}(a)": "a", y: 3 }],
    ["a name nested deep", "y = x", { x: 2, y: 2, ["(".repeat(4900) + ")".repeat(4900)]: 3 }],
    ["a huge factorial", "y = n!", { n: 1e9, y: 3 }],
    ["a huge binomial", "y = \\binom{n}{k}", { n: 1e9, k: 5e8, y: 3 }],
    [
      "all subsets of many",
      "y = \\sum_{S \\subseteq F} |S|",
      { F: { set: Array.from({ length: 30 }, (_, i) => i) }, y: 3 },
    ],
  ])("end in a message: %s", (_, tex, example) => {
    expect(checkExample(tex, example).messages).not.toEqual([]);
    expect(() => [symbolsOf(tex), mutantsOf(tex), checkSymbols(tex, ["x", nested])]).not.toThrow();
  });
});

test("the body of a function does not see the letters that its caller binds", () => {
  const { messages } = checkExample("y = \\sum_{i=1}^{3} g(i)", { "g(a)": "a + i", y: 12 });
  expect(messages).toMatchObject([{ entry: "g(a)", reason: "The example has no value for `i`: add one" }]);
});
