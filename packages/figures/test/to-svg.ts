import { unreachable } from "@high-recall/core";
import type { Graphic, Ink, Outline, Segment, TextRun, VectorDrawing } from "../src/index.ts";

/**
 * A drawing as an SVG without styles, references, units and inheritance. Chromium then draws the file and our reading
 * of it with the same fonts and the same rasteriser, so that any difference comes from the reading.
 */
export function toSvg({ box, graphics }: VectorDrawing, width: number, height: number): string {
  const { x, y } = box;
  const attributes = `viewBox="${x} ${y} ${box.width} ${box.height}" width="${width}" height="${height}"`;
  const body = graphics.map((graphic, index) => draw(graphic, `c${index}`)).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" preserveAspectRatio="none" ${attributes}>${body}</svg>`;
}

function draw(graphic: Graphic, id: string): string {
  switch (graphic.kind) {
    case "outline":
      return outline(graphic);
    case "text":
      return `<text>${graphic.runs.map(run).join("")}</text>`;
    case "group": {
      const { matrix, clip, graphics } = graphic;
      const inner = graphics.map((each, index) => draw(each, `${id}-${index}`)).join("");
      const transform = `transform="matrix(${matrix.join(" ")})"`;
      if (!clip) return `<g ${transform}>${inner}</g>`;
      const { x, y, width, height } = clip;
      const box = `<rect x="${x}" y="${y}" width="${width}" height="${height}"/>`;
      return `<clipPath id="${id}">${box}</clipPath><g ${transform}><g clip-path="url(#${id})">${inner}</g></g>`;
    }
    default:
      return unreachable(graphic);
  }
}

function outline({ segments, fill, isEvenOdd, stroke, opacity }: Outline): string {
  const parts = [`d="${segments.map(command).join("")}"`, ink("fill", fill)];
  if (isEvenOdd) parts.push('fill-rule="evenodd"');
  if (opacity < 1) parts.push(`opacity="${opacity}"`);
  if (stroke) {
    parts.push(ink("stroke", stroke), `stroke-width="${stroke.width}"`);
    parts.push(`stroke-linecap="${stroke.cap}"`, `stroke-linejoin="${stroke.join}"`);
    if (stroke.miterLimit !== undefined) parts.push(`stroke-miterlimit="${stroke.miterLimit}"`);
    if (stroke.dash) parts.push(`stroke-dasharray="${stroke.dash.join(" ")}"`);
  }
  return `<path ${parts.join(" ")}/>`;
}

function command(segment: Segment): string {
  return `${segment[0]}${segment.slice(1).join(" ")}`;
}

function ink(name: "fill" | "stroke", value: Ink | undefined): string {
  return value ? `${name}="${value.colour}" ${name}-opacity="${value.opacity}"` : `${name}="none"`;
}

function run({ text, x, y, dx, dy, anchor, family, isBold, isItalic, size, baseline, ink: paint }: TextRun): string {
  const place = [
    x === undefined ? "" : `x="${x}"`,
    y === undefined ? "" : `y="${y}"`,
    dx === 0 ? "" : `dx="${dx}"`,
    dy === 0 ? "" : `dy="${dy}"`,
  ];
  const font = `font-family="${family === "mono" ? "monospace" : "sans-serif"}" font-size="${size}"`;
  const look = `font-weight="${isBold ? "bold" : "normal"}" font-style="${isItalic ? "italic" : "normal"}"`;
  const lines = `text-anchor="${anchor}" dominant-baseline="${baseline}"`;
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<tspan ${place.join(" ")} ${font} ${look} ${lines} ${ink("fill", paint)} xml:space="preserve">${escaped}</tspan>`;
}
