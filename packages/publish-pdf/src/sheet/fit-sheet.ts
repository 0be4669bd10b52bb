import { fitSize, growSize, type PackedPage } from "@high-recall/typeset";
import { leastSize, mostSize, type Sheet } from "../product.ts";

/** A sheet at the type size that fits it. */
export interface FittedSheet {
  readonly size: number;
  /** To be walked once. */
  readonly pages: Iterable<PackedPage>;
  /** How many pages it takes, when these are more than were asked for. */
  readonly overflowPages?: number;
}

/** Size of a sheet's text in points when its product does not say: the least it flows at, and good to read on paper. */
const usualSize = 7.5;
/** Still good in points, where it saves a page that would stay mostly white. */
const denseSize = 7;
/** Up to this size in points text grows alone; above, code, which the column's width holds back, must not be left behind. */
const freeSize = 8.5;
/** The least size of code in units of the text around. */
const leastCode = 0.7;

/** From so many pages on a sheet keeps the usual size: a last page half empty is nothing beside the time and memory of more layouts. */
const longFrom = 40;

/**
 * Lays a sheet out at the largest type size that its pages hold. With `pages` these are the fewest up to that number
 * which hold the usual size; without, or where so many cannot hold it, as many as it takes at the usual size.
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
    // Rather a little small than a page that is mostly white.
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

/** The first values, at most so many. */
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

/** How full the last page is, from 0 to 1. */
function fillOfLast(pages: readonly PackedPage[]): number {
  const page = pages.at(-1);
  if (!page) return 1;
  const filled = page.columns.reduce((sum, column) => sum + column.height, 0);
  return filled / (page.columnHeight * page.lefts.length);
}

/** Size of code in units of the text around, in the mean of all lines of code; 1 when there are none. */
function codeShare(pages: readonly PackedPage[]): number {
  const shares = pages.flatMap((page) =>
    page.columns.flatMap((column) => column.placed.flatMap(({ slice }) => slice.codeScale ?? [])),
  );
  if (shares.length === 0) return 1;
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
