import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { evaluateExample } from "../src/check/example/check-example.ts";
import { type Example, mutantsOf, survivingMutants } from "../src/index.ts";

test("each sign, constant and fraction has a mutant", () => {
  const mutants = mutantsOf("y = -\\frac{a+1}{2b} + c/d").map(({ tex, kind }) => [kind, tex]);
  expect(mutants).toEqual([
    ["sign", "y = +\\frac{a+1}{2b} + c/d"],
    ["fraction", "y = -\\frac{2b}{a+1} + c/d"],
    ["sign", "y = -\\frac{a-1}{2b} + c/d"],
    ["constant", "y = -\\frac{a+{2}}{2b} + c/d"],
    ["constant", "y = -\\frac{a+1}{{3}b} + c/d"],
    ["sign", "y = -\\frac{a+1}{2b} - c/d"],
    ["fraction", "y = -\\frac{a+1}{2b} + c\\cdot d"],
  ]);
});

test("labels, indices and derivatives have none", () => {
  expect(mutantsOf("n_+ = x_{i+1} F_1 \\frac{\\partial L}{\\partial W}")).toEqual([]);
});

test("limits, exponents and bases of logarithms have one", () => {
  expect(mutantsOf("\\sum_{i=1}^n x^2 \\log_2 x").map(({ start, end }) => [start, end])).toHaveLength(3);
});

test("numbers such as 1 hide mistakes, and others reveal them", () => {
  const f1 = "F_1 = \\frac{2PR}{P+R}";
  expect(survivingMutants(f1, { P: 1, R: 1, F_1: 1 }).map(({ what }) => what)).toEqual(["a fraction for its inverse"]);
  expect(survivingMutants(f1, { P: 0.5, R: 0.8, F_1: 0.6154 })).toEqual([]);
});

test("a second example reveals what the first cannot", () => {
  const relu = "y = \\max(0, x)";
  expect(survivingMutants(relu, { x: 3, y: 3 })).toHaveLength(1);
  expect(
    survivingMutants(relu, [
      { x: 3, y: 3 },
      { x: -2, y: 0 },
    ]),
  ).toEqual([]);
});

test("TeX that cannot be read has none", () => {
  expect(mutantsOf("\\frac{1}{2")).toEqual([]);
});

test("an upper bound has none, because the looser bound holds as well", () => {
  for (const tex of ["x\\le 0.25", "0.25\\ge x", "x<0.25,\\ y=x+x"]) {
    expect(mutantsOf(tex).map(({ what }) => what)).not.toContain("0.25 for 1.25");
  }
  for (const tex of ["x\\ge 0.25", "0.25\\le x", "x\\le 0.25+y", "x=0.25"]) {
    expect(mutantsOf(tex).map(({ what }) => what)).toContain("0.25 for 1.25");
  }
});

test("a mutant survives exactly when its own TeX holds for the example", () => {
  const text = readFileSync(new URL("fixtures/formulas.yaml", import.meta.url), "utf8");
  const formulas = parseYaml(text) as { tex: string; example: Example | Example[] }[];
  let survivors = 0;
  for (const { tex, example } of formulas) {
    for (const weak of [example, withValue(example, 1), withValue(example, 0)]) {
      const expected = mutantsOf(tex).filter((mutant) => evaluateExample(mutant.tex, weak).messages.length === 0);
      expect(survivingMutants(tex, weak), tex).toEqual(expected);
      survivors += expected.length;
    }
  }
  expect(survivors).toBeGreaterThan(10);
});

/** The example with all its single numbers replaced. */
function withValue(example: Example | Example[], value: number): Example | Example[] {
  if (Array.isArray(example)) return example.map((one) => withValue(one, value) as Example);
  return Object.fromEntries(Object.entries(example).map(([key, old]) => [key, typeof old === "number" ? value : old]));
}
