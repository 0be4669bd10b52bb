import { create, type Font } from "fontkit";
import type { Face } from "./face.ts";
import { type Kerning, kerningOf } from "./kerning.ts";

/** Text of one face as glyphs: ids in the font file, and how far each moves the pen. */
export interface GlyphRun {
  readonly ids: readonly number[];
  readonly codePoints: readonly number[];
  /** Extra pen movement before each glyph and after the last, in 1/1000 em: kerning and the offsets of combining marks. */
  readonly adjustments: readonly number[];
  /** Advance width of each glyph, in 1/1000 em. */
  readonly advances: readonly number[];
}

/** One font. Its file is read and parsed when a glyph of it is first asked for. */
export interface OpenFace {
  open(): Font;
  has(codePoint: number): boolean;
  /** Width in em of text that the font covers. */
  width(text: string): number;
  glyphs(text: string): GlyphRun;
}

interface Glyph {
  readonly id: number;
  /** In 1/1000 em. */
  readonly advance: number;
}

/** Kerning between two characters and the offset of a combining mark, both in 1/1000 em. */
interface Pair {
  readonly kern: number;
  readonly offset: number;
}

const noPair: Pair = { kern: 0, offset: 0 };

/** Makes a face; `read` gives the bytes of its file. */
export function openFace(face: Face, read: () => Uint8Array | undefined): OpenFace {
  let font: Font | undefined;
  let kerning: Kerning | undefined;
  const covered = new Map<number, boolean>();
  const known = new Map<number, Glyph>();
  const pairs = new Map<string, Pair>();

  function open(): Font {
    if (!font) {
      const bytes = read();
      if (!bytes) throw new Error(`The font \`${face}\` is missing from the font set`);
      font = create(bytes);
    }
    return font;
  }

  function has(codePoint: number): boolean {
    let isCovered = covered.get(codePoint);
    if (isCovered === undefined) {
      isCovered = open().hasGlyphForCodePoint(codePoint);
      covered.set(codePoint, isCovered);
    }
    return isCovered;
  }

  function glyphOf(codePoint: number): Glyph {
    let glyph = known.get(codePoint);
    if (!glyph) {
      const { id, advanceWidth } = open().glyphForCodePoint(codePoint);
      glyph = { id, advance: advanceWidth * (1000 / open().unitsPerEm) };
      known.set(codePoint, glyph);
    }
    return glyph;
  }

  function pairOf(first: string, second: string): Pair {
    // Spaces are not kerned, so the width of a line is the sum of its words and spaces.
    if (first === "" || first === " " || second === " ") return noPair;
    const key = first + second;
    let pair = pairs.get(key);
    if (!pair) {
      pair = isCombining(codePointOf(second))
        ? combiningOffset(open(), key)
        : { kern: kernOf(first, second), offset: 0 };
      pairs.set(key, pair);
    }
    return pair;
  }

  function kernOf(first: string, second: string): number {
    kerning ??= kerningOf(open());
    const kern = kerning(glyphOf(codePointOf(first)).id, glyphOf(codePointOf(second)).id);
    return Math.round((kern * 1000) / open().unitsPerEm);
  }

  function width(text: string): number {
    let sum = 0;
    let before = "";
    for (const character of text) {
      sum += pairOf(before, character).kern + glyphOf(codePointOf(character)).advance;
      before = character;
    }
    return sum / 1000;
  }

  function glyphs(text: string): GlyphRun {
    const ids: number[] = [];
    const codePoints: number[] = [];
    const adjustments: number[] = [0];
    const advances: number[] = [];
    let before = "";
    for (const character of text) {
      const codePoint = codePointOf(character);
      const { id, advance } = glyphOf(codePoint);
      const { kern, offset } = pairOf(before, character);
      const at = adjustments.length - 1;
      adjustments[at] = (adjustments[at] ?? 0) + kern + offset;
      adjustments.push(0 - offset);
      ids.push(id);
      codePoints.push(codePoint);
      advances.push(advance);
      before = character;
    }
    return { ids, codePoints, adjustments, advances };
  }

  return { open, has, width, glyphs };
}

/** Whether a character is drawn over or under the one before it. */
export function isCombining(codePoint: number): boolean {
  return (codePoint >= 0x300 && codePoint <= 0x36f) || (codePoint >= 0x20d0 && codePoint <= 0x20ff);
}

function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** Position of a combining mark over its letter; only fontkit's shaping knows it. */
function combiningOffset(font: Font, text: string): Pair {
  const { glyphs, positions } = layoutOf(font, text);
  const [letter, mark] = positions;
  if (glyphs.length !== 2 || !letter || !mark) return noPair;
  const scale = 1000 / font.unitsPerEm;
  return {
    kern: Math.round((letter.xAdvance - (glyphs[0]?.advanceWidth ?? 0)) * scale),
    offset: Math.round(mark.xOffset * scale),
  };
}

/** fontkit throws where a font has no anchor for a pair. */
function layoutOf(font: Font, text: string): Pick<ReturnType<Font["layout"]>, "glyphs" | "positions"> {
  try {
    return font.layout(text, withoutLigatures);
  } catch {
    return { glyphs: [], positions: [] };
  }
}

/** One glyph per character, so that text can be searched and copied as written. */
const withoutLigatures = { liga: false, clig: false, dlig: false, calt: false, rlig: false };
