import type { Point, Position } from "unist";
import type { VFile } from "vfile";

/** The first column of the first line: where a fault of the whole file is reported. */
export const wholeFile: Position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };

/** A text made from the file, and where each of its characters stands there. */
export interface PlacedText {
  readonly text: string;
  /** Offset in the file of each character and of the end; undefined when that is not known. */
  readonly offsets: readonly number[] | undefined;
  /** Offsets of all of it, with its quotes or fences. */
  readonly whole: readonly [start: number, end: number];
}

/** Where offsets of the file stand; columns are UTF-16 units from 1. */
export function placeAt(file: VFile, start: number, end: number): Position {
  const text = String(file);
  const from = clamp(start, text.length);
  return { start: pointAt(file, text, from), end: pointAt(file, text, Math.max(from, clamp(end, text.length))) };
}

/** Where a part of a placed text stands; all of the text when its characters cannot be told apart. */
export function placeWithin(file: VFile, placed: PlacedText, start = 0, end = placed.text.length): Position {
  const from = placed.offsets?.[start];
  const to = placed.offsets?.[end];
  return from === undefined || to === undefined ? placeAt(file, ...placed.whole) : placeAt(file, from, to);
}

/** The end of the file: where what is missing at the end is reported. */
export function lastLine(file: VFile): Position {
  const text = String(file);
  const end = text.trimEnd().length;
  return placeAt(file, Math.max(text.lastIndexOf("\n", end - 1) + 1, 0), end);
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(offset, 0), length);
}

interface Lines {
  readonly text: string;
  /** Offset at which each line starts. */
  readonly starts: readonly number[];
}
const linesOf = new WeakMap<VFile, Lines>();

function pointAt(file: VFile, text: string, offset: number): Point {
  let lines = linesOf.get(file);
  if (lines?.text !== text) {
    lines = { text, starts: lineStarts(text) };
    linesOf.set(file, lines);
  }
  let low = 0;
  let high = lines.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines.starts[low] ?? 0) + 1, offset };
}

/** A line ends with LF, CRLF or a lone CR, as in CommonMark. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const ending of text.matchAll(/\r\n|\n|\r/g)) starts.push(ending.index + ending[0].length);
  return starts;
}
