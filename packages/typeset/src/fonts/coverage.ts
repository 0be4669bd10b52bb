import { coverageRanges } from "./coverage-table.ts";

/** Pairs of first and last code point, in order. */
const ranges = Uint32Array.from(
  coverageRanges.split(" ").flatMap((range) => {
    const [first = "", last = first] = range.split("-");
    return [Number.parseInt(first, 36), Number.parseInt(last, 36)];
  }),
);

/**
 * Whether running text can show a character; false also for control characters. A table, so that this question does
 * not require a font to be opened; a test compares the table with the fonts.
 */
export function isPrintable(codePoint: number): boolean {
  let low = 0;
  let high = ranges.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < (ranges[2 * middle] ?? 0)) high = middle - 1;
    else if (codePoint > (ranges[2 * middle + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}
