import { figurePalettes, unreachable } from "@high-recall/core";
import type { Graphic, Ink, Outline } from "@high-recall/figures";
import { greyOf } from "../display-list/colour.ts";
import type { Drawing, Shape } from "../display-list/display-list.ts";
import type { Fonts } from "../fonts/open-fonts.ts";
import { drawFigureText } from "./draw-figure-text.ts";

/** The graphics of a figure in the document's fonts and inks. */
export function drawGraphics(graphics: readonly Graphic[], fonts: Fonts, isGrey: boolean): Drawing[] {
  const print = ({ colour, role }: Ink) => {
    if (!isGrey) return colour;
    return role === undefined ? greyOf(colour) : figurePalettes.grey[role];
  };
  return graphics.flatMap((graphic): Drawing[] => {
    switch (graphic.kind) {
      case "outline":
        return shapesOf(graphic, print);
      case "text":
        return drawFigureText(graphic, fonts, print);
      case "group": {
        const { matrix, clip } = graphic;
        const drawings = drawGraphics(graphic.graphics, fonts, isGrey);
        return [{ kind: "group", matrix, ...(clip ? { clip } : {}), drawings }];
      }
      default:
        return unreachable(graphic);
    }
  });
}

/** One shape; two when fill and stroke are seen through one another. */
function shapesOf({ segments, fill, isEvenOdd, stroke, opacity }: Outline, print: (ink: Ink) => string): Shape[] {
  const filled = fill && { fill: print(fill), ...(isEvenOdd ? { isEvenOdd } : {}) };
  const outlined = stroke && {
    stroke: print(stroke),
    thickness: stroke.width,
    cap: caps[stroke.cap],
    join: joins[stroke.join],
    ...(stroke.miterLimit === undefined ? {} : { miterLimit: stroke.miterLimit }),
    ...(stroke.dash ? { dash: stroke.dash } : {}),
  };
  const shape = (part: Partial<Shape>, share: number): Shape => ({
    kind: "shape",
    segments,
    ...part,
    ...(share < 1 ? { opacity: share } : {}),
  });
  const isWhole = (fill?.opacity ?? 1) === 1 && (stroke?.opacity ?? 1) === 1;
  if (filled && outlined && isWhole) return [shape({ ...filled, ...outlined }, opacity)];
  return [
    ...(filled ? [shape(filled, fill.opacity * opacity)] : []),
    ...(outlined ? [shape(outlined, stroke.opacity * opacity)] : []),
  ];
}

const caps = { butt: 0, round: 1, square: 2 } as const;
const joins = { miter: 0, round: 1, bevel: 2 } as const;
