/** What print would get wrong. */
export interface PrintFault {
  readonly text: string;
  /** UTF-16 units before it. */
  readonly start: number;
  readonly kind: PrintFaultKind;
}

/**
 * - `glyph`: no font has it
 * - `script`: its letters join, stack or run from right to left
 * - `mark`: a combining mark whose place over or under its character is not known
 * - `sign`: part of an emoji sequence (a flag, a skin tone, a keycap), or a private sign of a font
 * - `space`: a space that is wide, or that looks like another
 * - `hidden`: nothing to see
 */
export type PrintFaultKind = "glyph" | "script" | "mark" | "sign" | "space" | "hidden";

/**
 * What print would get wrong in a text, in order. Print draws one glyph a character, from left to right, and puts a mark
 * over its letter: that a font has a glyph is not enough.
 * @param hasGlyph whether a font has a character
 */
export function printFaults(text: string, hasGlyph: (codePoint: number) => boolean): PrintFault[] {
  if (!/[^\t\n\r\x20-\x7e]/.test(text)) return [];
  const faults: PrintFault[] = [];
  for (const { 0: cluster, index: start } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const kind = kindOf(cluster, hasGlyph);
    const last = faults.at(-1);
    if (kind === undefined) continue;
    if (last?.kind === kind && last.start + last.text.length === start) {
      faults[faults.length - 1] = { ...last, text: last.text + cluster };
    } else {
      faults.push({ text: cluster, start, kind });
    }
  }
  return faults;
}

/** Code points for a message: `U+05E9 U+05DC`, with `…` after the third. */
export function codesOf(text: string): string {
  const codes = [...text].slice(0, 4).map((character) => {
    const code = character.codePointAt(0) ?? 0;
    return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  });
  return codes.length > 3 ? `${codes.slice(0, 3).join(" ")} …` : codes.join(" ");
}

type HasGlyph = (codePoint: number) => boolean;

/** A character with its marks. */
function kindOf(cluster: string, hasGlyph: HasGlyph): PrintFaultKind | undefined {
  // Print has one form of an emoji, so a selector after one changes nothing.
  const drawn = cluster.replace(/^(\p{Extended_Pictographic})[\ufe0e\ufe0f]$/u, "$1").normalize("NFC");
  const base = String.fromCodePoint(drawn.codePointAt(0) ?? 0);
  const fault = kindOfCharacter(base, hasGlyph);
  if (fault !== undefined || drawn === base) return fault;
  if (/[\u20e3\ufe00-\ufe0f]/.test(drawn)) return "sign";
  return placedMark.test(drawn) && hasGlyph(drawn.codePointAt(1) ?? 0) ? undefined : "mark";
}

/** Letters and marks that have no character of their own, and for which every text font knows where the mark belongs. */
const placedMark =
  /^(?:[A-Za-z][\u0300-\u0302\u0304-\u0309\u030a\u030b\u030f\u0311-\u0313]|[A-FH-Za-fh-z]\u0303|[A-IK-Za-z]\u030c)$/;

function kindOfCharacter(character: string, hasGlyph: HasGlyph): PrintFaultKind | undefined {
  if (/^[\t\n\r \u00a0\u2009\u200a\u202f]$/.test(character)) return undefined;
  // The last is the Braille pattern without dots.
  if (/^[\p{Zs}\u2800]$/u.test(character)) return "space";
  if (/^[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]$/u.test(character)) return "hidden";
  if (/^\p{M}$/u.test(character)) return "mark";
  if (!hasGlyph(character.codePointAt(0) ?? 0)) return "glyph";
  if (signs.test(character)) return "sign";
  return oneByOne.test(character) && !fromRightToLeft.test(character) ? undefined : "script";
}

/** Halves of flags, skin tones, the object replacement character, and private-use characters. */
const signs = /^[\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\ufffc\p{Co}]$/u;

/** Scripts that can be read when they are drawn character by character from left to right. */
const scripts =
  `Latin Greek Cyrillic Armenian Georgian Coptic Cherokee Canadian_Aboriginal Deseret Glagolitic Gothic Old_Italic Runic
  Ogham Lisu Tifinagh Braille Ethiopic Han Hiragana Katakana Bopomofo Yi Common`.split(/\s+/);
const oneByOne = new RegExp(`^[${scripts.map((script) => `\\p{Script=${script}}`).join("")}\\p{Cn}]$`, "u");

/** Blocks of Unicode whose unassigned characters, signs and digits run from right to left too. */
const fromRightToLeft = /^[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]$/u;
