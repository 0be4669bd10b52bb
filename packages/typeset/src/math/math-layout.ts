import type { InheritedStyle } from "./inherited-style.ts";
import type { Area, MathDrawing } from "./math-drawing.ts";

/**
 * Layout of a node: its width in em of the formula, and its drawings, with the origin at its left end on the baseline.
 */
export interface MathLayout {
  readonly width: number;
  readonly drawings: readonly MathDrawing[];
  /** Whether it is as wide as its parent (`width: 100%`), so it is laid out again when that width is known. */
  readonly fillsWidth: boolean;
}

export const nothing: MathLayout = { width: 0, drawings: [], fillsWidth: false };

/** A box on the baseline, as wide as its parent; drawn once that width is known. */
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
