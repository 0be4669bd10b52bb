import type { Segment } from "./segment.ts";
import { type Point, type Step, subpathsOf } from "./tangents.ts";

/** Up to this ratio of a corner's length to the stroke's width, no renderer cuts a miter off. */
const common = 4;

/** Whether any corner is so sharp that the miter limit matters. */
export function hasSharpCorner(segments: readonly Segment[]): boolean {
  return subpathsOf(segments).some(({ steps, isClosed }) => {
    const long = steps.filter(({ leaves }) => leaves[0] !== 0 || leaves[1] !== 0);
    const pairs = long.slice(1).map((step, index) => [long[index], step] as const);
    const [first, last] = [long[0], long.at(-1)];
    if (isClosed && first && last) pairs.push([last, first]);
    return pairs.some(([one, other]) => one !== undefined && isSharp(one, other));
  });
}

/** A miter is 1 / sin(half of the corner's angle) widths long. */
function isSharp({ arrives }: Step, { leaves }: Step): boolean {
  const turn = Math.abs(angleBetween(arrives, leaves));
  return Math.cos(turn / 2) < 1 / common;
}

function angleBetween([x1, y1]: Point, [x2, y2]: Point): number {
  return Math.atan2(x1 * y2 - y1 * x2, x1 * x2 + y1 * y2);
}
