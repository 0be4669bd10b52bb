import { type Figure, quote } from "@high-recall/core";
import { toBase64 } from "./base64.ts";
import type { FigureDrawing } from "./drawing.ts";
import { type FigureFault, faultList } from "./fault.ts";
import { inlineFigure } from "./inline-figure.ts";
import { limits } from "./limits.ts";
import { readPng } from "./png/read-png.ts";
import { readSvg } from "./svg/read-svg.ts";

/** A figure's file, read. Without faults, both figure and drawing are defined. */
export interface ReadFigure {
  readonly figure?: Figure;
  readonly drawing?: FigureDrawing;
  readonly faults: readonly FigureFault[];
  /** The text of an SVG, which the offsets of faults refer to; � is for bytes that are not UTF-8. */
  readonly text?: string;
}

export interface ReadFigureOptions {
  /** Whether the fonts of print have a character; by default, all are allowed. */
  readonly isPrintable?: (codePoint: number) => boolean;
}

/**
 * Reads a figure: whether it is safe, its size, and its drawing.
 *
 * @param path such as `figures/roc.svg`
 */
export function readFigure(path: string, bytes: Uint8Array, options: ReadFigureOptions = {}): ReadFigure {
  const [, extension] = /^figures\/[a-z0-9]+(?:-[a-z0-9]+)*\.(svg|png)$/.exec(path) ?? [];
  if (extension === undefined) {
    const reason = `${quote(path)} is not the name of a figure: write lower-case words joined by hyphens, and \`.svg\` or \`.png\``;
    return { faults: [{ rule: "file-name", reason }] };
  }
  return extension === "png" ? fromPng(path, bytes) : fromSvg(path, bytes, options);
}

function fromPng(path: string, bytes: Uint8Array): ReadFigure {
  const png = readPng(bytes);
  if ("reason" in png) return { faults: [{ rule: "figure-readable", reason: png.reason }] };
  const { header, drawing } = png;
  const { width, height } = header;
  return { figure: { path, mediaType: "image/png", width, height, base64: toBase64(bytes) }, drawing, faults: [] };
}

function fromSvg(path: string, bytes: Uint8Array, { isPrintable = () => true }: ReadFigureOptions): ReadFigure {
  if (bytes.length > limits.source) {
    const most = limits.source / 1024 / 1024;
    return {
      faults: [{ rule: "figure-readable", reason: `The SVG is larger than ${most} MiB: save it with fewer points` }],
    };
  }
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const wrong = isUtf8(bytes) ? -1 : text.indexOf("\ufffd");
  if (wrong >= 0) {
    const reason = "These bytes are not UTF-8: save the file as UTF-8";
    return { faults: [{ rule: "utf-8", reason, start: wrong, end: wrong + 1 }], text };
  }
  const faults = faultList();
  const svg = readSvg(text, faults, isPrintable);
  if (!svg) return { faults: faults.faults, text };
  const { size, drawing } = svg;
  const figure: Figure = { path, mediaType: "image/svg+xml", ...size, base64: toBase64(bytes) };
  const part = text.indexOf("data-part=");
  if (part >= 0 && faults.faults.length === 0 && inlineFigure(figure) === undefined) {
    const place = { start: part, end: part + "data-part".length };
    return { figure, drawing, faults: [{ rule: "figure-readable", reason: notPlain, ...place }], text };
  }
  return { figure, drawing, faults: faults.faults, text };
}

const notPlain =
  "A part can be hidden on a card only in a plain drawing: use shapes and texts without transform, style and use, in the colours of the classes ink, accent, second, muted and paper, or delete `data-part`";

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
