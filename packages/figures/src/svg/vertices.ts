import type { PathData } from "./path-data.ts";
import { type Point, subpathsOf } from "./tangents.ts";

/** A place where a path bears a marker; the angle is that of the path, in radians. */
export interface Vertex {
  readonly at: Point;
  readonly angle: number;
  readonly role: "start" | "mid" | "end";
}

/** Where a path begins, turns and ends. @see https://www.w3.org/TR/SVG2/painting.html#TermDirection */
export function verticesOf({ segments, vertices }: PathData): Vertex[] {
  const isVertex = new Set(vertices);
  const found: { at: Point; angle: number }[] = [];
  for (const { start, steps, isClosed } of subpathsOf(segments)) {
    const [first, last] = [steps[0], steps.at(-1)];
    const closing = isClosed && first && last ? bisected(last.arrives, first.leaves) : undefined;
    found.push({ at: start, angle: closing ?? angleOf(first?.leaves ?? [0, 0]) });
    for (const [index, step] of steps.entries()) {
      if (!isVertex.has(step.index)) continue;
      const next = steps[index + 1];
      const angle = next ? bisected(step.arrives, next.leaves) : (closing ?? angleOf(step.arrives));
      found.push({ at: step.to, angle });
    }
  }
  const [only] = found;
  if (only && found.length === 1)
    return [
      { ...only, role: "start" },
      { ...only, role: "end" },
    ];
  return found.map((vertex, index) => ({
    ...vertex,
    role: index === 0 ? "start" : index === found.length - 1 ? "end" : "mid",
  }));
}

function angleOf([x, y]: Point): number {
  return Math.atan2(y, x);
}

/** The direction between two, on the side of the smaller turn. */
function bisected(one: Point, other: Point): number {
  const [from, to] = [angleOf(one), angleOf(other)];
  return (Math.abs(from - to) > Math.PI ? from + 2 * Math.PI + to : from + to) / 2;
}
