import { pageFill } from "../costs.ts";
import type { Slice } from "../measure/slice.ts";

/** A slice in its column; `y` goes down from the top. */
export interface Placed {
  readonly slice: Slice;
  readonly y: number;
}

export interface Column {
  readonly placed: readonly Placed[];
  readonly height: number;
}

/** The columns of a page, from left to right. */
export type PageColumns = readonly Column[];

export interface Broken {
  readonly pages: readonly PageColumns[];
  /** Index of the first slice after each page. */
  readonly ends: readonly number[];
  /** Sum of all costs. */
  readonly cost: number;
}

export interface BreakShape {
  readonly height: number;
  /** Columns per page. */
  readonly columns: number;
  /** Whether more than one page may be used. */
  readonly isLong: boolean;
  /** Cost of an extra page; default: `pageFill.page`. */
  readonly pageCost?: number;
  /** Factor of the cost of an empty foot; default 1. */
  readonly footWeight?: number;
}

/** Rounding of heights must not push a slice to the next column. */
const tolerance = 0.01;

/**
 * Fills columns with slices, in order, at least total cost: few pages, cheap breaks, even feet. Undefined if only one
 * page may be used and cannot hold everything. Dynamic programming over (slice, column of its page).
 */
export function breakColumns(slices: readonly Slice[], shape: BreakShape): Broken | undefined {
  const { columns, height, isLong, pageCost = pageFill.page, footWeight = 1 } = shape;
  const count = slices.length;
  if (count === 0) return { pages: [], ends: [], cost: 0 };
  // A state is a position between slices and the number of columns used on its page.
  const states = (count + 1) * (columns + 1);
  const at = (place: number, used: number) => place * (columns + 1) + used;
  const best = new Float64Array(states).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(states).fill(-1);
  best[at(0, 0)] = 0;

  /** Least cost of starting each column at a position, and the state before. */
  const entry = new Float64Array(columns + 1);
  const origin = new Int32Array(columns + 1);

  for (let start = 0; start < count; start++) {
    const first = slices[start] as Slice;
    entry.fill(Number.POSITIVE_INFINITY);
    let isReached = false;
    for (let used = 0; used <= columns; used++) {
      const before = best[at(start, used)] as number;
      const isNewPage = used === 0 || used === columns || first.startsPage === true;
      if (before === Number.POSITIVE_INFINITY || (isNewPage && start > 0 && !isLong)) continue;
      const cost = before + (isNewPage ? pageCost : pageFill.column);
      const column = isNewPage ? 1 : used + 1;
      if (cost >= (entry[column] as number)) continue;
      entry[column] = cost;
      origin[column] = at(start, used);
      isReached = true;
    }
    if (!isReached) continue;
    let filled = headHeight(first);
    for (let end = start; end < count; end++) {
      const slice = slices[end] as Slice;
      if (end > start && (slice.startsPage || slice.startsColumn)) break;
      filled += slice.height + (end > start ? slice.gap : 0);
      const isOver = filled > height + tolerance;
      if (isOver && end > start) break;
      const isLast = end === count - 1 || startsAnew(slices[end + 1]);
      const slack = isLast ? 0 : Math.max(0, 1 - filled / height);
      const cost = footWeight * costOf(slack) + (isLast ? 0 : slice.breakCost) + (isOver ? pageFill.overfullColumn : 0);
      for (let column = 1; column <= columns; column++) {
        const state = at(end + 1, column);
        const whole = (entry[column] as number) + cost;
        if (whole >= (best[state] as number)) continue;
        best[state] = whole;
        from[state] = origin[column] as number;
      }
    }
  }
  return trace(slices, shape, best, from);
}

function startsAnew(slice: Slice | undefined): boolean {
  return slice?.startsPage === true || slice?.startsColumn === true;
}

function costOf(slack: number): number {
  const { square, cube } = pageFill.emptyFoot;
  return (square + cube * slack) * slack * slack;
}

/** Follows the cheapest path back from the end. */
function trace(
  slices: readonly Slice[],
  { columns }: BreakShape,
  best: Float64Array,
  from: Int32Array,
): Broken | undefined {
  const end = slices.length * (columns + 1);
  let state = -1;
  for (let used = 1; used <= columns; used++) {
    if (state < 0 || (best[end + used] as number) < (best[state] as number)) state = end + used;
  }
  const cost = best[state] as number;
  if (cost === Number.POSITIVE_INFINITY) return undefined;
  const pages: Column[][] = [];
  const ends: number[] = [];
  let page: Column[] = [];
  while (state > 0) {
    const previous = from[state] as number;
    const stop = Math.floor(state / (columns + 1));
    if (page.length === 0) ends.unshift(stop);
    page.unshift(placeColumn(slices, Math.floor(previous / (columns + 1)), stop));
    const isFirst = state % (columns + 1) === 1;
    if (isFirst) {
      pages.unshift(page);
      page = [];
    }
    state = previous;
  }
  return { pages, ends, cost };
}

function headHeight(slice: Slice): number {
  return (slice.headAfterBreak ?? []).reduce((sum, head) => sum + head.height, 0);
}

/** Places the slices `from` (inclusive) to `to` (exclusive) in a column, with what is repeated at its breaks. */
export function placeColumn(slices: readonly Slice[], from = 0, to = slices.length): Column {
  const placed: Placed[] = [];
  let y = 0;
  for (const head of slices[from]?.headAfterBreak ?? []) {
    placed.push({ slice: head, y });
    y += head.height;
  }
  for (let index = from; index < to; index++) {
    const slice = slices[index] as Slice;
    if (index > from) y += slice.gap;
    placed.push({ slice, y });
    y += slice.height;
  }
  const foot = slices[to - 1]?.footBeforeBreak;
  if (foot) placed.push({ slice: foot, y });
  return { placed, height: y };
}
