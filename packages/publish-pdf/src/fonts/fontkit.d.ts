/** The part of fontkit 2.0.4 that is used here; it ships no types. */
declare module "fontkit" {
  export interface Glyph {
    readonly id: number;
    readonly advanceWidth: number;
  }
  export interface GlyphPosition {
    readonly xAdvance: number;
    readonly xOffset: number;
  }
  export interface Font {
    readonly unitsPerEm: number;
    readonly postscriptName: string | null;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
    layout(
      text: string,
      features?: Readonly<Record<string, boolean>>,
    ): { readonly glyphs: Glyph[]; readonly positions: GlyphPosition[] };
  }
  export function create(bytes: Uint8Array): Font;
}
