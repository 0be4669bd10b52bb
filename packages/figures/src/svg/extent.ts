import type { Box, Graphic } from "../drawing.ts";
import type { Matrix } from "./matrix.ts";
import type { Segment } from "./segment.ts";

/** Whether all of some graphics is certainly within a box. */
export function isWithin(graphics: readonly Graphic[], { x, y, width, height }: Box): boolean {
  const extent = extentOf(graphics);
  if (extent === undefined) return false;
  const [left, top, right, bottom] = extent;
  return left >= x && top >= y && right <= x + width && bottom <= y + height;
}

type Extent = readonly [left: number, top: number, right: number, bottom: number];

const empty: Extent = [Infinity, Infinity, -Infinity, -Infinity];

/** A box around graphics, handles of curves included; undefined when it depends on fonts. */
function extentOf(graphics: readonly Graphic[]): Extent | undefined {
  let all = empty;
  for (const graphic of graphics) {
    const extent = extentOfOne(graphic);
    if (!extent) return undefined;
    all = union(all, extent);
  }
  return all;
}

function extentOfOne(graphic: Graphic): Extent | undefined {
  switch (graphic.kind) {
    case "text":
      return undefined;
    case "outline": {
      const [left, top, right, bottom] = graphic.segments.reduce(
        (extent, segment) => union(extent, around(segment)),
        empty,
      );
      // A miter or a square cap reaches furthest.
      const reach = graphic.stroke ? (graphic.stroke.width / 2) * (graphic.stroke.miterLimit ?? 4) : 0;
      return [left - reach, top - reach, right + reach, bottom + reach];
    }
    case "group": {
      const inner = graphic.clip
        ? ([
            graphic.clip.x,
            graphic.clip.y,
            graphic.clip.x + graphic.clip.width,
            graphic.clip.y + graphic.clip.height,
          ] as const)
        : extentOf(graphic.graphics);
      return inner && moved(inner, graphic.matrix);
    }
    default:
      return unknownGraphic(graphic);
  }
}

function around(segment: Segment): Extent {
  if (segment[0] === "Z") return empty;
  if (segment[0] !== "C") return [segment[1], segment[2], segment[1], segment[2]];
  const [, x1, y1, x2, y2, x3, y3] = segment;
  return [Math.min(x1, x2, x3), Math.min(y1, y2, y3), Math.max(x1, x2, x3), Math.max(y1, y2, y3)];
}

function moved([left, top, right, bottom]: Extent, [a, b, c, d, e, f]: Matrix): Extent {
  if (left > right) return empty;
  const corners = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ] as const;
  const points = corners.map(([x, y]) => [a * x + c * y + e, b * x + d * y + f] as const);
  return points.reduce<Extent>((extent, [x, y]) => union(extent, [x, y, x, y]), empty);
}

function union(one: Extent, other: Extent): Extent {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}

function unknownGraphic(graphic: never): never {
  throw new Error(`Unknown graphic ${JSON.stringify(graphic)}`);
}
