import type { Face } from "../fonts/face.ts";
import type { Fonts } from "../fonts/open-fonts.ts";
import { type EmbeddedFont, embedFont } from "./embed-font.ts";
import type { PdfDocument, Reference } from "./pdfkit-internals.ts";

/** A stretch of text in one embedded font. */
export interface Encoded {
  /** Name of the font in the resources. */
  readonly font: string;
  /** What TJ shows: strings, and the movements between them in 1/1000 em. */
  readonly operand: string;
  /** How far the pen moves, in em. */
  readonly advance: number;
}

/** The document's fonts: each embedded once, holding only the glyphs that are used. */
export interface TextEncoder {
  /** Text that the face covers; in more than one stretch only when it draws more than 250 different glyphs. */
  encode(face: Face, text: string): readonly Encoded[];
  /** Writes the fonts and gives them by name. */
  end(): Record<string, Reference>;
}

export function textEncoder(document: PdfDocument, fonts: Fonts): TextEncoder {
  const all: EmbeddedFont[] = [];
  const ofFace = new Map<Face, EmbeddedFont[]>();
  const encoded = new Map<Face, Map<string, readonly Encoded[]>>();

  /** The font of the face that has the glyph, and its code. */
  function codeOf(face: Face, id: number, codePoint: number): readonly [font: EmbeddedFont, code: number] {
    const begun = ofFace.get(face) ?? [];
    for (const font of begun) {
      const code = font.code(id, codePoint);
      if (code !== undefined) return [font, code];
    }
    const font = embedFont(document, fonts.fileOf(face), all.length);
    all.push(font);
    ofFace.set(face, [...begun, font]);
    return codeOf(face, id, codePoint);
  }

  function encode(face: Face, text: string): readonly Encoded[] {
    const known = encoded.get(face) ?? new Map<string, readonly Encoded[]>();
    encoded.set(face, known);
    let result = known.get(text);
    if (!result) {
      result = encodeRun(face, text);
      known.set(text, result);
    }
    return result;
  }

  function encodeRun(face: Face, text: string): readonly Encoded[] {
    const { ids, codePoints, moves, advances } = fonts.glyphs(face, text);
    const out: { font: string; operand: string; advance: number }[] = [];
    let isOpen = false;
    ids.forEach((id, index) => {
      const [{ name }, code] = codeOf(face, id, codePoints[index] ?? 0);
      let piece = out.at(-1);
      if (piece && isOpen && piece.font !== name) piece.operand += ")";
      if (piece?.font !== name) {
        piece = { font: name, operand: "", advance: 0 };
        out.push(piece);
        isOpen = false;
      }
      const move = moves[index] ?? 0;
      if (move) piece.operand += `${isOpen ? ")" : ""}${-move}`;
      piece.operand += `${isOpen && !move ? "" : "("}${byte(code)}`;
      piece.advance += (move + (advances[index] ?? 0)) / 1000;
      isOpen = true;
    });
    const last = out.at(-1);
    if (!last) return out;
    const move = moves[ids.length] ?? 0;
    last.operand += `)${move ? -move : ""}`;
    last.advance += move / 1000;
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

/** A byte of a literal string; those that the format reads otherwise are escaped. Half as long as hexadecimal. */
function byte(value: number): string {
  const character = String.fromCharCode(value);
  return value === 0x28 || value === 0x29 || value === 0x5c ? `\\${character}` : character;
}
