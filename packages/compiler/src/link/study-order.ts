import { compareText, type Difficulty } from "@high-recall/core";

/** What the study order looks at. */
export interface Ordered {
  readonly id: string;
  readonly after: readonly string[];
  readonly difficulty?: Difficulty | undefined;
}

/**
 * Items so that each comes after everything it needs. Among those that could come next the easier comes first, then
 * the one whose id is smaller; with `groups`, an earlier group goes first. Needs that lead out of the items do not
 * count, and items of a cycle come last.
 */
export function inStudyOrder<T extends Ordered>(
  items: readonly T[],
  groups: readonly string[] = [],
  groupOf?: (item: T) => string,
): T[] {
  const groupRank = new Map(groups.map((group, index) => [group, index]));
  const rank = (item: T) => (groupOf && groupRank.get(groupOf(item))) ?? groups.length;
  const isBefore = (one: T, other: T) =>
    rank(one) - rank(other) || difficultyRank(one) - difficultyRank(other) || compareText(one.id, other.id);
  const ids = new Set(items.map(({ id }) => id));
  const needs = new Map<T, number>();
  const neededBy = new Map<string, T[]>();
  for (const item of items) {
    const after = new Set(item.after.filter((id) => ids.has(id)));
    needs.set(item, after.size);
    for (const id of after) neededBy.set(id, [...(neededBy.get(id) ?? []), item]);
  }
  const ready = items.filter((item) => needs.get(item) === 0).sort(isBefore);
  const ordered: T[] = [];
  for (let next = ready.shift(); next !== undefined; next = ready.shift()) {
    ordered.push(next);
    for (const item of neededBy.get(next.id) ?? []) {
      const left = (needs.get(item) ?? 0) - 1;
      needs.set(item, left);
      if (left === 0) insert(ready, item, isBefore);
    }
  }
  const placed = new Set(ordered);
  return [...ordered, ...items.filter((item) => !placed.has(item)).sort(isBefore)];
}

function difficultyRank(item: Ordered): number {
  return item.difficulty === "hard" ? 2 : item.difficulty === "medium" ? 1 : 0;
}

function insert<T>(sorted: T[], item: T, compare: (one: T, other: T) => number): void {
  const at = sorted.findIndex((other) => compare(item, other) < 0);
  sorted.splice(at < 0 ? sorted.length : at, 0, item);
}
