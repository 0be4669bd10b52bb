/** A character that a reader cannot see. */
export interface Invisible {
  readonly index: number;
  readonly length: number;
  /** Such as `zero-width space (U+200B)`. */
  readonly name: string;
}

/** The invisible characters of a text. Tab, line feed and CRLF are fine. */
export function invisibles(text: string): Invisible[] {
  const found: Invisible[] = [];
  for (const match of text.matchAll(forbidden)) {
    const code = match[0].codePointAt(0) ?? 0;
    const hex = code.toString(16).toUpperCase().padStart(4, "0");
    found.push({ index: match.index, length: match[0].length, name: `${names.get(code) ?? kindOf(code)} (U+${hex})` });
  }
  return found;
}

const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it finds control characters
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\r(?!\n)/gu;

const names = new Map([
  [0x0d, "carriage return without line feed"],
  [0xad, "soft hyphen"],
  [0x200b, "zero-width space"],
  [0x200c, "zero-width non-joiner"],
  [0x200d, "zero-width joiner"],
  [0x2028, "line separator"],
  [0x2029, "paragraph separator"],
  [0x2060, "word joiner"],
  [0xfeff, "byte order mark"],
]);

function kindOf(code: number): string {
  if (code < 0xa0) return "control character";
  return isBidi(code) ? "bidirectional control" : "invisible character";
}

function isBidi(code: number): boolean {
  return (
    code === 0x61c ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}
