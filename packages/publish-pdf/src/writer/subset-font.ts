import type { FontFile } from "@high-recall/typeset";

/** A glyph of a subset, with the one-byte code that text uses for it. */
export interface CodedGlyph {
  readonly id: number;
  readonly code: number;
  /** Added to its advance width, in 1/1000 em. */
  readonly move: number;
}

/**
 * A TrueType file with these glyphs only: no hints, no names, one character map from codes. That is all an embedded
 * font needs, at half the size of a subset with hints.
 * @see OpenType 1.9, "The TrueType instruction set" for what is left out; PDF 1.7, 9.9 for what is required.
 */
export function subsetFont(font: FontFile, coded: readonly CodedGlyph[]): Uint8Array {
  const source = table(font, "glyf");
  const { offsets } = font.loca;
  const rawGlyph = (id: number) => source.subarray(offsets[id] ?? 0, offsets[id + 1] ?? offsets[id] ?? 0);
  // Glyph 0 is the missing glyph; it is never drawn, so it may be empty.
  const ids = [0, ...coded.map(({ id }) => id)];
  // A glyph with several advance widths is stored once for each; compression makes the copies almost free.
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const numberOf = (id: number) => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, ids.length);
    ids.push(id);
    return ids.length - 1;
  };
  const outlines: Uint8Array[] = [new Uint8Array(0)];
  // Components of composite glyphs are appended to the list during the loop.
  for (let index = 1; index < ids.length; index++) outlines.push(withoutHints(rawGlyph(ids[index] ?? 0), numberOf));

  const length = outlines.reduce((sum, outline) => sum + outline.length, 0);
  const isLong = length > 0x1fffe;
  const [glyf, loca] = [
    new Uint8Array(length),
    new DataView(new ArrayBuffer((outlines.length + 1) * (isLong ? 4 : 2))),
  ];
  let at = 0;
  const writeOffset = (index: number) => (isLong ? loca.setUint32(index * 4, at) : loca.setUint16(index * 2, at / 2));
  outlines.forEach((outline, index) => {
    writeOffset(index);
    glyf.set(outline, at);
    at += outline.length;
  });
  writeOffset(outlines.length);

  return fontFile([
    ["cmap", characterMap(coded)],
    ["glyf", glyf],
    ["head", changed(table(font, "head"), { 8: 0, 10: 0, 50: isLong ? 1 : 0 })],
    ["hhea", changed(table(font, "hhea"), { 34: ids.length })],
    ["hmtx", metrics(font, ids, coded)],
    ["loca", new Uint8Array(loca.buffer)],
    ["maxp", changed(table(font, "maxp"), { 4: ids.length, 14: 1, 16: 0, 18: 0, 20: 0, 22: 0, 24: 0, 26: 0 })],
  ]);
}

/** Bytes of a table, decompressed if the font is compressed. */
function table(font: FontFile, tag: string): Uint8Array {
  const stream = font._getTableStream(tag);
  const entry = font.directory.tables[tag];
  if (!stream || !entry) throw new Error(`The font ${font.postscriptName} has no table \`${tag}\``);
  return Uint8Array.from(stream.readBuffer(entry.length));
}

/** A copy with other 16-bit values at the given offsets. */
function changed(bytes: Uint8Array, values: Readonly<Record<number, number>>): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (const [offset, value] of Object.entries(values)) view.setUint16(Number(offset), value);
  return copy;
}

/** Flags of a component of a composite glyph. @see OpenType 1.9, glyf */
const areWords = 0x1;
const hasScale = 0x8;
const goesOn = 0x20;
const hasTwoScales = 0x40;
const hasMatrix = 0x80;
const hasHints = 0x100;

/** An outline without instructions, of even length; components get their new glyph numbers. */
function withoutHints(outline: Uint8Array, numberOf: (id: number) => number): Uint8Array {
  if (outline.length === 0) return outline;
  const view = new DataView(outline.buffer, outline.byteOffset, outline.length);
  const contours = view.getInt16(0);
  return contours < 0 ? composite(outline, numberOf) : simple(outline, view, 10 + 2 * contours);
}

/** `at` is the offset of the instruction length. */
function simple(outline: Uint8Array, view: DataView, at: number): Uint8Array {
  const hints = view.getUint16(at);
  const points = outline.subarray(at + 2 + hints);
  const out = new Uint8Array(even(at + 2 + points.length));
  out.set(outline.subarray(0, at));
  out.set(points, at + 2);
  return out;
}

function composite(outline: Uint8Array, numberOf: (id: number) => number): Uint8Array {
  const copy = outline.slice();
  const view = new DataView(copy.buffer);
  let at = 10;
  for (let isOpen = true; isOpen; ) {
    const flags = view.getUint16(at);
    view.setUint16(at, flags & ~hasHints);
    view.setUint16(at + 2, numberOf(view.getUint16(at + 2)));
    at += 4 + (flags & areWords ? 4 : 2);
    at += flags & hasScale ? 2 : flags & hasTwoScales ? 4 : flags & hasMatrix ? 8 : 0;
    isOpen = (flags & goesOn) !== 0;
  }
  const out = new Uint8Array(even(at));
  out.set(copy.subarray(0, at));
  return out;
}

function even(length: number): number {
  return length + (length % 2);
}

/** Advance width and left side bearing of each glyph; coded glyphs follow glyph 0, in order. */
function metrics(font: FontFile, ids: readonly number[], coded: readonly CodedGlyph[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(ids.length * 4));
  ids.forEach((id, index) => {
    const glyph = font.getGlyph(id);
    const move = Math.round(((coded[index - 1]?.move ?? 0) * font.unitsPerEm) / 1000);
    view.setUint16(index * 4, Math.max(0, glyph.advanceWidth + move));
    view.setInt16(index * 4 + 2, glyph._getMetrics().leftBearing);
  });
  return new Uint8Array(view.buffer);
}

/** One subtable for platform (1, 0) in format 0: a glyph number for each byte. */
function characterMap(coded: readonly CodedGlyph[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(12 + 262));
  [0, 1, 1, 0, 0, 12, 0, 262, 0].forEach((value, index) => {
    view.setUint16(index * 2, value);
  });
  coded.forEach(({ code }, index) => {
    view.setUint8(18 + code, index + 1);
  });
  return new Uint8Array(view.buffer);
}

/** Assembles the tables to a file with the checksums that the format requires. */
function fontFile(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const start = 12 + 16 * tables.length;
  const file = new Uint8Array(tables.reduce((sum, [, bytes]) => sum + padded(bytes.length), start));
  const view = new DataView(file.buffer);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * (tables.length - 2 ** power));
  let at = start;
  let head = 0;
  tables.forEach(([tag, bytes], index) => {
    const entry = 12 + 16 * index;
    file.set(bytes, at);
    if (tag === "head") head = at;
    for (let letter = 0; letter < 4; letter++) view.setUint8(entry + letter, tag.charCodeAt(letter));
    view.setUint32(entry + 4, checksum(view, at, padded(bytes.length)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, bytes.length);
    at += padded(bytes.length);
  });
  view.setUint32(head + 8, 0xb1b0afba - checksum(view, 0, file.length));
  return file;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
