import type { Item, Topic } from "@high-recall/core";

/** An item and the items that are part of it: one panel. */
export interface Concept {
  readonly item: Item;
  readonly parts: readonly Item[];
}

const known = new WeakMap<readonly Item[], Concept[]>();

/** The concepts of a topic in study order. A part whose whole is not among the items is a concept of its own. */
export function conceptsOf({ items }: Pick<Topic, "items">): readonly Concept[] {
  let concepts = known.get(items);
  if (concepts === undefined) {
    concepts = group(items);
    known.set(items, concepts);
  }
  return concepts;
}

function group(items: readonly Item[]): Concept[] {
  const present = new Set(items.map(({ id }) => id));
  const wholeOf = (item: Item) =>
    "partOf" in item && item.partOf !== undefined && present.has(item.partOf) ? item.partOf : undefined;
  const parts = Map.groupBy(items, wholeOf);
  return (parts.get(undefined) ?? []).map((item) => ({ item, parts: parts.get(item.id) ?? [] }));
}
