import type { ClassDefinition, Coverage, Font, PairAdjustment } from "fontkit";

/** Kerning of a pair of glyphs, in units of the font: how far the second moves away from the first. */
export type Kerning = (first: number, second: number) => number;

/**
 * Reads the kerning of Latin text from a font's GPOS table. fontkit's layout gives the same values (fonts.test.ts
 * compares them), but it plans a whole shaping for each pair, which took a sixth of the time of a small sheet.
 * @see OpenType 1.9, GPOS, lookup type 2
 */
export function kerningOf(font: Font): Kerning {
  const lookups = pairLookups(font);
  return (first, second) => {
    let sum = 0;
    for (const subtables of lookups) {
      for (const subtable of subtables) {
        const adjustment = adjustmentOf(subtable, first, second);
        if (adjustment === undefined) continue;
        sum += adjustment;
        break;
      }
    }
    return sum;
  };
}

/** The pair subtables of each lookup of the feature `kern`. */
function pairLookups({ GPOS }: Font): PairAdjustment[][] {
  const scripts = GPOS?.scriptList ?? [];
  const script = scripts.find(({ tag }) => tag === "latn") ?? scripts.find(({ tag }) => tag === "DFLT");
  const features = (script?.script.defaultLangSys?.featureIndexes ?? []).map((index) => GPOS?.featureList[index]);
  const indexes = features.flatMap((each) => (each?.tag === "kern" ? each.feature.lookupListIndexes : []));
  return [...new Set(indexes)]
    .sort((a, b) => a - b)
    .map((index) => {
      const { lookupType, subTables = [] } = GPOS?.lookupList.get(index) ?? {};
      return subTables.flatMap((subtable) => {
        // Large tables are referred to by an extension, which names their type.
        const [type, table] = lookupType === 9 ? [subtable.lookupType, subtable.extension] : [lookupType, subtable];
        return type === 2 && table ? [table as PairAdjustment] : [];
      });
    });
}

/** Undefined if the subtable does not cover the pair. */
function adjustmentOf(table: PairAdjustment, first: number, second: number): number | undefined {
  const index = coverageIndex(table.coverage, first);
  if (index < 0) return undefined;
  if (table.pairSets) {
    return table.pairSets.get(index)?.find(({ secondGlyph }) => secondGlyph === second)?.value1?.xAdvance;
  }
  const row = table.classRecords?.get(classOf(table.classDef1, first));
  return row?.get(classOf(table.classDef2, second))?.value1?.xAdvance ?? 0;
}

function coverageIndex({ glyphs, rangeRecords }: Coverage, glyph: number): number {
  if (glyphs) return glyphs.indexOf(glyph);
  const range = rangeOf(rangeRecords ?? [], glyph);
  return range ? range.startCoverageIndex + glyph - range.start : -1;
}

function classOf({ startGlyph = 0, classValueArray, classRangeRecord }: ClassDefinition, glyph: number): number {
  if (classValueArray) return classValueArray[glyph - startGlyph] ?? 0;
  return rangeOf(classRangeRecord ?? [], glyph)?.class ?? 0;
}

/** The range that holds a glyph; ranges are sorted. */
function rangeOf<R extends { readonly start: number; readonly end: number }>(
  ranges: readonly R[],
  glyph: number,
): R | undefined {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle] as R;
    if (glyph < range.start) high = middle - 1;
    else if (glyph > range.end) low = middle + 1;
    else return range;
  }
  return undefined;
}
