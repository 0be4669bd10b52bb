import type { Literal, Node, Position } from "unist";
import type { VFile } from "vfile";

interface Line {
  /** UTF-16 units before it. */
  readonly offset: number;
  /** Without its line ending. */
  readonly text: string;
}

/** The place of the characters from `start` to `end`, as UTF-16 offsets in the file. */
export function placeAt(file: VFile, start: number, end: number): Position {
  const lines = linesOfFile(file);
  return { start: pointAt(lines, start), end: pointAt(lines, end) };
}

/** The place of a piece of a node, `start` and `end` counted from where the node begins in the file. */
export function placeInNode(file: VFile, node: Node, start: number, end: number): Position | undefined {
  const base = node.position?.start.offset;
  return base === undefined ? node.position : placeAt(file, base + start, base + end);
}

/** What stands in the file at a place; empty when there is no place. */
export function sourceAt(file: VFile, place: Position | undefined): string {
  if (place?.start.offset === undefined || place.end.offset === undefined) return "";
  return String(file).slice(place.start.offset, place.end.offset);
}

/**
 * The place of a piece of a node's value, `start` and `end` counted in the value. Where the value does not stand
 * literally in the file (an escape, an entity), it is the whole node.
 */
export function placeInValue(file: VFile, node: Literal, start: number, end: number): Position | undefined {
  if (!node.position) return undefined;
  const lines = linesOfFile(file);
  const isFenced = node.type === "math" || node.type === "code";
  const offsets = [start, end].map((offset) =>
    isFenced ? offsetInFence(lines, node, offset) : offsetInLine(String(file), node, offset),
  );
  const [from, to] = offsets;
  if (from === undefined || to === undefined) return node.position;
  return { start: pointAt(lines, from), end: pointAt(lines, to) };
}

/** The last line that holds something; line 1 of an empty file. */
export function lastLine(file: VFile): Position {
  const lines = linesOfFile(file);
  const last = lines.findLast((line) => line.text.trim() !== "") ?? { offset: 0, text: "" };
  return { start: pointAt(lines, last.offset), end: pointAt(lines, last.offset + last.text.length) };
}

/** From the start of the first node to the end of the last. */
export function span(nodes: readonly Node[]): Position | undefined {
  const start = nodes[0]?.position?.start;
  const end = nodes.at(-1)?.position?.end;
  return start && end ? { start, end } : undefined;
}

/** Lines of the files that were asked for last, so that a file is cut into lines once. */
const cut = new WeakMap<VFile, { text: string; lines: readonly Line[] }>();

function linesOfFile(file: VFile): readonly Line[] {
  const text = String(file);
  const known = cut.get(file);
  if (known?.text === text) return known.lines;
  const lines = linesOf(text);
  cut.set(file, { text, lines });
  return lines;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let offset = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ offset, text: text.slice(offset, match.index) });
    offset = match.index + match[0].length;
  }
  lines.push({ offset, text: text.slice(offset) });
  return lines;
}

function pointAt(lines: readonly Line[], offset: number) {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle]?.offset ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines[low]?.offset ?? 0) + 1, offset };
}

/** A fence strips its own indent from each line, so each line of the value ends a line of the file. */
function offsetInFence(lines: readonly Line[], node: Literal, offset: number): number | undefined {
  const inside = linesOf(String(node.value));
  const index = inside.findLastIndex((line) => line.offset <= offset);
  const line = inside[index];
  const written = lines[(node.position?.start.line ?? 0) + index];
  if (!line || !written) return undefined;
  const indent = written.text.lastIndexOf(line.text);
  return indent < 0 ? undefined : written.offset + indent + Math.min(offset - line.offset, line.text.length);
}

function offsetInLine(text: string, node: Literal, offset: number): number | undefined {
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  if (from === undefined || to === undefined) return undefined;
  const at = text.slice(from, to).indexOf(String(node.value));
  return at < 0 ? undefined : from + at + offset;
}
