import { lineBreak } from "../costs.ts";

/** An unbreakable piece, as line breaking sees it. */
export interface Cluster {
  readonly width: number;
  /** Width of the space before it; 0 if two clusters touch. */
  readonly space: number;
  /** Whether a line must end after it. */
  readonly isForced: boolean;
  /** Penalty of a line break before it, from `lineBreak`. */
  readonly penalty: number;
}

/** A line: the clusters `from` (inclusive) to `to` (exclusive). */
export interface LineSpan {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/**
 * Breaks a paragraph into lines by total fit: ends as even as possible, no short word alone on the last line. No line
 * is wider than `width` unless a single cluster is.
 * @see Knuth and Plass, Breaking Paragraphs into Lines (1981); here ragged right: spaces neither stretch nor shrink
 */
export function breakLines(clusters: readonly Cluster[], width: number): LineSpan[] {
  const count = clusters.length;
  const best = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(count + 1);
  best[0] = 0;
  for (let start = 0; start < count; start++) {
    const before = best[start] ?? Number.POSITIVE_INFINITY;
    if (before === Number.POSITIVE_INFINITY) continue;
    let line = 0;
    for (let end = start; end < count; end++) {
      const cluster = clusters[end] as Cluster;
      line += cluster.width + (end > start ? cluster.space : 0);
      if (line > width + tolerance && end > start) break;
      const isLast = end === count - 1 || cluster.isForced;
      const cost = before + lineCost(line, width, isLast, end - start + 1, count) + (clusters[end + 1]?.penalty ?? 0);
      if (cost < (best[end + 1] ?? Number.POSITIVE_INFINITY)) {
        best[end + 1] = cost;
        from[end + 1] = start;
      }
      if (cluster.isForced) break;
    }
  }
  const lines: LineSpan[] = [];
  for (let end = count; end > 0; end = from[end] ?? 0) {
    const start = from[end] ?? 0;
    lines.push({ from: start, to: end, width: spanWidth(clusters, start, end) });
  }
  return lines.reverse();
}

/** Rounding of widths must not push a word to the next line. */
const tolerance = 0.01;

function lineCost(line: number, width: number, isLast: boolean, clusters: number, all: number): number {
  const slack = Math.max(0, width - line) / width;
  const over = line > width + tolerance ? lineBreak.overfullLine : 0;
  if (!isLast) return slack * slack + over + lineBreak.line;
  const isStranded = clusters === 1 && all > 6 && slack > 0.75;
  return (isStranded ? lineBreak.strandedWord : 0) + over + lineBreak.line;
}

function spanWidth(clusters: readonly Cluster[], from: number, to: number): number {
  let width = 0;
  for (let index = from; index < to; index++) {
    const cluster = clusters[index] as Cluster;
    width += cluster.width + (index > from ? cluster.space : 0);
  }
  return width;
}
