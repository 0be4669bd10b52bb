import type { Font } from "fontkit";
import { latin1 } from "./objects.ts";
import type { PdfDocument, Reference } from "./pdfkit-internals.ts";

/** A font of the document, holding only the glyphs that were asked for. */
export interface EmbeddedFont {
  /** Its name in the resources of a page. */
  readonly name: string;
  readonly reference: Reference;
  /** Number in the document of a glyph of the font file; the character is what is copied. */
  glyph(id: number, codePoint: number): number;
  /** Writes the font; nothing can be added after. */
  end(): void;
}

/** Embeds a TrueType font as a subset, with the characters of its glyphs. */
export function embedFont(document: PdfDocument, font: Font, index: number): EmbeddedFont {
  const subset = font.createSubset();
  const scale = 1000 / font.unitsPerEm;
  const reference = document.ref({});
  const widths = [Math.round(font.getGlyph(0).advanceWidth * scale)];
  const characters = [0];

  function glyph(id: number, codePoint: number): number {
    const number = subset.includeGlyph(id);
    widths[number] ??= thousandths(font.getGlyph(id).advanceWidth * scale);
    // Fonts draw both spaces with one glyph; what is copied should be the plain one.
    characters[number] ??= codePoint === 0xa0 ? 0x20 : codePoint;
    return number;
  }

  function end(): void {
    const stream = (bytes: Uint8Array, data: Record<string, unknown> = {}) => {
      const written = document.ref(data);
      written.end(bytes);
      return written;
    };
    const object = (data: Record<string, unknown>) => {
      const written = document.ref(data);
      written.end();
      return written;
    };
    const file = subset.encode();
    const name = `${subsetTag(index)}+${(font.postscriptName ?? "Font").replaceAll(" ", "_")}`;
    const descriptor = object({
      Type: "FontDescriptor",
      FontName: name,
      Flags: flagsOf(font),
      FontBBox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map((value) =>
        Math.round(value * scale),
      ),
      ItalicAngle: font.italicAngle,
      Ascent: Math.round(font.ascent * scale),
      Descent: Math.round(font.descent * scale),
      CapHeight: Math.round((font.capHeight || font.ascent) * scale),
      StemV: /bold/i.test(name) ? 140 : 80,
      FontFile2: stream(file, { Length1: file.length }),
    });
    const descendant = object({
      Type: "Font",
      Subtype: "CIDFontType2",
      BaseFont: name,
      CIDSystemInfo: { Registry: new String("Adobe"), Ordering: new String("Identity"), Supplement: 0 },
      FontDescriptor: descriptor,
      W: [0, widths],
      CIDToGIDMap: "Identity",
    });
    Object.assign(reference.data, {
      Type: "Font",
      Subtype: "Type0",
      BaseFont: name,
      Encoding: "Identity-H",
      DescendantFonts: [descendant],
      ToUnicode: stream(latin1(characterMap(characters))),
    });
    reference.end();
  }

  return { name: `F${index + 1}`, reference, glyph, end };
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Six letters that tell subsets apart. */
function subsetTag(index: number): string {
  const letter = (power: number) => String.fromCharCode(65 + (Math.floor(index / 26 ** power) % 26));
  return `HRPD${letter(1)}${letter(0)}`;
}

/** Fixed pitch, symbolic and italic. @see PDF 1.7, table 123 */
function flagsOf(font: Font): number {
  return (font.post.isFixedPitch ? 1 : 0) | 4 | (font.italicAngle !== 0 ? 64 : 0);
}

/** What the glyphs, counted from 0, mean. */
function characterMap(characters: readonly number[]): string {
  const hex = (value: number) => value.toString(16).padStart(4, "0");
  const utf16 = (codePoint: number) =>
    [...String.fromCodePoint(codePoint)]
      .flatMap((character) => character.split(""))
      .map((unit) => hex(unit.charCodeAt(0)))
      .join("");
  const ranges: string[] = [];
  for (let start = 0; start < characters.length; start += 100) {
    const part = characters.slice(start, start + 100);
    const lines = part.map((codePoint, index) => `<${hex(start + index)}> <${utf16(codePoint)}>`);
    ranges.push(`${part.length} beginbfchar\n${lines.join("\n")}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${ranges.join("\n")}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
