import type { Face } from "../fonts/face.ts";
import type { Fonts } from "../fonts/open-fonts.ts";
import { type EmbeddedFont, embedFont } from "./embed-font.ts";
import type { PdfDocument } from "./pdfkit-internals.ts";

/** The document's fonts: each embedded once, holding only the glyphs that are used. */
export interface TextEncoder {
  /** Name of the font on the current page. */
  use(face: Face): string;
  /** Operand of TJ that shows the text: glyphs with the kerning between them. */
  encode(face: Face, text: string): string;
  /** Writes the fonts. */
  end(): void;
}

export function textEncoder(document: PdfDocument, fonts: Fonts): TextEncoder {
  const embedded = new Map<Face, EmbeddedFont>();
  const encoded = new Map<string, string>();

  function fontOf(face: Face): EmbeddedFont {
    let font = embedded.get(face);
    if (!font) {
      font = embedFont(document, fonts.fileOf(face), embedded.size);
      embedded.set(face, font);
    }
    return font;
  }

  function encode(face: Face, text: string): string {
    const key = `${face} ${text}`;
    const known = encoded.get(key);
    if (known !== undefined) return known;
    const font = fontOf(face);
    const { ids, codePoints, moves } = fonts.glyphs(face, text);
    let out = "";
    let isOpen = false;
    const move = (by: number) => {
      if (!by) return;
      out += `${isOpen ? ")" : ""}${-by}`;
      isOpen = false;
    };
    ids.forEach((id, index) => {
      move(moves[index] ?? 0);
      const glyph = font.glyph(id, codePoints[index] ?? 0);
      out += `${isOpen ? "" : "("}${byte(glyph >> 8)}${byte(glyph & 255)}`;
      isOpen = true;
    });
    move(moves[ids.length] ?? 0);
    if (isOpen) out += ")";
    encoded.set(key, out);
    return out;
  }

  return {
    use(face) {
      const font = fontOf(face);
      document.page.fonts[font.name] ??= font.reference;
      return font.name;
    },
    encode,
    end() {
      for (const font of embedded.values()) font.end();
    },
  };
}

/** A byte of a literal string; those that the format reads otherwise are escaped. Half as long as hexadecimal. */
function byte(value: number): string {
  const character = String.fromCharCode(value);
  if (value === 0x0d) return "\\r";
  return value === 0x28 || value === 0x29 || value === 0x5c ? `\\${character}` : character;
}
