import type { Slice } from "../measure/slice.ts";
import { type Column, packColumns } from "./pack-columns.ts";

/** The columns of a page, from left to right. */
export type PageColumns = readonly Column[];

export interface PageShape {
  readonly columns: number;
  readonly height: number;
  /** Whether space between items grows until columns end level. */
  readonly isStretched: boolean;
}

/** Fills pages with slices; the columns of the last page are of one height. */
export function packPages(slices: readonly Slice[], { columns, height, isStretched }: PageShape): PageColumns[] {
  const pages = intoPages(packColumns(slices, height), columns);
  const last = pages.at(-1);
  if (last && columns > 1) pages[pages.length - 1] = balance(last, columns, height);
  if (!isStretched) return pages;
  return pages.map((page, index) => {
    const foot = index === pages.length - 1 ? Math.max(0, ...page.map((column) => column.height)) : height;
    return page.map((column) => stretch(column, foot));
  });
}

function intoPages(all: readonly Column[], columns: number): PageColumns[] {
  const pages: Column[][] = [];
  for (const column of all) {
    const page = pages.at(-1);
    const startsPage = column.placed.some(({ slice }) => slice.startsPage);
    if (!page || page.length === columns || startsPage) pages.push([column]);
    else page.push(column);
  }
  return pages;
}

/** Shares the content of a page out so that its tallest column is as short as can be. */
function balance(page: PageColumns, columns: number, height: number): PageColumns {
  const slices = page
    .flatMap((column) => column.placed.map(({ slice }) => slice))
    .filter((slice) => !isRepeated(slice, page));
  let best = page;
  let [low, high] = [page.reduce((sum, column) => sum + column.height, 0) / columns / 2, height];
  for (let step = 0; step < 16; step++) {
    const middle = (low + high) / 2;
    const packed = packColumns(slices, middle);
    const isGood =
      packed.length <= columns &&
      packed.every((column) => column.height <= middle + 0.1 && !hasBadBreak(column, packed));
    if (isGood) {
      best = packed;
      high = middle;
    } else {
      low = middle;
    }
  }
  return best;
}

/** Heads of tables that were repeated for a break that balancing may move. */
function isRepeated(slice: Slice, page: PageColumns): boolean {
  return page.some((column) => column.placed.some((placed) => placed.slice.head?.includes(slice)));
}

function hasBadBreak(column: Column, all: readonly Column[]): boolean {
  return column !== all.at(-1) && (column.placed.at(-1)?.slice.breakCost ?? 0) >= 1e6;
}

/** The most by which a space grows, in points: a column that is much too short had better stay so. */
const mostStretch = 9;

function stretch(column: Column, foot: number): Column {
  const elastic = column.placed.filter(({ slice }, index) => index > 0 && slice.isElastic).length;
  const spare = foot - column.height;
  if (elastic === 0 || spare <= 0) return column;
  const more = Math.min(mostStretch, spare / elastic);
  let moved = 0;
  const placed = column.placed.map(({ slice, y }, index) => {
    if (index > 0 && slice.isElastic) moved += more;
    return { slice, y: y + moved };
  });
  return { placed, height: column.height + moved };
}
