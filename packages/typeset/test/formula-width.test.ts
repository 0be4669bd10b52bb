import { expect, test } from "vitest";
import { formulaWidth } from "../src/math/formula-width.ts";
import { readFonts } from "../src/node.ts";

const widthOf = formulaWidth(readFonts());
const sum = Array.from({ length: 60 }, () => "x").join(" + ");

test("a long sum is as wide as what print cannot break", () => {
  expect(widthOf(sum)).toBeLessThan(3);
});

test("what stands in a fraction cannot be broken", () => {
  expect(widthOf(`\\frac{${sum}}{2}`)).toBeGreaterThan(100);
});

test("lines of `aligned` are measured one by one, not added up", () => {
  const line = "f(x) &= \\frac{a + b + c}{2} + d";
  const one = widthOf(`\\begin{aligned}${line}\\end{aligned}`);
  const three = widthOf(`\\begin{aligned}${line} \\\\ ${line} \\\\ ${line}\\end{aligned}`);
  expect(three).toBeCloseTo(one, 6);
});

test("what KaTeX cannot read has no width", () => {
  expect(widthOf("\\frac{")).toBe(0);
});
