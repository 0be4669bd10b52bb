import type { Face, Fonts } from "@high-recall/typeset";
import { type EmbeddedFont, embedFont } from "./embed-font.ts";
import type { PdfDocument, Reference } from "./pdfkit-internals.ts";

/** A run of text in one embedded font. */
export interface Encoded {
  /** Name of the font in the resources. */
  readonly font: string;
  /** Operand of TJ: strings, and adjustments between them in 1/1000 em. */
  readonly operand: string;
  /** Width of the run in em. */
  readonly advance: number;
}

/** The document's fonts, each embedded once with only the glyphs it uses. */
export interface TextEncoder {
  /** Encodes text that the face covers; several runs only if it uses more than 250 different glyphs. */
  encode(face: Face, text: string): readonly Encoded[];
  /** Writes the fonts; returns them by name. */
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

  /** Font and code of a glyph, and whether its own advance width includes the adjustment. */
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

  /** Encodes word by word: words repeat, lines do not, and spaces are not kerned. */
  function encode(face: Face, text: string): readonly Encoded[] {
    const known = encoded.get(face) ?? new Map<string, readonly Encoded[]>();
    encoded.set(face, known);
    const out: Encoded[] = [];
    for (let start = 0, end = 0; start < text.length; start = end) {
      const space = text.indexOf(" ", start);
      // A word includes the space after it.
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

/** Appends a run; joins it to the last if both are in one font. */
function append(out: Encoded[], piece: Encoded): void {
  const last = out.at(-1);
  if (last?.font !== piece.font) {
    out.push(piece);
    return;
  }
  const operand = joinOperands(last.operand, piece.operand);
  out[out.length - 1] = { font: last.font, operand, advance: last.advance + piece.advance };
}

/** Joins two operands of TJ; adjacent strings become one. */
export function joinOperands(left: string, right: string): string {
  if (left.endsWith(")") && right.startsWith("(")) return left.slice(0, -1) + right.slice(1);
  return left === "" || left.endsWith(")") || right.startsWith("(") ? left + right : `${left} ${right}`;
}

/** A byte in a literal string, escaped if necessary. Half as long as hexadecimal. */
function byte(value: number): string {
  const character = String.fromCharCode(value);
  return value === 0x28 || value === 0x29 || value === 0x5c ? `\\${character}` : character;
}
