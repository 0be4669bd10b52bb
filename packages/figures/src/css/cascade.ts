import { limits } from "../limits.ts";
import type { Declaration } from "./declarations.ts";
import { resolve } from "./length.ts";
import { initialStyle, ownProperties, type PropertyName, type Style } from "./properties.ts";

/** A style whose font and strokes are in pixels, except for percentages. */
export interface ComputedStyle extends Style {
  /** Size of the font in pixels. */
  readonly em: number;
  /** Size of the root's font in pixels. */
  readonly rem: number;
  readonly weight: number;
}

/** What the root inherits. */
export const rootStyle: ComputedStyle = { ...initialStyle, em: 16, rem: 16, weight: 400 };

/** Applies declarations, the weakest first, to what an element inherits; with `isRoot`, its font size becomes `rem`. */
export function computeStyle(
  declarations: readonly Declaration[],
  inherited: ComputedStyle,
  isRoot: boolean,
): ComputedStyle {
  const style: Record<string, unknown> & { -readonly [Name in keyof ComputedStyle]: ComputedStyle[Name] } = {
    ...inherited,
  };
  for (const name of ownProperties) setProperty(style, name, initialStyle[name]);
  if (declarations.length === 0) return style;
  for (const { name, value } of declarations) {
    setProperty(style, name, "inherit" in value ? inherited[name] : value.set);
  }
  if (style["font-size"] !== inherited["font-size"]) {
    style.em = Math.min(limits.number, resolve(style["font-size"], inherited.em, inherited));
    if (isRoot) style.rem = style.em;
    style["font-size"] = { value: style.em, unit: "px" };
  }
  const weight = style["font-weight"];
  if (weight !== inherited["font-weight"]) {
    style.weight = typeof weight === "number" ? weight : relativeWeight(weight, inherited.weight);
    style["font-weight"] = style.weight;
  }
  // Lengths relative to the font are inherited in pixels.
  const pixels = (length: Style["stroke-width"]): Style["stroke-width"] =>
    length.unit === "em" || length.unit === "rem" ? { value: resolve(length, 0, style), unit: "px" } : length;
  style["stroke-width"] = pixels(style["stroke-width"]);
  if (style["stroke-dasharray"] !== inherited["stroke-dasharray"]) {
    style["stroke-dasharray"] = style["stroke-dasharray"].map(pixels);
  }
  return style;
}

function setProperty(style: Record<string, unknown>, name: PropertyName, value: unknown): void {
  style[name] = value;
}

/** @see https://www.w3.org/TR/css-fonts-4/#relative-weights */
function relativeWeight(weight: "bolder" | "lighter", inherited: number): number {
  if (weight === "bolder") return inherited < 350 ? 400 : inherited < 550 ? 700 : 900;
  return inherited < 550 ? 100 : inherited < 750 ? 400 : 700;
}
