import { compareText, type Difficulty } from "@high-recall/core";
import { Heap } from "./heap.ts";

/** What the study order depends on. */
export interface Ordered {
  readonly id: string;
  readonly after: readonly string[];
  readonly difficulty?: Difficulty | undefined;
}

/**
 * Sorts items so that each comes after everything it needs. Among those that could come next the easier comes first,
 * then the one with the smaller id; with `groups`, an earlier group comes first. Needs outside the given items are
 * ignored. Items in a cycle, and those that need one of them, come last.
 */
export function inStudyOrder<T extends Ordered>(
  items: readonly T[],
  groups: readonly string[] = [],
  groupOf?: (item: T) => string,
): T[] {
  const groupRank = new Map(groups.map((group, index) => [group, index]));
  const rank = (item: T) => (groupOf && groupRank.get(groupOf(item))) ?? groups.length;
  const sorted = [...items].sort(
    (one, other) =>
      rank(one) - rank(other) || difficultyRank(one) - difficultyRank(other) || compareText(one.id, other.id),
  );
  return orderByNeeds(sorted);
}

/**
 * Each item after everything it needs; among those that could come next, the first of the given items. Items in a cycle,
 * and those that need one of them, come last.
 * @see Kahn 1962, with a priority queue
 */
function orderByNeeds<T extends Ordered>(items: readonly T[]): T[] {
  const ids = new Set(items.map(({ id }) => id));
  const neededBy = new Map<string, number[]>();
  const ready = new Heap();
  const needs = items.map(({ after }, index) => {
    const needed = new Set(after.filter((id) => ids.has(id)));
    for (const id of needed) {
      const dependents = neededBy.get(id);
      if (dependents) dependents.push(index);
      else neededBy.set(id, [index]);
    }
    if (needed.size === 0) ready.push(index);
    return needed.size;
  });
  const order: T[] = [];
  const isPlaced = items.map(() => false);
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    const item = items[next] as T;
    order.push(item);
    isPlaced[next] = true;
    for (const dependent of neededBy.get(item.id) ?? []) {
      const left = (needs[dependent] ?? 0) - 1;
      needs[dependent] = left;
      if (left === 0) ready.push(dependent);
    }
  }
  return [...order, ...items.filter((_, index) => !isPlaced[index])];
}

function difficultyRank(item: Ordered): number {
  return item.difficulty === "hard" ? 2 : item.difficulty === "medium" ? 1 : 0;
}
