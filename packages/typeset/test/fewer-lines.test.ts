import * as fc from "fast-check";
import { expect, test } from "vitest";
import { breakLines, type Cluster } from "../src/measure/break-lines.ts";
import { saveLines } from "../src/measure/fewer-lines.ts";

const word = (width: number): Cluster => ({ width, space: 2, isForced: false, penalty: 0 });
const words = fc.array(fc.integer({ min: 4, max: 20 }).map(word), { maxLength: 8 });
const tables = fc
  .integer({ min: 1, max: 4 })
  .chain((count) => fc.array(fc.array(words, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 6 }));
const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
const height = (rows: readonly (readonly Cluster[][])[], widths: readonly number[]) =>
  sum(rows.map((row) => Math.max(1, ...row.map((cell, column) => breakLines(cell, (widths[column] ?? 0) - 3).length))));

test("columns keep their total and their least widths", () => {
  fc.assert(
    fc.property(tables, (rows) => {
      const count = rows[0]?.length ?? 0;
      const start = Array.from({ length: count }, () => 60);
      const least = start.map(() => 24);
      const widths = saveLines(rows, start, least, 3);
      expect(sum(widths)).toBeCloseTo(sum(start), 6);
      for (const [column, width] of widths.entries()) expect(width).toBeGreaterThanOrEqual((least[column] ?? 0) - 1e-9);
    }),
  );
});

test("a column of long cells takes width from columns of short cells", () => {
  const long = Array.from({ length: 8 }, () => word(10));
  const rows = [
    [[word(10)], [word(10)], long],
    [[word(10)], [word(10)], long],
  ];
  const start = [60, 60, 60];
  const widths = saveLines(rows, start, [14, 14, 14], 3);
  expect(height(rows, start)).toBe(4);
  expect(height(rows, widths)).toBe(2);
});

test("widths stay as they are if nothing wraps", () => {
  expect(saveLines([[[word(10)], [word(10)]]], [30, 90], [13, 13], 3)).toEqual([30, 90]);
});
