import { fitSize, growSize, type PackedPage } from "@high-recall/typeset";
import { leastSize, mostSize, type Sheet } from "../product.ts";

/** A sheet, laid out at the type size that fits. */
export interface FittedSheet {
  readonly size: number;
  /** Can be iterated once. */
  readonly pages: Iterable<PackedPage>;
  /** Number of pages, if there are more than the product allows. */
  readonly overflowPages?: number;
}

/** Type size in points of a sheet that does not choose one, and the smallest for a sheet without a page limit. */
const usualSize = 7.5;
/** Smallest type size in points to save a page that would stay mostly white. */
const denseSize = 7;
/**
 * Up to this type size in points text may grow alone. Code is limited by the width of its column, so above it must keep
 * up.
 */
const freeSize = 8.5;
/** Smallest mean size of code in units of the body text. */
const leastCode = 0.7;

/**
 * Sheets of so many pages keep the usual size: filling the last page is not worth the time and memory of more layouts.
 */
const longFrom = 40;

/**
 * Lays out a sheet at the largest type size that fits its pages. With `pages`, it uses as few pages up to that number
 * as hold the usual size. Without `pages`, or if they cannot hold the sheet, it uses as many as the usual size takes.
 */
export function fitSheet(
  { size, pages }: Pick<Sheet, "size" | "pages">,
  layoutAt: (size: number) => Iterable<PackedPage>,
): FittedSheet {
  if (size !== undefined) return { size, pages: layoutAt(size) };
  const layouts = new Map<number, readonly PackedPage[]>();
  const at = (each: number): readonly PackedPage[] => {
    const known = layouts.get(each) ?? [...layoutAt(each)];
    layouts.set(each, known);
    return known;
  };
  const fits = (each: number, most: number) =>
    at(each).length <= most && (each <= freeSize || codeShare(at(each)) >= leastCode);
  if (pages !== undefined) {
    const fewest = Math.min(pages, at(usualSize).length);
    const fitted = fitSize(leastSize, mostSize, (each) => fits(each, fewest));
    // A slightly smaller size beats a page that is mostly white.
    const isHollow = fitted !== undefined && fewest > 1 && fillOfLast(at(fitted)) < 0.5;
    const dense = isHollow ? fitSize(denseSize, mostSize, (each) => fits(each, fewest - 1)) : undefined;
    const chosen = dense ?? fitted;
    if (chosen !== undefined) return { size: chosen, pages: at(chosen) };
  }
  if (!layouts.has(usualSize)) {
    const rest = layoutAt(usualSize)[Symbol.iterator]();
    const begun = take(rest, longFrom);
    if (begun.length === longFrom) return { size: usualSize, pages: chain(begun, rest) };
    layouts.set(usualSize, begun);
  }
  const needed = at(usualSize).length;
  const grown = needed < longFrom ? growSize(usualSize, mostSize, (each) => fits(each, needed)) : usualSize;
  return { size: grown, pages: at(grown), ...(pages === undefined ? {} : { overflowPages: at(grown).length }) };
}

/** The first `most` values. */
function take<T>(values: Iterator<T>, most: number): T[] {
  const taken: T[] = [];
  while (taken.length < most) {
    const { done, value } = values.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}

function* chain<T>(begun: readonly T[], rest: Iterator<T>): Generator<T> {
  yield* begun;
  yield* { [Symbol.iterator]: () => rest };
}

/** Filled share of the last page, 0 to 1. */
function fillOfLast(pages: readonly PackedPage[]): number {
  const page = pages.at(-1);
  if (!page) return 1;
  const filled = page.columns.reduce((sum, column) => sum + column.height, 0);
  return filled / (page.columnHeight * page.lefts.length);
}

/** Mean size of code in units of the body text, over all lines of code; 1 if there are none. */
function codeShare(pages: readonly PackedPage[]): number {
  const shares = pages.flatMap((page) =>
    page.columns.flatMap((column) => column.placed.flatMap(({ slice }) => slice.codeScale ?? [])),
  );
  if (shares.length === 0) return 1;
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
