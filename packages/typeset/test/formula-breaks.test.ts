import { expect, test } from "vitest";
import { openFonts } from "../src/fonts/open-fonts.ts";
import { formulaLayouts } from "../src/math/formula.ts";
import { formulaPenalties } from "../src/measure/formula-breaks.ts";
import { readFonts } from "../src/node.ts";

const set = formulaLayouts(openFonts(readFonts()));
const penalties = (tex: string) => formulaPenalties(set(tex, false).lines.flat());

test("a line break costs least after a relation, more after an operator, most in brackets", () => {
  const [start, relation = 0, operator = 0, inside = 0, outside] = penalties("f(x, y) = a + f(b + c) + \\text{much}");
  expect(start).toBe(0);
  expect(relation).toBeGreaterThan(0);
  expect(operator).toBeGreaterThan(relation);
  expect(inside).toBeGreaterThan(operator);
  expect(outside).toBe(operator);
});

test("a break that leaves a short start or end costs more", () => {
  const [, long = 0, end = 0] = penalties("\\text{much} = \\text{more} + d");
  const [, short = 0] = penalties("L = \\text{much} + \\text{more}");
  const [, inside = 0] = penalties("(\\text{much} + \\text{more})");
  expect(short).toBeGreaterThan(4 * long);
  expect(end).toBeGreaterThan(4 * long);
  expect(short).toBeLessThan(inside);
});

test("a break between a bar and its condition costs more", () => {
  const [, afterBar = 0, afterRelation = 0] = penalties("P(D \\mid \\theta) = x");
  expect(afterBar).toBeGreaterThan(afterRelation);
  const [, bare = 0] = penalties("\\text{much} \\mid \\text{more}");
  expect(bare).toBe(afterBar);
});

test("a half-open interval closes its bracket", () => {
  expect(penalties("x \\in [0, 1) + \\text{much}").at(-1)).toBeLessThan(0.2);
});
