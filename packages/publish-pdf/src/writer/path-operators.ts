import { unreachable } from "@high-recall/core";
import type { Segment } from "@high-recall/figures";
import { number } from "./syntax.ts";

/** Path segments as operators, with y multiplied by `sign`. */
export function pathOperators(segments: readonly Segment[], sign: 1 | -1, places = 2): string {
  const point = (x: number, y: number) => `${number(x, places)} ${number(sign * y, places)}`;
  return segments
    .map((segment) => {
      switch (segment[0]) {
        case "M":
          return `${point(segment[1], segment[2])} m`;
        case "L":
          return `${point(segment[1], segment[2])} l`;
        case "C":
          return `${point(segment[1], segment[2])} ${point(segment[3], segment[4])} ${point(segment[5], segment[6])} c`;
        case "Z":
          return "h";
        default:
          return unreachable(segment);
      }
    })
    .join(" ");
}

/** A rectangle with rounded corners; the handles of a quarter circle are 0.5523 of its radius. */
export function roundedBox(x: number, y: number, width: number, height: number, radius: number): string {
  const handle = radius * (1 - 0.5523);
  const [right, top] = [x + width, y + height];
  const n = (...values: number[]) => values.map((value) => number(value)).join(" ");
  return [
    `${n(x + radius, y)} m ${n(right - radius, y)} l`,
    `${n(right - handle, y, right, y + handle, right, y + radius)} c ${n(right, top - radius)} l`,
    `${n(right, top - handle, right - handle, top, right - radius, top)} c ${n(x + radius, top)} l`,
    `${n(x + handle, top, x, top - handle, x, top - radius)} c ${n(x, y + radius)} l`,
    `${n(x, y + handle, x + handle, y, x + radius, y)} c h`,
  ].join(" ");
}
