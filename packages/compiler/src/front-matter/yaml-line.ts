/** A line of YAML as an author sees it: its indentation, marks of list entries, a key and a value. */
export interface YamlLine {
  /** Offsets in the text, without the line ending. */
  readonly start: number;
  readonly end: number;
  /** Number of spaces and tabs before anything else. */
  readonly indent: number;
  /** Whether the line begins list entries. */
  readonly isEntry: boolean;
  /** The text after indentation and marks of list entries: from where, and what. */
  readonly from: number;
  readonly text: string;
  /** The key, if a colon follows it as YAML asks. */
  readonly key: string | undefined;
  /** Where the value begins; where the text begins if there is no key. */
  readonly valueFrom: number;
  readonly value: string;
}

/** The lines of a text, those that are blank or comments left out. */
export function linesOf(source: string): YamlLine[] {
  const lines: YamlLine[] = [];
  for (let start = 0; start < source.length; ) {
    const ending = source.indexOf("\n", start);
    const next = ending < 0 ? source.length : ending + 1;
    const written = source.slice(start, next).trimEnd();
    const line = readLine(written, start);
    if (line.text !== "" && !line.text.startsWith("#")) lines.push(line);
    start = next;
  }
  return lines;
}

function readLine(written: string, start: number): YamlLine {
  const indent = written.length - written.trimStart().length;
  let at = indent;
  while (written.startsWith("- ", at) || written.startsWith("-\t", at)) at = skipBlank(written, at + 1);
  const text = written.slice(at);
  const colon = colonAfterKey(text);
  const valueAt = colon < 0 ? at : skipBlank(written, at + colon + 1);
  return {
    ...{ start, end: start + written.length, indent, isEntry: at > indent, from: start + at, text },
    key: colon < 0 ? undefined : text.slice(0, colon).trimEnd(),
    valueFrom: start + valueAt,
    value: written.slice(valueAt),
  };
}

/** Offset of the colon that ends a key; -1 without one. */
function colonAfterKey(text: string): number {
  const quote = text[0];
  const from = quote === "'" || quote === '"' ? text.indexOf(quote, 1) : 0;
  const inside = from < 0 ? -1 : text.indexOf(": ", from);
  if (inside >= 0) return inside;
  return text.endsWith(":") ? text.length - 1 : -1;
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\t") at += 1;
  return at;
}

/** Whether the line was meant as a key and a value: a key is one word, or TeX. */
export function isPair({ key }: YamlLine): boolean {
  return key !== undefined && /^(?:[^\s[\]{},]+|\\[^[\],]*|'[^']*'|"[^"]*")$/.test(key);
}

/**
 * Where the keys of the top level begin, each with everything that belongs to it: what is wrong with one does not make the
 * others unreadable.
 */
export function blocksOf(source: string): { readonly start: number; readonly end: number }[] {
  const starts = [0];
  for (let at = source.indexOf("\n") + 1; at > 0 && at < source.length; at = source.indexOf("\n", at) + 1) {
    if (!/[\s#\]}-]/.test(source[at] ?? "") || isSeparator(source, at)) starts.push(at);
  }
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? source.length }));
}

function isSeparator(source: string, at: number): boolean {
  return source.startsWith("---", at) && /^(?:\s|$)/.test(source.slice(at + 3, at + 4));
}
