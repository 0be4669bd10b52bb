import type { ComputedStyle } from "../css/cascade.ts";
import { resolve } from "../css/length.ts";
import type { Paint } from "../css/properties.ts";
import type { Ink, Outline, Stroke } from "../drawing.ts";
import { hasSharpCorner } from "./miter.ts";
import { type Scene, wholeOf } from "./reader.ts";
import type { Segment } from "./segment.ts";

/** A shape with its fill and stroke; undefined when neither is visible. */
export function drawShape(segments: readonly Segment[], scene: Scene): Outline | undefined {
  const { element, style } = scene;
  if (segments.length === 0 || style.visibility !== "visible") return undefined;
  const fill = element.name === "line" ? undefined : inkOf(style.fill, style["fill-opacity"], style);
  const stroke = strokeOf(segments, scene);
  if (!fill && !stroke) return undefined;
  const isEvenOdd = style["fill-rule"] === "evenodd";
  return { kind: "outline", segments, ...(fill ? { fill } : {}), isEvenOdd, ...(stroke ? { stroke } : {}), opacity: 1 };
}

/** A paint as a colour; undefined when it is invisible. */
export function inkOf(paint: Paint, share: number, style: ComputedStyle): Ink | undefined {
  if (paint === "none") return undefined;
  const colour = paint === "currentColor" ? style.color : paint;
  const opacity = colour.opacity * share;
  if (opacity <= 0) return undefined;
  return { colour: colour.hex, opacity, ...(colour.role ? { role: colour.role } : {}) };
}

/** Width of a shape's stroke in user units. */
export function strokeWidth({ style, view }: Omit<Scene, "element">): number {
  return resolve(style["stroke-width"], wholeOf(view, "diagonal"), style);
}

function strokeOf(segments: readonly Segment[], scene: Scene): Stroke | undefined {
  const { style, view } = scene;
  const ink = inkOf(style.stroke, style["stroke-opacity"], style);
  const width = strokeWidth(scene);
  if (!ink || width <= 0) return undefined;
  const join = style["stroke-linejoin"];
  const miterLimit = style["stroke-miterlimit"];
  const dash = style["stroke-dasharray"].map((length) => resolve(length, wholeOf(view, "diagonal"), style));
  return {
    ...ink,
    width,
    cap: style["stroke-linecap"],
    join,
    ...(join === "miter" && (miterLimit < 4 || hasSharpCorner(segments)) ? { miterLimit } : {}),
    ...(dash.length > 0 ? { dash: dash.length % 2 === 0 ? dash : [...dash, ...dash] } : {}),
  };
}
