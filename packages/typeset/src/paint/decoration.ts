import type { Drawing } from "../display-list/display-list.ts";
import type { Background } from "../measure/slice.ts";
import type { Column, Placed } from "../pack/break-columns.ts";

/** One rectangle behind each run of slices that share a background. */
export function paintBackgrounds(column: Column, left: number, top: number): Drawing[] {
  const drawings: { depth: number; drawings: Drawing[] }[] = [];
  const open = new Map<string, { background: Background; from: number; to: number; depth: number }>();
  const close = (key: string) => {
    const run = open.get(key);
    open.delete(key);
    if (run)
      drawings.push({
        depth: run.depth,
        drawings: paintBackground(run.background, left, top + run.from, top + run.to),
      });
  };
  for (const { slice, y } of column.placed) {
    const keys = new Set(slice.backgrounds.map((background) => background.key));
    for (const key of [...open.keys()]) if (!keys.has(key)) close(key);
    slice.backgrounds.forEach((background, depth) => {
      const run = open.get(background.key);
      const to = y + slice.height + (background.below ?? 0);
      if (run) run.to = to;
      else open.set(background.key, { background, from: y, to, depth });
    });
  }
  for (const key of [...open.keys()]) close(key);
  return drawings.sort((a, b) => a.depth - b.depth).flatMap((each) => each.drawings);
}

function paintBackground(
  { x, width, fill, radius = 0, bar }: Background,
  left: number,
  from: number,
  to: number,
): Drawing[] {
  const drawings: Drawing[] = [];
  const height = to - from;
  if (fill) drawings.push({ kind: "rectangle", x: left + x, y: from, width, height, radius, fill });
  if (bar) {
    const inset = Math.min(1.2, height / 4);
    const box = { x: left + x, y: from + inset, width: bar.width, height: height - 2 * inset };
    drawings.push({ kind: "rectangle", ...box, fill: bar.colour });
  }
  return drawings;
}

/** Dotted rules between items. */
export function paintSeparators(column: Column, left: number, top: number): Drawing[] {
  return column.placed.flatMap(({ slice, y }, index): Drawing[] => {
    const above = column.placed[index - 1];
    if (!slice.separator || !above) return [];
    const { x, width, colour } = slice.separator;
    const middle = top + (bottomOf(above) + y) / 2;
    const line = { from: [left + x, middle], to: [left + x + width, middle] } as const;
    return [{ kind: "line", ...line, thickness: 0.35, colour, dash: [0.8, 1.6] }];
  });
}

function bottomOf({ slice, y }: Placed): number {
  return y + slice.height;
}
