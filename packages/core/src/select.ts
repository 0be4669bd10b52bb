import type { Curriculum, Item } from "./curriculum.ts";
import type { Difficulty, Kind } from "./front-matter.ts";

/** Which items to keep; an absent or empty list keeps all. Lists are joined by "or", keys by "and". */
export interface Selection {
  readonly topics?: readonly string[];
  readonly tags?: readonly string[];
  readonly difficulty?: readonly Difficulty[];
  readonly kinds?: readonly Kind[];
}

/** The curriculum with the chosen items only, in the same order; topics left empty are dropped. */
export function select(curriculum: Curriculum, selection: Selection): Curriculum {
  const isChosen = (item: Item) =>
    holds(selection.topics, [item.topic]) &&
    holds(selection.tags, item.tags) &&
    holds(selection.difficulty, item.difficulty ? [item.difficulty] : []) &&
    holds(selection.kinds, [item.kind]);
  const topics = curriculum.topics
    .map((topic) => ({ ...topic, items: topic.items.filter(isChosen) }))
    .filter((topic) => topic.items.length > 0);
  const kept = new Set(topics.flatMap((topic) => topic.items.map((item) => item.id)));
  return { ...curriculum, topics, order: curriculum.order.filter((id) => kept.has(id)) };
}

function holds<T>(wanted: readonly T[] | undefined, present: readonly T[]): boolean {
  return !wanted?.length || present.some((value) => wanted.includes(value));
}
