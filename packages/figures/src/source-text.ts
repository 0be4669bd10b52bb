import type { Place } from "./fault.ts";

/** A text as a parser reads it, and where its characters are in the file. */
export interface SourceText {
  readonly text: string;
  /** Offsets in the file of all of it. */
  readonly start: number;
  readonly end: number;
  /** Offset in the file of each character and of the end; absent when the file has exactly this text. */
  readonly offsets?: readonly number[];
}

/**
 * Places a text that the file writes from `start` to `end`, perhaps with references (`&gt;`) and line ends of two
 * characters.
 */
export function sourceText(source: string, start: number, end: number, text: string): SourceText {
  if (text.length === end - start) return { text, start, end };
  const offsets: number[] = [];
  for (let at = start; at < end; ) {
    const from = at;
    const isReference = source[at] === "&";
    if (isReference) at = source.indexOf(";", at) + 1;
    else at += source.startsWith("\r\n", at) ? 2 : 1;
    offsets.push(from);
    // A reference to a character outside the basic plane is read as two units.
    if (isReference && isHighSurrogate(text.charCodeAt(offsets.length - 1))) offsets.push(from);
  }
  return { text, start, end, offsets: [...offsets, end] };
}

/** Where a part of the text is in the file. */
export function placeOf({ text, start, end, offsets }: SourceText, from = 0, to = text.length): Place {
  if (from === 0 && to === text.length) return { start, end };
  return offsets
    ? { start: offsets[from] ?? start, end: offsets[to] ?? end }
    : { start: start + from, end: start + to };
}

/** The part of the text from `from` to `to`, without white space at its ends. */
export function trimmed(source: SourceText, from = 0, to = source.text.length): SourceText {
  let [first, last] = [from, to];
  while (first < last && isSpace(source.text, first)) first++;
  while (last > first && isSpace(source.text, last - 1)) last--;
  const { start, end } = placeOf(source, first, last);
  const text = source.text.slice(first, last);
  return source.offsets ? { text, start, end, offsets: source.offsets.slice(first, last + 1) } : { text, start, end };
}

/** Texts of one element, one after the other. */
export function joined(parts: readonly SourceText[]): SourceText {
  const [first, ...others] = parts;
  if (!first) return { text: "", start: 0, end: 0 };
  if (others.length === 0) return first;
  const offsets = parts.flatMap((part) =>
    Array.from({ length: part.text.length }, (_, index) => placeOf(part, index, index + 1).start),
  );
  const { end } = parts.at(-1) ?? first;
  return { text: parts.map(({ text }) => text).join(""), start: first.start, end, offsets: [...offsets, end] };
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
