import type { Scalar } from "yaml";

/** A text of the file and where each of its characters is. */
export interface PlacedText {
  readonly text: string;
  /** Offset in the file of each character and of the end; undefined when that is not known. */
  readonly offsets: readonly number[] | undefined;
  /** Offsets of all of it, with its quotes. */
  readonly whole: readonly [start: number, end: number];
}

/**
 * A YAML scalar's text and where each of its characters is. Plain and quoted scalars on one line are exact; the
 * characters of folded and block scalars are not told apart.
 *
 * @param source the YAML text; @param base its offset in the file
 */
export function placeScalar(node: Scalar, source: string, base: number): PlacedText {
  const [start, end] = node.range ?? [0, 0];
  const written = source.slice(start, end);
  const text = typeof node.value === "string" ? node.value : written;
  let offsets: number[] | undefined;
  return {
    text,
    whole: [base + start, base + end],
    // Only faults need it, so it is computed on demand, and kept: a value may have thousands of faults.
    get offsets() {
      if (offsets === undefined) {
        const characters = readCharacters(node.type, written);
        const isExact = characters !== undefined && characters.map(({ value }) => value).join("") === text;
        offsets = isExact ? offsetsOf(characters, base + start) : [];
      }
      return offsets.length > 0 ? offsets : undefined;
    },
  };
}

/** A piece of the source and the character it means, such as `\n` for a line feed. */
interface Character {
  readonly value: string;
  /** Offsets in the written scalar. */
  readonly start: number;
  readonly end: number;
}

function readCharacters(type: Scalar["type"], written: string): Character[] | undefined {
  switch (type) {
    case "PLAIN":
      return readWith(written, 0, written.length, /[\s\S]/y);
    case "QUOTE_SINGLE":
      return readWith(written, 1, written.length - 1, /''|[\s\S]/y);
    case "QUOTE_DOUBLE":
      return readWith(
        written,
        1,
        written.length - 1,
        /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])|[\s\S]/y,
      );
    default:
      return undefined;
  }
}

function readWith(written: string, from: number, to: number, unit: RegExp): Character[] | undefined {
  const characters: Character[] = [];
  let at = from;
  while (at < to) {
    unit.lastIndex = at;
    const match = unit.exec(written)?.[0];
    if (match === undefined || match === "\n" || match === "\r" || at + match.length > to) return undefined;
    characters.push({ value: meaning(match), start: at, end: at + match.length });
    at += match.length;
  }
  return characters;
}

/** Meaning of the letter after a backslash in double quotes. @see YAML 1.2.2, 5.7 */
const escapes: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  N: "\x85",
  _: "\xa0",
  L: "\u2028",
  P: "\u2029",
};

function meaning(unit: string): string {
  if (unit === "''") return "'";
  if (!unit.startsWith("\\") || unit.length === 1) return unit;
  const letter = unit.charAt(1);
  if (unit.length === 2) return escapes[letter] ?? letter;
  const code = Number.parseInt(unit.slice(2), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** One offset for each UTF-16 unit of the text, and one for its end. */
function offsetsOf(characters: readonly Character[], base: number): number[] {
  const offsets = characters.flatMap(({ value, start }) => new Array<number>(value.length).fill(base + start));
  return [...offsets, base + (characters.at(-1)?.end ?? 1)];
}
