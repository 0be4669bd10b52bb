import type { InheritedStyle } from "./inherited-style.ts";
import type { Area, MathDrawing } from "./math-drawing.ts";

/** A node layout out: its width in em of the formula, and its drawings with the origin at its left end on the baseline. */
export interface MathLayout {
  readonly width: number;
  readonly drawings: readonly MathDrawing[];
  /** Whether it holds something as wide as the box around it, and must be layout again once that width is known. */
  readonly fillsWidth: boolean;
}

export const nothing: MathLayout = { width: 0, drawings: [], fillsWidth: false };

/** A box of the full width around it, standing on the baseline: drawn only when that width is known. */
export function fullWidthBox(
  height: number,
  least: number,
  inherited: InheritedStyle,
  draw: (box: Area) => MathDrawing[],
): MathLayout {
  if (inherited.fill === undefined) return { width: least, drawings: [], fillsWidth: true };
  const width = Math.max(least, inherited.fill);
  return { width, drawings: draw({ x: 0, y: 0, width, height }), fillsWidth: true };
}
