import type { Face, Fonts } from "@high-recall/typeset";
import { type EmbeddedFont, embedFont } from "./embed-font.ts";
import type { PdfDocument, Reference } from "./pdfkit-internals.ts";

/** A stretch of text in one embedded font. */
export interface Encoded {
  /** Name of the font in the resources. */
  readonly font: string;
  /** What TJ shows: strings, and the movements between them in 1/1000 em. */
  readonly operand: string;
  /** How far the pen adjustments, in em. */
  readonly advance: number;
}

/** The document's fonts: each embedded once, holding only the glyphs that are used. */
export interface TextEncoder {
  /** Text that the face covers; in more than one stretch only when it draws more than 250 different glyphs. */
  encode(face: Face, text: string): readonly Encoded[];
  /** Writes the fonts and gives them by name. */
  end(): Record<string, Reference>;
}

interface CodeInFont {
  readonly font: string;
  readonly code: number;
  readonly isMoved: boolean;
}

export function textEncoder(document: PdfDocument, fonts: Fonts): TextEncoder {
  const all: EmbeddedFont[] = [];
  const ofFace = new Map<Face, EmbeddedFont[]>();
  const encoded = new Map<Face, Map<string, readonly Encoded[]>>();

  /** The font of the face that has the glyph, its code, and whether its own advance adjustments the pen as far as is asked. */
  function codeOf(face: Face, id: number, codePoint: number, move: number): CodeInFont {
    const begun = ofFace.get(face) ?? [];
    for (const font of begun) {
      const kerned = move === 0 ? undefined : font.kernedCode(id, codePoint, move);
      const code = kerned ?? font.code(id, codePoint);
      if (code !== undefined) return { font: font.name, code, isMoved: kerned !== undefined };
    }
    const font = embedFont(document, fonts.fileOf(face), all.length);
    all.push(font);
    ofFace.set(face, [...begun, font]);
    return codeOf(face, id, codePoint, move);
  }

  /** A line, word by word: words come again, lines do not; and nothing is kerned with a space. */
  function encode(face: Face, text: string): readonly Encoded[] {
    const known = encoded.get(face) ?? new Map<string, readonly Encoded[]>();
    encoded.set(face, known);
    const out: Encoded[] = [];
    for (let start = 0, end = 0; start < text.length; start = end) {
      const space = text.indexOf(" ", start);
      // A word takes the space after it along.
      end = space < 0 ? text.length : space + 1;
      const part = text.slice(start, end);
      let pieces = known.get(part);
      if (!pieces) {
        pieces = encodeRun(face, part);
        known.set(part, pieces);
      }
      for (const piece of pieces) append(out, piece);
    }
    return out;
  }

  function encodeRun(face: Face, text: string): readonly Encoded[] {
    const { ids, codePoints, adjustments, advances } = fonts.glyphs(face, text);
    const out: Encoded[] = [];
    ids.forEach((id, index) => {
      const move = adjustments[index + 1] ?? 0;
      const { font, code, isMoved } = codeOf(face, id, codePoints[index] ?? 0, move);
      const advance = ((advances[index] ?? 0) + move) / 1000;
      append(out, { font, operand: `(${byte(code)})${isMoved || move === 0 ? "" : -move}`, advance });
    });
    return out;
  }

  return {
    encode,
    end() {
      for (const font of all) font.end();
      return Object.fromEntries(all.map(({ name, reference }) => [name, reference]));
    },
  };
}

/** Adds a stretch; what goes on in the same font is one. */
function append(out: Encoded[], piece: Encoded): void {
  const last = out.at(-1);
  if (last?.font !== piece.font) {
    out.push(piece);
    return;
  }
  const operand = joinOperands(last.operand, piece.operand);
  out[out.length - 1] = { font: last.font, operand, advance: last.advance + piece.advance };
}

/** Two operands of TJ as one: strings that meet are one string. */
export function joinOperands(left: string, right: string): string {
  if (left.endsWith(")") && right.startsWith("(")) return left.slice(0, -1) + right.slice(1);
  return left === "" || left.endsWith(")") || right.startsWith("(") ? left + right : `${left} ${right}`;
}

/** A byte of a literal string; those that the format reads otherwise are escaped. Half as long as hexadecimal. */
function byte(value: number): string {
  const character = String.fromCharCode(value);
  return value === 0x28 || value === 0x29 || value === 0x5c ? `\\${character}` : character;
}
