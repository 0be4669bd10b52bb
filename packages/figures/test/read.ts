import { type ReadFigure, type ReadFigureOptions, readFigure } from "../src/index.ts";

/** Reads the content of an SVG of 100 × 50 pixels. */
export function readBody(body: string, attributes = 'viewBox="0 0 100 50" font-family="sans-serif"'): ReadFigure {
  return readSvgText(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`);
}

export function readSvgText(text: string, options: ReadFigureOptions = {}): ReadFigure {
  return readFigure("figures/a.svg", new TextEncoder().encode(text), options);
}

/** Each fault as the text it is placed on, and its reason. */
export function faultsOf({ text = "", faults }: ReadFigure): string[] {
  return faults.map(({ start = 0, end = 0, rule, reason }) => `${text.slice(start, end)} | ${reason} (${rule})`);
}

/** The reason of each fault. */
export function reasonsOf({ faults }: ReadFigure): string[] {
  return faults.map(({ reason }) => reason);
}
