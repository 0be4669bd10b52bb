import { unreachable } from "@high-recall/core";
import type { Box, Segment } from "@high-recall/figures";
import type { Drawing } from "./display-list.ts";

/** Height of text above and below the baseline, in units of its size. */
const ascent = 0.8;
const descent = 0.25;

/** Bounding box of drawings; for text and formulas, that of their line. */
export function extentOf(drawings: readonly Drawing[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const include = (x: number, y: number) => {
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  };
  for (const drawing of drawings) for (const [x, y] of corners(drawing)) include(x, y);
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 };
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function corners(drawing: Drawing): (readonly [number, number])[] {
  switch (drawing.kind) {
    case "text": {
      const { x, y, width, size } = drawing;
      return cornersOf(x, y - size * ascent, width, size * (ascent + descent));
    }
    case "formula": {
      const { part, x, y, size } = drawing;
      return cornersOf(x, y - part.height * size, part.width * size, (part.height + part.depth) * size);
    }
    case "rectangle":
    case "picture":
      return cornersOf(drawing.x, drawing.y, drawing.width, drawing.height);
    case "line":
      return [drawing.from, drawing.to];
    case "shape":
      return drawing.segments.flatMap(pointsOf);
    case "group": {
      const [a, b, c, d, e, f] = drawing.matrix;
      const box = drawing.clip ?? extentOf(drawing.drawings);
      const inner = cornersOf(box.x, box.y, box.width, box.height);
      return inner.map(([x, y]) => [a * x + c * y + e, b * x + d * y + f] as const);
    }
    default:
      return unreachable(drawing);
  }
}

function cornersOf(x: number, y: number, width: number, height: number): (readonly [number, number])[] {
  return [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ];
}

function pointsOf(segment: Segment): (readonly [number, number])[] {
  if (segment[0] === "Z") return [];
  if (segment[0] !== "C") return [[segment[1], segment[2]]];
  return [
    [segment[1], segment[2]],
    [segment[3], segment[4]],
    [segment[5], segment[6]],
  ];
}
