import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openFonts } from "../src/fonts/open-fonts.ts";
import { formulaLayouts } from "../src/math/formula.ts";
import { withoutSmallScripts } from "../src/math/script-sizes.ts";
import { readFonts } from "../src/node.ts";

/** Widths in em that Chromium measures with KaTeX's own CSS; scripts/measure-widths.mjs writes them. */
const widths: Record<string, number> = JSON.parse(
  readFileSync(fileURLToPath(new URL("fixtures/widths.json", import.meta.url)), "utf8"),
);
const set = formulaLayouts(openFonts(readFonts()));
const totalWidth = (tex: string) =>
  set(tex, true)
    .lines.flat()
    .reduce((sum, part) => sum + part.width, 0);

test("the table holds at least 200 formulas", () => {
  expect(Object.keys(widths).length).toBeGreaterThanOrEqual(200);
});

// Scripts of scripts are larger in print than in a browser.
const asInBrowser = Object.entries(widths).filter(([tex]) => withoutSmallScripts(tex, true) === tex);

test.each(["x^{y^z}", "a_{b_c}", "e^{-\\frac{(x-\\mu)^2}{2\\sigma^2}}", "2^{2^{2^2}}"])(
  "no script of %s is smaller than a script",
  (tex) => {
    for (const isDisplay of [true, false]) {
      for (const { leastScale } of set(tex, isDisplay).lines.flat()) expect(leastScale).toBeGreaterThanOrEqual(0.7);
    }
  },
);

test.each(asInBrowser)("%s is as wide as in Chromium, within 0.02 em", (tex, width) => {
  expect(Math.abs(totalWidth(tex) - width)).toBeLessThanOrEqual(0.02);
});

test("every glyph of every formula is in its font", () => {
  const fonts = openFonts(readFonts());
  for (const tex of Object.keys(widths)) {
    const drawings = set(tex, true).lines.flatMap((line) => line.flatMap((part) => part.drawings));
    for (const drawing of drawings) {
      if (drawing.kind !== "glyphs") continue;
      for (const character of drawing.text)
        expect(fonts.has(drawing.face, character.codePointAt(0) ?? 0), tex).toBe(true);
    }
  }
});

test("a fraction's bar is as wide as its wider part", () => {
  const [part] = set("\\frac{x+y+z}{2}", true).lines.flat();
  const bar = part?.drawings.find((drawing) => drawing.kind === "rule");
  const top = set("x+y+z", true)
    .lines.flat()
    .reduce((sum, each) => sum + each.width, 0);
  expect(bar && "width" in bar ? bar.width : 0).toBeCloseTo(top, 3);
});

test("an inline formula may break after a relation and a binary operator, not inside braces", () => {
  expect(set("a = b + c", false).lines.flat()).toHaveLength(3);
  expect(set("{a = b + c}", false).lines.flat()).toHaveLength(1);
});

test("keeps the author's lines, and the tag beside them", () => {
  expect(set("a \\\\ b", true).lines).toHaveLength(2);
  expect(set("a \\tag{7}", true).tag).toBeDefined();
});

test("draws the equation numbers that KaTeX leaves to CSS", () => {
  const { tag } = set("\\begin{align} a &= b \\\\ c &= d \\end{align}", true);
  const drawn = tag?.drawings.map((drawing) => (drawing.kind === "glyphs" ? drawing.text : "")).join("");
  expect(drawn).toContain("(1)");
  expect(drawn).toContain("(2)");
});

test("a phantom has a width and no drawings", () => {
  const { lines } = set("\\phantom{abc}", true);
  expect(lines.flat()[0]?.drawings).toEqual([]);
  expect(lines.flat()[0]?.width).toBeGreaterThan(1);
});
