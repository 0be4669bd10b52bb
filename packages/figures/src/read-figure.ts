import type { Figure } from "@high-recall/core";
import { readPng } from "./png.ts";
import { readSvg } from "./svg.ts";

/** What is wrong with a picture. */
export interface FigureFault {
  readonly rule: "figure-safe" | "figure-readable" | "file-name" | "utf-8";
  readonly reason: string;
  /** Offsets in an SVG's text; absent for a fault of the whole file. */
  readonly start?: number;
  readonly end?: number;
}

/** Natural size in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Its size, when it has one, and what is wrong with it. */
export interface Measured {
  readonly size: Size | undefined;
  readonly faults: readonly FigureFault[];
}

/**
 * A picture of a topic, checked.
 * @param path such as `figures/roc.svg`
 * @param text the SVG's text; undefined for a PNG, and when the bytes are not UTF-8
 */
export function readFigure(
  path: string,
  bytes: Uint8Array,
  text: string | undefined,
): { figure: Figure | undefined; faults: readonly FigureFault[] } {
  const [, extension] = /^figures\/[a-z0-9]+(?:-[a-z0-9]+)*\.(svg|png)$/.exec(path) ?? [];
  if (extension === undefined) {
    const reason = `Unexpected file \`${path}\`, expected lower-case words joined by hyphens, and \`.svg\` or \`.png\``;
    return { figure: undefined, faults: [{ rule: "file-name", reason }] };
  }
  const { size, faults } = extension === "png" ? readPng(bytes) : readText(text);
  if (size === undefined) return { figure: undefined, faults };
  const mediaType = extension === "png" ? "image/png" : "image/svg+xml";
  return { figure: { path, mediaType, ...size, base64: toBase64(bytes) }, faults };
}

function readText(text: string | undefined): Measured {
  if (text !== undefined) return readSvg(text);
  const reason = "Unexpected bytes that are not UTF-8, expected UTF-8: save the file with that encoding";
  return { size: undefined, faults: [{ rule: "utf-8", reason }] };
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
