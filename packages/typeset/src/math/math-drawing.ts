import type { Face } from "../fonts/face.ts";

/** A box in em, from its lower left corner; y goes up from the baseline. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a formula is drawn from. Lengths are in em of the formula's font size; y goes up from the baseline. */
export type MathMark =
  | {
      readonly kind: "glyphs";
      readonly face: Face;
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly colour?: string;
      /** Poor man's bold: the outline is stroked too. */
      readonly isHeavy?: boolean;
    }
  | ({ readonly kind: "rule"; readonly colour?: string; readonly isDashed?: boolean } & Area)
  | ({ readonly kind: "frame"; readonly thickness: number; readonly colour?: string } & Area)
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
      /** From path units to em: scale in x and y, then the place of the path's origin. */
      readonly scaleX: number;
      readonly scaleY: number;
      readonly x: number;
      readonly y: number;
      readonly clip: Area;
      readonly colour?: string;
    }
  | { readonly kind: "mirror"; readonly axis: number; readonly marks: readonly MathMark[] };

/** Marks moved by (dx, dy) em. */
export function moved(marks: readonly MathMark[], dx: number, dy: number): MathMark[] {
  if (dx === 0 && dy === 0) return [...marks];
  return marks.map((mark) => move(mark, dx, dy));
}

function move(mark: MathMark, dx: number, dy: number): MathMark {
  switch (mark.kind) {
    case "glyphs":
    case "rule":
    case "frame":
      return { ...mark, x: mark.x + dx, y: mark.y + dy };
    case "stroke":
      return {
        ...mark,
        from: [mark.from[0] + dx, mark.from[1] + dy],
        to: [mark.to[0] + dx, mark.to[1] + dy],
      };
    case "outline":
      return {
        ...mark,
        x: mark.x + dx,
        y: mark.y + dy,
        clip: { ...mark.clip, x: mark.clip.x + dx, y: mark.clip.y + dy },
      };
    case "mirror":
      return { ...mark, axis: mark.axis + dx, marks: moved(mark.marks, dx, dy) };
    default:
      return unknownMark(mark);
  }
}

function unknownMark(mark: never): never {
  throw new Error(`Unknown mark ${JSON.stringify(mark)}`);
}
