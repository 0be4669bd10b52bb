import { unreachable } from "@high-recall/core";
import type { Face } from "../fonts/face.ts";

/** A box in em; (x, y) is its lower left corner, y goes up from the baseline. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One drawing of a formula. Lengths are in em of the formula's font size; y goes up from the baseline. */
export type MathDrawing =
  | {
      readonly kind: "glyphs";
      readonly face: Face;
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly colour?: string;
      /** Poor man's bold: the outline is stroked as well. */
      readonly isHeavy?: boolean;
    }
  | ({ readonly kind: "rule"; readonly colour?: string; readonly isDashed?: boolean } & Area)
  | ({ readonly kind: "border"; readonly thickness: number; readonly colour?: string } & Area)
  | {
      readonly kind: "stroke";
      readonly from: readonly [number, number];
      readonly to: readonly [number, number];
      readonly thickness: number;
      readonly colour?: string;
    }
  | {
      readonly kind: "outline";
      /** SVG path data. */
      readonly path: string;
      /** From path units to em: scale in x and y, then the origin of the path. */
      readonly scaleX: number;
      readonly scaleY: number;
      readonly x: number;
      readonly y: number;
      readonly clip: Area;
      readonly colour?: string;
    }
  | { readonly kind: "mirror"; readonly axis: number; readonly drawings: readonly MathDrawing[] };

/** Drawings moved by (dx, dy) em. */
export function translated(drawings: readonly MathDrawing[], dx: number, dy: number): MathDrawing[] {
  if (dx === 0 && dy === 0) return [...drawings];
  return drawings.map((drawing) => move(drawing, dx, dy));
}

function move(drawing: MathDrawing, dx: number, dy: number): MathDrawing {
  switch (drawing.kind) {
    case "glyphs":
    case "rule":
    case "border":
      return { ...drawing, x: drawing.x + dx, y: drawing.y + dy };
    case "stroke":
      return {
        ...drawing,
        from: [drawing.from[0] + dx, drawing.from[1] + dy],
        to: [drawing.to[0] + dx, drawing.to[1] + dy],
      };
    case "outline":
      return {
        ...drawing,
        x: drawing.x + dx,
        y: drawing.y + dy,
        clip: { ...drawing.clip, x: drawing.clip.x + dx, y: drawing.clip.y + dy },
      };
    case "mirror":
      return { ...drawing, axis: drawing.axis + dx, drawings: translated(drawing.drawings, dx, dy) };
    default:
      return unreachable(drawing);
  }
}
