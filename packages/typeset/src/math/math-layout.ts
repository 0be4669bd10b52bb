import type { Context } from "./inherited-style.ts";
import type { Area, MathMark } from "./math-drawing.ts";

/** A node laid out: its width in em of the formula, and its marks with the origin at its left end on the baseline. */
export interface Laid {
  readonly width: number;
  readonly marks: readonly MathMark[];
  /** Whether it holds something as wide as the box around it, and must be laid again once that width is known. */
  readonly isFilling: boolean;
}

export const nothing: Laid = { width: 0, marks: [], isFilling: false };

/** A box of the full width around it, standing on the baseline: drawn only when that width is known. */
export function fillingBox(height: number, least: number, context: Context, draw: (box: Area) => MathMark[]): Laid {
  if (context.fill === undefined) return { width: least, marks: [], isFilling: true };
  const width = Math.max(least, context.fill);
  return { width, marks: draw({ x: 0, y: 0, width, height }), isFilling: true };
}
