import { parsePath, type Segment } from "../../vector/path.ts";
import { length } from "./style.ts";

type Attributes = Readonly<Record<string, string>>;

/** A quarter circle as a curve has handles of this share of its radius. */
const handle = 0.5522847498;

/** The outline of a shape; undefined when the element is none. */
export function outlineOf(name: string, attributes: Attributes, width: number, height: number): Segment[] | undefined {
  const x = (key: string) => length(attributes[key], 0, width);
  const y = (key: string) => length(attributes[key], 0, height);
  switch (name) {
    case "path":
      return [...parsePath(attributes.d ?? "")];
    case "rect": {
      const [radiusX, radiusY] = [attributes.rx ?? attributes.ry, attributes.ry ?? attributes.rx];
      const [w, h] = [x("width"), y("height")];
      const rx = Math.min(length(radiusX, 0, width), w / 2);
      const ry = Math.min(length(radiusY, 0, height), h / 2);
      return w > 0 && h > 0 ? rectangle(x("x"), y("y"), w, h, rx, ry) : [];
    }
    case "circle": {
      const radius = length(attributes.r, 0, Math.hypot(width, height) / Math.SQRT2);
      return ellipse(x("cx"), y("cy"), radius, radius);
    }
    case "ellipse":
      return ellipse(x("cx"), y("cy"), x("rx"), y("ry"));
    case "line":
      return [
        ["M", x("x1"), y("y1")],
        ["L", x("x2"), y("y2")],
      ];
    case "polyline":
    case "polygon": {
      const numbers = (attributes.points ?? "").match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi)?.map(Number) ?? [];
      const points: Segment[] = [];
      for (let at = 0; at + 1 < numbers.length; at += 2) {
        points.push([at === 0 ? "M" : "L", numbers[at] ?? 0, numbers[at + 1] ?? 0]);
      }
      return name === "polygon" && points.length > 0 ? [...points, ["Z"]] : points;
    }
    default:
      return undefined;
  }
}

function rectangle(x: number, y: number, width: number, height: number, rx: number, ry: number): Segment[] {
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

function ellipse(x: number, y: number, rx: number, ry: number): Segment[] {
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

/** Where a path begins and ends, and its direction there in radians: markers are turned that way. */
export function ends(
  segments: readonly Segment[],
): { at: readonly [number, number]; angle: number; isStart: boolean }[] {
  const points: (readonly [number, number])[] = [];
  for (const segment of segments) {
    if (segment[0] === "Z") continue;
    if (segment[0] === "C") points.push([segment[1], segment[2]], [segment[3], segment[4]], [segment[5], segment[6]]);
    else points.push([segment[1], segment[2]]);
  }
  const distinct = points.filter((point, index) => index === 0 || !same(point, points[index - 1] ?? point));
  const [first, second] = distinct;
  const [before, last] = distinct.slice(-2);
  if (!first || !second || !before || !last) return [];
  const direction = (from: readonly [number, number], to: readonly [number, number]) =>
    Math.atan2(to[1] - from[1], to[0] - from[0]);
  return [
    { at: first, angle: direction(first, second), isStart: true },
    { at: last, angle: direction(before, last), isStart: false },
  ];
}

function same(left: readonly [number, number], right: readonly [number, number]): boolean {
  return Math.abs(left[0] - right[0]) < 1e-6 && Math.abs(left[1] - right[1]) < 1e-6;
}
