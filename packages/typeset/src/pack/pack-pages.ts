import { pageFill } from "../costs.ts";
import type { Slice } from "../measure/slice.ts";
import { type BreakShape, type Broken, breakColumns, type Column, type PageColumns } from "./break-columns.ts";
import { breakPages } from "./break-pages.ts";

export interface PageShape {
  readonly columns: number;
  readonly height: number;
  /** Whether space between items stretches until columns end level. */
  readonly isStretched: boolean;
  /** As in `BreakShape`. */
  readonly pageCost?: number;
  readonly footWeight?: number;
}

/** Fills pages with runs of slices, page by page; the columns of the last page are balanced. */
export function* packPages(
  runs: Iterable<readonly Slice[]>,
  { columns, height, isStretched, ...rest }: PageShape,
): Generator<PageColumns> {
  const stretchPage = (page: PageColumns, foot: number) =>
    isStretched ? page.map((column) => stretch(column, foot)) : page;
  let last: PageColumns | undefined;
  for (const page of breakPages(runs, { height, columns, ...rest })) {
    if (last) yield stretchPage(last, height);
    last = page;
  }
  if (!last) return;
  const level = columns > 1 ? balance(last, columns, height) : last;
  yield stretchPage(level, Math.max(0, ...level.map((column) => column.height)));
}

/** Steps tried between the lowest height that holds a page and the full one. */
const heights = 24;

/** Balances the columns of a page: as low as possible without bad breaks. */
function balance(page: PageColumns, columns: number, height: number): PageColumns {
  const slices = withoutRepeated(page);
  const at = (each: number) => breakColumns(slices, { height: each, columns, isLong: false });
  const lowest = lowestHeight(slices, columns, height);
  let best: Broken | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0; step <= heights; step++) {
    const share = step / heights;
    const broken = at(lowest + (height - lowest) * share);
    const cost = (broken?.cost ?? Number.POSITIVE_INFINITY) + pageFill.fullLastPage * share * (1 - lowest / height);
    if (cost >= least) continue;
    best = broken;
    least = cost;
  }
  return best?.pages[0] ?? page;
}

/** Least height of columns that still hold all slices on one page. */
function lowestHeight(slices: readonly Slice[], columns: number, height: number): number {
  const shape = (each: number): BreakShape => ({ height: each, columns, isLong: false });
  let [low, high] = [0, height];
  for (let step = 0; step < 12; step++) {
    const middle = (low + high) / 2;
    const broken = breakColumns(slices, shape(middle));
    const isFit = broken?.pages.every((page) => page.every((column) => column.height <= middle + 0.1));
    if (isFit) high = middle;
    else low = middle;
  }
  return high;
}

/** Slices of a page, without those that its breaks added. */
function withoutRepeated(page: PageColumns): Slice[] {
  const slices = page.flatMap((column) => column.placed.map(({ slice }) => slice));
  const repeated = new Set(
    slices.flatMap(({ headAfterBreak: head = [], footBeforeBreak: foot }) => (foot ? [...head, foot] : head)),
  );
  return slices.filter((slice) => !repeated.has(slice));
}

function isRepeated(slice: Slice, { placed }: Column): boolean {
  return placed.some((each) => each.slice.headAfterBreak?.includes(slice));
}

/** A space grows by at most this share: a column that is far too short stays short. */
const mostStretch = 0.5;

function stretch(column: Column, foot: number): Column {
  // What is repeated at the top of a column belongs to the slice below it.
  const first = column.placed.findIndex(({ slice }) => !isRepeated(slice, column));
  const elastic = column.placed.filter(({ slice }, index) => index > first && slice.isElastic).length;
  const spare = foot - column.height;
  if (elastic === 0 || spare <= 0) return column;
  const room = column.placed.reduce(
    (sum, { slice }, index) => sum + (index > first && slice.isElastic ? slice.gap : 0),
    0,
  );
  const share = Math.min(mostStretch, room > 0 ? spare / room : 0);
  let moved = 0;
  const placed = column.placed.map(({ slice, y }, index) => {
    if (index > first && slice.isElastic) moved += share * slice.gap;
    return { slice, y: y + moved };
  });
  return { placed, height: column.height + moved };
}
