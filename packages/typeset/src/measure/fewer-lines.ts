import type { Cluster } from "./break-lines.ts";

/** Widths that may move from one column to another, as shares of the table's width. */
const moves = [0.1, 0.07, 0.04, 0.02];
const mostRounds = 6;

/**
 * Adjusts column widths so that the rows of a table take fewer lines: width moves between two columns as long as that
 * saves lines. No column gets narrower than its `least`; `padding` is the part of a cell's width without text.
 */
export function saveLines(
  rows: readonly (readonly (readonly Cluster[])[])[],
  widths: readonly number[],
  least: readonly number[],
  padding: number,
): number[] {
  const total = widths.reduce((sum, each) => sum + each, 0);
  const linesAt = (column: number, width: number) => rows.map((row) => heightOf(row[column] ?? [], width - padding));
  const best = [...widths];
  const lines = best.map((width, column) => linesAt(column, width));
  const heightWith = (changed: ReadonlyMap<number, readonly number[]>) =>
    rows.reduce(
      (sum, _, row) => sum + Math.max(1, ...lines.map((each, column) => (changed.get(column) ?? each)[row] ?? 0)),
      0,
    );
  const start = heightWith(new Map());
  let height = start;
  for (let round = 0; round < mostRounds && height >= rows.length + 1; round++) {
    const before = height;
    for (const [from, to, move] of pairs(widths.length, total)) {
      const [narrow, wide] = [(best[from] ?? 0) - move, (best[to] ?? 0) + move];
      if (narrow < (least[from] ?? 0)) continue;
      const [fromLines, toLines] = [linesAt(from, narrow), linesAt(to, wide)];
      const changed = heightWith(
        new Map([
          [from, fromLines],
          [to, toLines],
        ]),
      );
      if (changed >= height) continue;
      height = changed;
      [best[from], best[to]] = [narrow, wide];
      [lines[from], lines[to]] = [fromLines, toLines];
    }
    if (height === before) break;
  }
  return Math.floor(height) < Math.floor(start) ? best : [...widths];
}

function pairs(count: number, total: number): [from: number, to: number, move: number][] {
  const columns = Array.from({ length: count }, (_, column) => column);
  return moves.flatMap((share) =>
    columns.flatMap((from) =>
      columns.filter((to) => to !== from).map((to): [number, number, number] => [from, to, share * total]),
    ),
  );
}

/**
 * Number of lines, plus a little for how full they are: several moves together may save a line that none saves alone.
 */
function heightOf(clusters: readonly Cluster[], width: number): number {
  const length = clusters.reduce((sum, cluster) => sum + cluster.space + cluster.width, 0);
  return lineCount(clusters, width) + fullness * Math.min(1, length / width / 10);
}

/** So small that all rows of a table together weigh less than one line. */
const fullness = 1e-3;

/** Least number of lines that hold the clusters. */
function lineCount(clusters: readonly Cluster[], width: number): number {
  let count = clusters.length > 0 ? 1 : 0;
  let used = 0;
  let isStart = true;
  for (const { width: own, space, isForced } of clusters) {
    if (!isStart && used + space + own > width) {
      count += 1;
      used = 0;
      isStart = true;
    }
    used += own + (isStart ? 0 : space);
    // A cluster wider than the line takes several.
    count += Math.max(0, Math.ceil(own / width) - 1);
    isStart = isForced;
    if (isForced) {
      count += 1;
      used = 0;
    }
  }
  return count;
}
