import type { Segment } from "./segment.ts";

/** A quarter circle as a curve has handles of this share of its radius. */
const handle = 0.5522847498;

/** The outline of a rectangle; `rx` and `ry` are the radii of its corners. */
export function rectangle(x: number, y: number, width: number, height: number, rx: number, ry: number): Segment[] {
  const [right, bottom] = [x + width, y + height];
  if (rx <= 0 || ry <= 0) return [["M", x, y], ["L", right, y], ["L", right, bottom], ["L", x, bottom], ["Z"]];
  const [hx, hy] = [rx * (1 - handle), ry * (1 - handle)];
  return [
    ["M", x + rx, y],
    ["L", right - rx, y],
    ["C", right - hx, y, right, y + hy, right, y + ry],
    ["L", right, bottom - ry],
    ["C", right, bottom - hy, right - hx, bottom, right - rx, bottom],
    ["L", x + rx, bottom],
    ["C", x + hx, bottom, x, bottom - hy, x, bottom - ry],
    ["L", x, y + ry],
    ["C", x, y + hy, x + hx, y, x + rx, y],
    ["Z"],
  ];
}

/** The outline of an ellipse; empty when a radius is not above 0. */
export function ellipse(x: number, y: number, rx: number, ry: number): Segment[] {
  if (rx <= 0 || ry <= 0) return [];
  const [hx, hy] = [rx * handle, ry * handle];
  return [
    ["M", x + rx, y],
    ["C", x + rx, y + hy, x + hx, y + ry, x, y + ry],
    ["C", x - hx, y + ry, x - rx, y + hy, x - rx, y],
    ["C", x - rx, y - hy, x - hx, y - ry, x, y - ry],
    ["C", x + hx, y - ry, x + rx, y - hy, x + rx, y],
    ["Z"],
  ];
}

/** Lines through points, given as x and y in turn. */
export function polyline(numbers: readonly number[], isClosed: boolean): Segment[] {
  const points: Segment[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    points.push([at === 0 ? "M" : "L", numbers[at] ?? 0, numbers[at + 1] ?? 0]);
  }
  return isClosed && points.length > 0 ? [...points, ["Z"]] : points;
}
