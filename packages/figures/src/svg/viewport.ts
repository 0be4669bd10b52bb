import { parseNumbers } from "../css/numbers.ts";
import type { Box } from "../drawing.ts";
import type { Matrix } from "./matrix.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Reads four numbers, of which the width and height are above 0. */
export function parseViewBox(text: string): Box | undefined {
  const [x, y, width, height, ...more] = parseNumbers(text) ?? [];
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
  return width > 0 && height > 0 && more.length === 0 ? { x, y, width, height } : undefined;
}

/** How a box is fitted into a viewport of another shape. */
export interface Aspect {
  /** Share of the free width and height that is left of and above the box. */
  readonly x: number;
  readonly y: number;
  readonly fit: "meet" | "slice" | "none";
}

export const centred: Aspect = { x: 0.5, y: 0.5, fit: "meet" };

const shares: Readonly<Record<string, number>> = { Min: 0, Mid: 0.5, Max: 1 };

/** Reads `preserveAspectRatio`. */
export function parseAspect(text: string): Aspect | undefined {
  const [, none, x = "", y = "", fit = "meet"] =
    /^(?:(none)|x(Min|Mid|Max)Y(Min|Mid|Max))(?:\s+(meet|slice))?$/.exec(text.trim()) ?? [];
  if (none !== undefined) return { x: 0, y: 0, fit: "none" };
  const [left, top] = [shares[x], shares[y]];
  return left === undefined || top === undefined
    ? undefined
    : { x: left, y: top, fit: fit === "slice" ? "slice" : "meet" };
}

/** Maps units of a box to units of the viewport that it is fitted into. */
export interface Fitting {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly x: number;
  readonly y: number;
}

/** @see https://www.w3.org/TR/SVG2/coords.html#ComputingAViewportsTransform */
export function fitBox(box: Box, viewport: Size, aspect: Aspect): Fitting {
  let [scaleX, scaleY] = [viewport.width / box.width, viewport.height / box.height];
  if (aspect.fit === "meet") scaleX = scaleY = Math.min(scaleX, scaleY);
  if (aspect.fit === "slice") scaleX = scaleY = Math.max(scaleX, scaleY);
  const x = aspect.x * (viewport.width - box.width * scaleX) - box.x * scaleX;
  const y = aspect.y * (viewport.height - box.height * scaleY) - box.y * scaleY;
  return { scaleX, scaleY, x, y };
}

/** The part of a box's system that is visible in the viewport: the box itself when both have the same shape. */
export function visibleBox(box: Box, viewport: Size, aspect: Aspect): Box {
  const { scaleX, scaleY, x, y } = fitBox(box, viewport, aspect);
  const [width, height] = [viewport.width / scaleX, viewport.height / scaleY];
  const isWhole = near(width, box.width) && near(height, box.height);
  return isWhole ? box : { x: -x / scaleX, y: -y / scaleY, width, height };
}

export function matrixOf({ scaleX, scaleY, x, y }: Fitting): Matrix {
  return [scaleX, 0, 0, scaleY, x, y];
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * other;
}
