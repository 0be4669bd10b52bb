import * as fc from "fast-check";
import { expect, test } from "vitest";
import { breakLines, type Cluster } from "../src/measure/break-lines.ts";

const cluster = fc.record({
  width: fc.double({ min: 0.1, max: 60, noNaN: true }),
  space: fc.constantFrom(0, 2.5),
  isForced: fc.integer({ min: 0, max: 19 }).map((roll) => roll === 0),
  penalty: fc.constantFrom(0, 0, 0, 0.05),
});
const paragraphs = fc.array(cluster, { minLength: 0, maxLength: 80 });
const widths = fc.double({ min: 20, max: 300, noNaN: true });

test("every cluster is on one line, in order", () => {
  fc.assert(
    fc.property(paragraphs, widths, (clusters, width) => {
      let next = 0;
      for (const line of breakLines(clusters, width)) {
        expect(line.from).toBe(next);
        expect(line.to).toBeGreaterThan(line.from);
        next = line.to;
      }
      expect(next).toBe(clusters.length);
    }),
  );
});

test("no line is too wide unless one cluster is", () => {
  fc.assert(
    fc.property(paragraphs, widths, (clusters, width) => {
      for (const line of breakLines(clusters, width)) {
        if (line.to - line.from > 1) expect(line.width).toBeLessThanOrEqual(width + 0.02);
      }
    }),
  );
});

test("a line ends after every forced break", () => {
  fc.assert(
    fc.property(paragraphs, widths, (clusters, width) => {
      const ends = new Set(breakLines(clusters, width).map((line) => line.to));
      clusters.forEach((each, index) => {
        if (each.isForced) expect(ends).toContain(index + 1);
      });
    }),
  );
});

test("total fit is no more ragged than greedy filling", () => {
  const plain = fc.array(fc.double({ min: 1, max: 15, noNaN: true }), { minLength: 2, maxLength: 60 });
  fc.assert(
    fc.property(plain, widths, (list, width) => {
      const clusters: Cluster[] = list.map((each) => ({ width: each, space: 2.5, isForced: false, penalty: 0 }));
      const total = breakLines(clusters, width);
      const greedy = fillGreedily(clusters, width);
      const raggedness = (lines: { width: number }[]) =>
        lines.slice(0, -1).reduce((sum, line) => sum + ((width - line.width) / width) ** 2, 0);
      expect(raggedness(total)).toBeLessThanOrEqual(raggedness(greedy) + 0.1);
    }),
  );
});

function fillGreedily(clusters: readonly Cluster[], width: number): { width: number }[] {
  const lines: { width: number }[] = [];
  let used = 0;
  for (const { width: own, space } of clusters) {
    const more = used > 0 ? space + own : own;
    if (used > 0 && used + more > width) {
      lines.push({ width: used });
      used = own;
    } else {
      used += more;
    }
  }
  if (used > 0) lines.push({ width: used });
  return lines;
}
