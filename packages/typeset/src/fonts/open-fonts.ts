import { create, type Font } from "fontkit";
import { type Face, type FontFiles, fallbacks, mathFaces, type TextFace, textFaces } from "./face.ts";
import { type Kerning, kerningOf } from "./kerning.ts";

/** Text of one face as glyphs: ids in the font file, and how far each moves the pen. */
export interface GlyphRun {
  readonly ids: readonly number[];
  readonly codePoints: readonly number[];
  /**
   * Extra pen movement before each glyph and after the last, in 1/1000 em: kerning and the offsets of combining marks.
   */
  readonly adjustments: readonly number[];
  /** Advance width of each glyph, in 1/1000 em. */
  readonly advances: readonly number[];
  /** Width of the run in em. */
  readonly width: number;
}

/** A run of text that one face can draw. */
export interface Piece {
  readonly face: Face;
  readonly text: string;
  /** Width in em. */
  readonly width: number;
}

/** The loaded fonts: coverage, text widths and glyphs. */
export interface Fonts {
  /** The font file of a face, for embedding. */
  fileOf(face: Face): Font;
  has(face: Face, codePoint: number): boolean;
  /** Cuts text into runs of one face each, with fallback; leaves out characters that no font covers. */
  split(face: TextFace, text: string): readonly Piece[];
  /** Width of text in em, with fallback. */
  width(face: TextFace, text: string): number;
  /** Glyphs of text that the face covers. */
  glyphs(face: Face, text: string): GlyphRun;
}

/**
 * Opens the fonts. Results are cached, so open them once and share them.
 * @throws {Error} if a face is missing. A face that is no font throws when it is first used.
 */
export function openFonts(files: FontFiles): Fonts {
  const faces = new Map([...textFaces, ...mathFaces].map((face) => [face as Face, openFace(face, files[face])]));
  const faceOf = (face: Face): OpenFace => {
    const open = faces.get(face);
    if (!open) throw new Error(`Unknown font \`${face}\``);
    return open;
  };
  const splits = new Map<TextFace, Map<string, readonly Piece[]>>();

  function faceFor(face: TextFace, codePoint: number): Face | undefined {
    if (faceOf(face).has(codePoint)) return face;
    return fallbacks[face].find((other) => faceOf(other).has(codePoint));
  }

  function split(face: TextFace, text: string): readonly Piece[] {
    let ofFace = splits.get(face);
    if (!ofFace) {
      ofFace = new Map();
      splits.set(face, ofFace);
    }
    const known = ofFace.get(text);
    if (known) return known;
    const pieces: Piece[] = [];
    let face0: Face | undefined;
    let buffer = "";
    const flush = () => {
      if (face0 && buffer) pieces.push({ face: face0, text: buffer, width: faceOf(face0).glyphs(buffer).width });
      buffer = "";
    };
    for (const character of text.normalize("NFC")) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (isInvisible(codePoint)) continue;
      const found = isCombining(codePoint) && face0 && faceOf(face0).has(codePoint) ? face0 : faceFor(face, codePoint);
      if (!found) continue;
      if (found !== face0) flush();
      face0 = found;
      buffer += character;
    }
    flush();
    ofFace.set(text, pieces);
    return pieces;
  }

  return {
    fileOf: (face) => faceOf(face).open(),
    has: (face, codePoint) => faceOf(face).has(codePoint),
    split,
    width: (face, text) => split(face, text).reduce((sum, piece) => sum + piece.width, 0),
    glyphs: (face, text) => faceOf(face).glyphs(text),
  };
}

/** Variation selectors choose the emoji form of a sign; print has only one form. Soft hyphens are not drawn. */
export function isInvisible(codePoint: number): boolean {
  return codePoint === 0xfe0e || codePoint === 0xfe0f || codePoint === 0xad;
}

function isCombining(codePoint: number): boolean {
  return (codePoint >= 0x300 && codePoint <= 0x36f) || (codePoint >= 0x20d0 && codePoint <= 0x20ff);
}

interface OpenFace {
  open(): Font;
  has(codePoint: number): boolean;
  glyphs(text: string): GlyphRun;
}

function openFace(face: Face, bytes: Uint8Array | undefined): OpenFace {
  if (!bytes) throw new Error(`The font \`${face}\` is missing from the font set`);
  let font: Font | undefined;
  const open = () => {
    font ??= create(bytes);
    return font;
  };
  const covered = new Map<number, boolean>();
  const runs = new Map<string, GlyphRun>();
  const pairs = new Map<string, { kern: number; offset: number }>();
  let kerning: Kerning | undefined;

  function has(codePoint: number): boolean {
    let known = covered.get(codePoint);
    if (known === undefined) {
      known = open().hasGlyphForCodePoint(codePoint);
      covered.set(codePoint, known);
    }
    return known;
  }

  /** Kerning between two characters and the offset of a combining mark, both in 1/1000 em. */
  function pair(first: string, second: string): { kern: number; offset: number } {
    const key = first + second;
    let known = pairs.get(key);
    if (!known) {
      known = isCombining(second.codePointAt(0) ?? 0)
        ? combiningOffset(open(), key)
        : { kern: kernOf(first, second), offset: 0 };
      pairs.set(key, known);
    }
    return known;
  }

  function kernOf(first: string, second: string): number {
    kerning ??= kerningOf(open());
    const [a, b] = [first, second].map((each) => open().glyphForCodePoint(each.codePointAt(0) ?? 0).id);
    return Math.round((kerning(a ?? 0, b ?? 0) * 1000) / open().unitsPerEm);
  }

  function glyphs(text: string): GlyphRun {
    const known = runs.get(text);
    if (known) return known;
    const scale = 1000 / open().unitsPerEm;
    const ids: number[] = [];
    const codePoints: number[] = [];
    const adjustments: number[] = [0];
    const advances: number[] = [];
    let width = 0;
    let before = "";
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      const glyph = open().glyphForCodePoint(codePoint);
      // Spaces are not kerned, so the width of a line is the sum of its words and spaces.
      const isPair = before !== "" && before !== " " && character !== " ";
      const { kern, offset } = isPair ? pair(before, character) : { kern: 0, offset: 0 };
      const at = adjustments.length - 1;
      adjustments[at] = (adjustments[at] ?? 0) + kern + offset;
      adjustments.push(0 - offset);
      ids.push(glyph.id);
      codePoints.push(codePoint);
      advances.push(glyph.advanceWidth * scale);
      width += kern + glyph.advanceWidth * scale;
      before = character;
    }
    const run = { ids, codePoints, adjustments, advances, width: width / 1000 };
    runs.set(text, run);
    return run;
  }

  return { open, has, glyphs };
}

/** Position of a combining mark over its letter; only fontkit's shaping knows it. */
function combiningOffset(font: Font, text: string): { kern: number; offset: number } {
  const { glyphs, positions } = font.layout(text, withoutLigatures);
  const [letter, mark] = positions;
  if (glyphs.length !== 2 || !letter || !mark) return { kern: 0, offset: 0 };
  const scale = 1000 / font.unitsPerEm;
  return {
    kern: Math.round((letter.xAdvance - (glyphs[0]?.advanceWidth ?? 0)) * scale),
    offset: Math.round(mark.xOffset * scale),
  };
}

/** One glyph per character, so that text can be searched and copied as written. */
const withoutLigatures = { liga: false, clig: false, dlig: false, calt: false, rlig: false };
