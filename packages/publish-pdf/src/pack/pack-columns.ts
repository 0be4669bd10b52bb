import type { Slice } from "../measure/slice.ts";

/** A slice in its column: how far below the top it stands. */
export interface Placed {
  readonly slice: Slice;
  readonly y: number;
}

export interface Column {
  readonly placed: readonly Placed[];
  readonly height: number;
}

/**
 * Fills columns of one height with slices, in order, so that all breaks together disturb least: as few columns as can
 * be, breaks where they are cheap, feet as even as possible.
 */
export function packColumns(slices: readonly Slice[], height: number): Column[] {
  const count = slices.length;
  const best = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(count + 1);
  best[0] = 0;
  for (let start = 0; start < count; start++) {
    const before = best[start] as number;
    let used = headHeight(slices[start] as Slice);
    for (let end = start; end < count; end++) {
      const slice = slices[end] as Slice;
      if (end > start && slice.startsPage) break;
      used += slice.height + (end > start ? slice.gap : 0);
      if (used > height + tolerance && end > start) break;
      const isLast = end === count - 1 || slices[end + 1]?.startsPage === true;
      const slack = isLast ? 0 : Math.max(0, 1 - used / height);
      const cost = before + perColumn + slackCost * slack * slack + (isLast ? 0 : slice.breakCost);
      if (cost < (best[end + 1] as number)) {
        best[end + 1] = cost;
        from[end + 1] = start;
      }
    }
  }
  const columns: Column[] = [];
  for (let end = count; end > 0; end = from[end] as number) columns.push(place(slices, from[end] as number, end));
  return columns.reverse();
}

const tolerance = 0.01;
/** A column more costs more than any break but one that must not be. */
const perColumn = 1000;
const slackCost = 300;

function headHeight(slice: Slice): number {
  return (slice.head ?? []).reduce((sum, head) => sum + head.height, 0);
}

function place(slices: readonly Slice[], from: number, to: number): Column {
  const placed: Placed[] = [];
  let y = 0;
  for (const head of slices[from]?.head ?? []) {
    placed.push({ slice: head, y });
    y += head.height;
  }
  for (let index = from; index < to; index++) {
    const slice = slices[index] as Slice;
    if (index > from) y += slice.gap;
    placed.push({ slice, y });
    y += slice.height;
  }
  return { placed, height: y };
}
