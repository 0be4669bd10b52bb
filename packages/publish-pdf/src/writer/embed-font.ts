import type { FontFile } from "@high-recall/typeset";
import { latin1 } from "./objects.ts";
import type { PdfDocument, Reference } from "./pdfkit-internals.ts";
import { subsetFont } from "./subset-font.ts";

/**
 * A font of the document with only the glyphs in use. Text takes one byte per glyph, ASCII if possible: half as long as
 * two bytes, and it compresses better.
 */
export interface EmbeddedFont {
  /** Its name in the resources. */
  readonly name: string;
  readonly reference: Reference;
  /**
   * Code of a glyph; `codePoint` is what is copied. Undefined if all codes are taken: then the face needs another font.
   */
  code(id: number, codePoint: number): number | undefined;
  /**
   * Code of the glyph with `move` added to its advance width, in 1/1000 em. Text kerned by such glyphs needs no
   * adjustments between its letters: a file of 2,500 items is 2 % smaller. Undefined if codes run short.
   */
  kernedCode(id: number, codePoint: number, move: number): number | undefined;
  /** Writes the font; no glyph can be added after. */
  end(): void;
}

interface Entry {
  readonly id: number;
  readonly code: number;
  readonly codePoint: number;
  /** Added to the advance width, in 1/1000 em. */
  readonly move: number;
}

/** Codes for kerned glyphs; the rest is for characters. */
const mostKerned = 110;

/** Embeds a subset of a TrueType font, with a map from its codes to characters. */
export function embedFont(document: PdfDocument, font: FontFile, index: number): EmbeddedFont {
  const reference = document.ref({});
  const known = new Map<number, Entry>();
  const kerned = new Map<string, Entry>();
  const free = new Set(codes);

  function code(id: number, codePoint: number): number | undefined {
    const entry = known.get(id);
    if (entry) return entry.code;
    // Both spaces share one glyph; the plain space is copied.
    const character = codePoint === 0xa0 ? 0x20 : codePoint;
    const own = free.has(character) && character < 0x7f ? character : free.values().next().value;
    if (own === undefined) return undefined;
    free.delete(own);
    known.set(id, { id, code: own, codePoint: character, move: 0 });
    return own;
  }

  function kernedCode(id: number, codePoint: number, move: number): number | undefined {
    const key = `${id} ${move}`;
    const entry = kerned.get(key);
    if (entry) return entry.code;
    if (kerned.size === mostKerned) return undefined;
    const own = free.values().next().value;
    if (own === undefined) return undefined;
    free.delete(own);
    kerned.set(key, { id, code: own, codePoint, move });
    return own;
  }

  return {
    name: `F${index + 1}`,
    reference,
    code,
    kernedCode,
    end() {
      const entries = [...known.values(), ...kerned.values()].sort((a, b) => a.code - b.code);
      writeFont(document, font, reference, entries, subsetTag(index));
    },
  };
}

/** Codes in the order they are assigned, without zero and line ends. */
const codes: readonly number[] = [...span(0x80, 0xff), ...span(0x01, 0x09), ...span(0x0e, 0x1f), ...span(0x20, 0x7f)];

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function writeFont(
  document: PdfDocument,
  font: FontFile,
  reference: Reference,
  entries: readonly Entry[],
  tag: string,
) {
  const stream = (bytes: Uint8Array, data: Record<string, unknown> = {}) => {
    const written = document.ref(data);
    written.end(bytes);
    return written;
  };
  const scale = 1000 / font.unitsPerEm;
  const file = subsetFont(font, entries);
  const name = `${tag}+${(font.postscriptName ?? "Font").replaceAll(" ", "_")}`;
  const { minX, minY, maxX, maxY } = font.bbox;
  const descriptor = document.ref({
    Type: "FontDescriptor",
    FontName: name,
    Flags: flagsOf(font),
    FontBBox: [minX, minY, maxX, maxY].map((value) => Math.round(value * scale)),
    ItalicAngle: font.italicAngle,
    Ascent: Math.round(font.ascent * scale),
    Descent: Math.round(font.descent * scale),
    CapHeight: Math.round((font.capHeight || font.ascent) * scale),
    StemV: /bold/i.test(name) ? 140 : 80,
    FontFile2: stream(file, { Length1: file.length }),
  });
  descriptor.end();
  const widths = new Map(entries.map(({ id, code, move }) => [code, font.getGlyph(id).advanceWidth * scale + move]));
  const [first, last] = [entries[0]?.code ?? 0, entries.at(-1)?.code ?? 0];
  Object.assign(reference.data, {
    Type: "Font",
    Subtype: "TrueType",
    BaseFont: name,
    FirstChar: first,
    LastChar: last,
    Widths: span(first, last).map((code) => Math.round((widths.get(code) ?? 0) * 100) / 100),
    FontDescriptor: descriptor,
    ToUnicode: stream(latin1(unicodeMap(entries))),
  });
  reference.end();
}

/** Six letters that distinguish subsets. */
function subsetTag(index: number): string {
  const letter = (power: number) => String.fromCharCode(65 + (Math.floor(index / 26 ** power) % 26));
  return `HRPD${letter(1)}${letter(0)}`;
}

/** Fixed pitch, symbolic and italic. @see PDF 1.7, table 123 */
function flagsOf(font: FontFile): number {
  return (font.post.isFixedPitch ? 1 : 0) | 4 | (font.italicAngle !== 0 ? 64 : 0);
}

/** CMap from codes to characters; consecutive codes of consecutive characters share a range. */
function unicodeMap(entries: readonly Entry[]): string {
  const runs: { first: Entry; last: Entry }[] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    const isNext = run && entry.code - run.last.code === 1 && entry.codePoint - run.last.codePoint === 1;
    // In a range the last byte must not overflow, and each character must be one UTF-16 unit.
    if (run && isNext && entry.codePoint < 0xffff && entry.codePoint % 256 !== 0) run.last = entry;
    else runs.push({ first: entry, last: entry });
  }
  const blocks: string[] = [];
  for (let start = 0; start < runs.length; start += 100) {
    const part = runs.slice(start, start + 100);
    const lines = part.map(
      ({ first, last }) => `<${hex(first.code, 2)}><${hex(last.code, 2)}><${utf16(first.codePoint)}>`,
    );
    blocks.push(`${part.length} beginbfrange\n${lines.join("\n")}\nendbfrange`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00><ff>
endcodespacerange
${blocks.join("\n")}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}

function utf16(codePoint: number): string {
  return String.fromCodePoint(codePoint)
    .split("")
    .map((unit) => hex(unit.charCodeAt(0), 4))
    .join("");
}
