import type { Segment } from "./segment.ts";

export type Point = readonly [number, number];

/** A line or curve with the directions in which it leaves and arrives; both are [0, 0] when it has no length. */
export interface Step {
  /** Index of its segment. */
  readonly index: number;
  readonly from: Point;
  readonly to: Point;
  readonly leaves: Point;
  readonly arrives: Point;
}

/** The steps of each subpath; a closed one ends with the line back to its start. */
export interface Subpath {
  readonly start: Point;
  readonly steps: readonly Step[];
  readonly isClosed: boolean;
}

export function subpathsOf(segments: readonly Segment[]): Subpath[] {
  const subpaths: { start: Point; steps: Step[]; isClosed: boolean }[] = [];
  let [start, at]: Point[] = [
    [0, 0],
    [0, 0],
  ];
  for (const [index, segment] of segments.entries()) {
    let current = subpaths.at(-1);
    if (segment[0] === "M" || !current || current.isClosed) {
      if (segment[0] === "M") start = [segment[1], segment[2]];
      at = start ?? [0, 0];
      current = { start: at, steps: [], isClosed: false };
      subpaths.push(current);
      if (segment[0] === "M") continue;
    }
    const from = at ?? [0, 0];
    const to = endOf(segment, current.start);
    const handles: readonly Point[] =
      segment[0] === "C"
        ? [
            [segment[1], segment[2]],
            [segment[3], segment[4]],
          ]
        : [];
    const points = [from, ...handles, to];
    const leaves = points.map((point) => between(from, point)).find(isLong) ?? [0, 0];
    const arrives = points
      .toReversed()
      .map((point) => between(point, to))
      .find(isLong) ?? [0, 0];
    current.steps.push({ index, from, to, leaves, arrives });
    if (segment[0] === "Z") current.isClosed = true;
    at = to;
  }
  return subpaths;
}

function endOf(segment: Segment, start: Point): Point {
  switch (segment[0]) {
    case "Z":
      return start;
    case "C":
      return [segment[5], segment[6]];
    default:
      return [segment[1], segment[2]];
  }
}

function between(from: Point, to: Point): Point {
  return [to[0] - from[0], to[1] - from[1]];
}

function isLong([x, y]: Point): boolean {
  return Math.abs(x) > 1e-6 || Math.abs(y) > 1e-6;
}
