import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openFonts } from "../src/fonts/open-fonts.ts";
import { formulaLayouts } from "../src/math/formula.ts";
import { formulaWidth } from "../src/math/formula-width.ts";
import { widthBound } from "../src/math/width-bound.ts";
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

const layout = formulaLayouts(openFonts(readFonts()));
const formulas = Object.keys(
  JSON.parse(readFileSync(new URL("fixtures/widths.json", import.meta.url), "utf8")) as Record<string, number>,
);
const wholeWidth = (tex: string) => {
  const { lines, tag } = layout(tex, true);
  return Math.max(0, ...lines.map((line) => line.reduce((sum, part) => sum + part.width, 0))) + (tag?.width ?? 0);
};

test.each(formulas)("%s is no wider than its bound", (tex) => {
  expect(wholeWidth(tex)).toBeLessThanOrEqual(widthBound(tex));
});

test("whatever a formula is made of, it is no wider than its bound", () => {
  // A prime is a superscript: on a base of its own, it is never the second of one.
  const piece = fc.constantFrom(
    ..."W M w m 1 + = < | ! {}' ( [ / : \\sum \\iff \\implies \\longmapsto \\argmax \\limsup \\varliminf \\iiint".split(
      " ",
    ),
    ..."\\quad \\qquad \\; \\dots \\cdots \\mathbb{W} \\mathcal{M} \\text{W} \\operatorname{WWW} \\hat{W} \\widehat{WWW}".split(
      " ",
    ),
    ..."\\frac{W}{MM} \\sqrt{W} \\binom{W}{M} \\left(W\\right) \\underbrace{WW}_{M} \\overline{WM} W_{MM} \\int_W^M".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      const tex = pieces.join(" ");
      expect(wholeWidth(tex)).toBeLessThanOrEqual(widthBound(tex));
    }),
  );
});

test("a formula that says how wide something is has no bound", () => {
  for (const tex of ["\\hspace{90em}", "\\kern90em", "\\rule{90em}{1em}", "\\mskip90mu", "x \\pmod{y}", "日"]) {
    expect(widthBound(tex)).toBe(Number.POSITIVE_INFINITY);
  }
});
