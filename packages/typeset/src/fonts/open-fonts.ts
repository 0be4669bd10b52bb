import type { Font } from "fontkit";
import { type Face, type FontFiles, fallbacks, mathFaces, type TextFace, textFaces } from "./face.ts";
import { type GlyphRun, isCombining, type OpenFace, openFace } from "./open-face.ts";

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
  /** Width in em of text that the face covers. */
  runWidth(face: Face, text: string): number;
  /** Glyphs of text that the face covers. */
  glyphs(face: Face, text: string): GlyphRun;
}

/**
 * Opens the fonts. Results are cached, so open them once and share them.
 * @throws {Error} if a face is missing. A face that is no font throws when it is first used.
 */
export function openFonts(files: FontFiles): Fonts {
  const all: readonly Face[] = [...textFaces, ...mathFaces];
  const missing = all.find((face) => !(face in files));
  if (missing) throw new Error(`The font \`${missing}\` is missing from the font set`);
  const faces = new Map(all.map((face) => [face, openFace(face, () => files[face])]));
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
      if (face0 && buffer) pieces.push({ face: face0, text: buffer, width: faceOf(face0).width(buffer) });
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
    if (ofFace.size === mostSplits) ofFace.clear();
    ofFace.set(text, pieces);
    return pieces;
  }

  return {
    fileOf: (face) => faceOf(face).open(),
    has: (face, codePoint) => faceOf(face).has(codePoint),
    split,
    width: (face, text) => split(face, text).reduce((sum, piece) => sum + piece.width, 0),
    runWidth: (face, text) => faceOf(face).width(text),
    glyphs: (face, text) => faceOf(face).glyphs(text),
  };
}

/** Texts per face whose runs are cached: enough for the words of a book, not for all its lines of code. */
const mostSplits = 20_000;

/** Variation selectors choose the emoji form of a sign; print has only one form. Soft hyphens are not drawn. */
export function isInvisible(codePoint: number): boolean {
  return codePoint === 0xfe0e || codePoint === 0xfe0f || codePoint === 0xad;
}
