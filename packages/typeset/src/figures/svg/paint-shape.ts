import { XmlElement } from "@rgrove/parse-xml";
import type { Shape } from "../../display-list/display-list.ts";
import { greyOf, hexColour } from "../../vector/colour.ts";
import type { Segment } from "../../vector/path.ts";
import { localName, type Reader, styleOf } from "./reader.ts";
import { length, type Properties } from "./style.ts";

/** An outline with its fill and stroke. */
export function shapes(segments: readonly Segment[], name: string, style: Properties, reader: Reader): Shape[] {
  const fill = name === "line" ? undefined : paint(style.fill ?? "black", style, reader);
  const stroke = paint(style.stroke ?? "none", style, reader);
  const thickness = length(style["stroke-width"], 1, Math.hypot(reader.box.width, reader.box.height) / Math.SQRT2);
  const group = Number(style["group-opacity"] ?? 1);
  const fillOpacity = share(style["fill-opacity"]) * group;
  const strokeOpacity = share(style["stroke-opacity"]) * group;
  const dash = dashes(style["stroke-dasharray"]);
  const outline =
    stroke && thickness > 0 ? { stroke, thickness, ...lineStyle(style), ...(dash ? { dash } : {}) } : undefined;
  const rule = style["fill-rule"] === "evenodd" ? { isEvenOdd: true } : {};
  const shape = (part: Partial<Shape>, opacity: number): Shape[] =>
    opacity > 0 ? [{ kind: "shape", segments, ...part, ...(opacity < 1 ? { opacity } : {}) }] : [];
  if (fill && outline && fillOpacity === strokeOpacity) return shape({ fill, ...rule, ...outline }, fillOpacity);
  return [...(fill ? shape({ fill, ...rule }, fillOpacity) : []), ...(outline ? shape(outline, strokeOpacity) : [])];
}

function lineStyle(style: Properties): Pick<Shape, "cap" | "join"> {
  const cap = { butt: 0, round: 1, square: 2 }[style["stroke-linecap"] ?? "butt"] ?? 0;
  const join = { miter: 0, round: 1, bevel: 2 }[style["stroke-linejoin"] ?? "miter"] ?? 0;
  return { cap: cap as 0 | 1 | 2, join: join as 0 | 1 | 2 };
}

function dashes(text: string | undefined): number[] | undefined {
  const list = (text ?? "")
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((part) => length(part, Number.NaN));
  const isUsable = list.length > 0 && list.every((each) => each >= 0) && list.some((each) => each > 0);
  return isUsable ? list : undefined;
}

/** An opacity from 0 to 1. */
export function share(text: string | undefined): number {
  if (text === undefined) return 1;
  const value = Number.parseFloat(text) / (text.trim().endsWith("%") ? 100 : 1);
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 1;
}

/** A paint as a colour; a gradient becomes the mean of its stops. */
export function paint(value: string, style: Properties, reader: Reader): string | undefined {
  const reference = /^url\(\s*["']?#([^"')]+)["']?\s*\)/.exec(value)?.[1];
  const named = value === "currentColor" || value === "currentcolor" ? (style.color ?? "black") : value;
  const colour = reference ? gradient(reader.byId.get(reference), reader) : hexColour(named);
  return colour && reader.isGrey ? greyOf(colour) : colour;
}

function gradient(element: XmlElement | undefined, reader: Reader): string | undefined {
  if (!element) return undefined;
  if (!localName(element).endsWith("Gradient")) {
    reader.omitted.add(`<${element.name}>`);
    return undefined;
  }
  reader.omitted.add("gradients (drawn as one colour)");
  const stops = element.children.filter((child): child is XmlElement => child instanceof XmlElement);
  const colours = stops.flatMap((stop) => hexColour(styleOf(reader)(stop, {})["stop-color"] ?? "black") ?? []);
  if (colours.length === 0) return undefined;
  const mean = [16, 8, 0].map((shift) => {
    const sum = colours.reduce((total, colour) => total + ((Number.parseInt(colour.slice(1), 16) >> shift) & 255), 0);
    return Math.round(sum / colours.length)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${mean.join("")}`;
}
