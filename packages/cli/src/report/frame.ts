import { visible } from "./visible.ts";

/** A line of source around a fault, cut to a width. */
export interface Frame {
  /** The part of the line that is shown. */
  readonly text: string;
  /** Columns of `text` that the fault covers: from, and how many. */
  readonly from: number;
  readonly length: number;
}

const ellipsis = "…";

/**
 * The piece of `line` that shows columns `start` to `end` (from 1, end exclusive) within `width` characters. A
 * paragraph is one long line in Markdown, so the frame shows the part around the fault.
 */
export function frameOf(line: string, start: number, end: number, width: number): Frame {
  const clean = visible(line.replaceAll("\t", " "));
  const from = Math.min(start - 1, clean.length);
  const length = Math.max(1, Math.min(end - 1, clean.length) - from);
  if (clean.length <= width) return { text: clean, from, length };
  const room = Math.max(1, width - 2 * ellipsis.length);
  const left = Math.max(0, Math.min(from - Math.floor((room - Math.min(length, room)) / 2), clean.length - room));
  const prefix = left > 0 ? ellipsis : "";
  const suffix = left + room < clean.length ? ellipsis : "";
  const shown = from - left + prefix.length;
  return {
    text: prefix + clean.slice(left, left + room) + suffix,
    from: shown,
    length: Math.min(length, prefix.length + room - shown),
  };
}
