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
  /** An array whose entries are read from the file on demand. */
  export interface LazyArray<T> {
    get(index: number): T | undefined;
  }
  /** Glyphs in the order of their index: listed (version 1) or as ranges (version 2). */
  export interface Coverage {
    readonly glyphs?: readonly number[];
    readonly rangeRecords?: readonly {
      readonly start: number;
      readonly end: number;
      readonly startCoverageIndex: number;
    }[];
  }
  /** Classes of glyphs: listed (version 1) or as ranges (version 2); 0 for all others. */
  export interface ClassDefinition {
    readonly startGlyph?: number;
    readonly classValueArray?: readonly number[];
    readonly classRangeRecord?: readonly { readonly start: number; readonly end: number; readonly class: number }[];
  }
  interface Adjusted {
    readonly value1?: { readonly xAdvance?: number };
  }
  /** A subtable of pairs: glyph by glyph (pairSets) or class by class (classRecords). */
  export interface PairAdjustment {
    readonly coverage: Coverage;
    readonly pairSets?: LazyArray<readonly (Adjusted & { readonly secondGlyph: number })[]>;
    readonly classDef1: ClassDefinition;
    readonly classDef2: ClassDefinition;
    readonly classRecords?: LazyArray<LazyArray<Adjusted>>;
  }
  /** The GPOS table. */
  export interface Positioning {
    readonly scriptList: readonly {
      readonly tag: string;
      readonly script: { readonly defaultLangSys?: { readonly featureIndexes: readonly number[] } | null };
    }[];
    readonly featureList: readonly {
      readonly tag: string;
      readonly feature: { readonly lookupListIndexes: readonly number[] };
    }[];
    readonly lookupList: LazyArray<{
      readonly lookupType: number;
      readonly subTables: readonly { readonly lookupType?: number; readonly extension?: unknown }[];
    }>;
  }
  export interface Font {
    readonly GPOS?: Positioning;
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
    /** A stream positioned at the start of the table. */
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
