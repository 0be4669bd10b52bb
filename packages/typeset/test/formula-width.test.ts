import { expect, test } from "vitest";
import { formulaWidth } from "../src/math/formula-width.ts";
import { readFonts } from "../src/node.ts";

const widthOf = formulaWidth(readFonts());
const sum = Array.from({ length: 60 }, () => "x").join(" + ");

test("a long sum is as wide as its widest unbreakable part", () => {
  expect(widthOf(sum)).toBeLessThan(3);
});

test("a fraction cannot be broken", () => {
  expect(widthOf(`\\frac{${sum}}{2}`)).toBeGreaterThan(100);
});

test("the width of `aligned` is that of its widest line", () => {
  const line = "f(x) &= \\frac{a + b + c}{2} + d";
  const one = widthOf(`\\begin{aligned}${line}\\end{aligned}`);
  const three = widthOf(`\\begin{aligned}${line} \\\\ ${line} \\\\ ${line}\\end{aligned}`);
  expect(three).toBeCloseTo(one, 6);
});

test("a formula that KaTeX cannot parse has width 0", () => {
  expect(widthOf("\\frac{")).toBe(0);
});
