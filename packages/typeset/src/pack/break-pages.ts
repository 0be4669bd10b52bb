import { type Slice, stackHeight } from "../measure/slice.ts";
import { type BreakShape, breakColumns, type PageColumns } from "./break-columns.ts";

/** Pages that are broken together. */
const pagesAtOnce = 48;
/** The last pages of them, broken again with what follows: pages farther ahead do not change where a page ends. */
const reconsidered = 8;

/**
 * Fills pages with slices that come in runs, measured on demand: a long document is never in memory as a whole. Content
 * between two forced page starts is broken as one if it has fewer than 48 pages.
 */
export function* breakPages(
  runs: Iterable<readonly Slice[]>,
  shape: Omit<BreakShape, "isLong">,
): Generator<PageColumns> {
  const most = pagesAtOnce * shape.columns * shape.height;
  const breakAll = (slices: readonly Slice[]) => breakColumns(slices, { ...shape, isLong: true });
  let waiting: Slice[] = [];
  let height = 0;
  for (const run of runs) {
    for (const slice of run) {
      if (slice.startsPage) {
        yield* breakAll(waiting)?.pages ?? [];
        waiting = [];
        height = 0;
      }
      waiting.push(slice);
      height += slice.gap + slice.height;
    }
    if (height < most) continue;
    const { pages = [], ends = [] } = breakAll(waiting) ?? {};
    const settled = Math.max(0, pages.length - reconsidered);
    yield* pages.slice(0, settled);
    waiting = waiting.slice(ends[settled - 1] ?? 0);
    // No page is settled if slices are as high as pages; then it waits for as much again.
    height = settled > 0 ? stackHeight(waiting) : 0;
  }
  yield* breakAll(waiting)?.pages ?? [];
}
