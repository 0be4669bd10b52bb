/** The part of fontkit 2.0.4 that is used here; it ships no types. */
declare module "fontkit" {
  export interface Glyph {
    readonly id: number;
    readonly advanceWidth: number;
    _getMetrics(): { readonly leftBearing: number };
  }
  export interface GlyphPosition {
    readonly xAdvance: number;
    readonly xOffset: number;
  }
  export interface Font {
    readonly unitsPerEm: number;
    readonly postscriptName: string | null;
    readonly ascent: number;
    readonly descent: number;
    readonly capHeight: number | undefined;
    readonly italicAngle: number;
    readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
    readonly loca: { readonly offsets: readonly number[] };
    readonly directory: { readonly tables: Readonly<Record<string, { readonly length: number }>> };
    readonly post: { readonly isFixedPitch: number };
    /** The stream stands at the start of the table. */
    _getTableStream(tag: string): { readBuffer(length: number): Uint8Array } | null;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
    getGlyph(id: number): Glyph;
    layout(
      text: string,
      features?: Readonly<Record<string, boolean>>,
    ): { readonly glyphs: Glyph[]; readonly positions: GlyphPosition[] };
  }
  export function create(bytes: Uint8Array): Font;
}
