import * as z from "zod";
import type { Curriculum, Item } from "./curriculum.ts";
import { Difficulty, Id, Importance, kinds } from "./front-matter.ts";

/** Which items to keep; an absent or empty list keeps all. An item matches a list by one of its entries, and must match every list. */
export const Selection = z
  .strictObject({
    topics: z
      .array(Id)
      .optional()
      .meta({ description: "Only these topics", examples: [["evaluation"]] }),
    tags: z
      .array(Id)
      .optional()
      .meta({ description: "Only items with one of these tags", examples: [["regularization"]] }),
    difficulty: z
      .array(Difficulty)
      .optional()
      .meta({ description: "Only items of these difficulties", examples: [["hard"]] }),
    importance: z
      .array(Importance)
      .optional()
      .meta({ description: "Only items of this importance", examples: [["essential"]] }),
    kinds: z
      .array(z.enum(kinds))
      .optional()
      .meta({ description: "Only items of these kinds", examples: [["formula"]] }),
  })
  .meta({ id: "Selection", description: "Which items to keep" });
export type Selection = Readonly<z.infer<typeof Selection>>;

/**
 * The curriculum with the selected items only, in the same order, without the topics left empty.
 * @param selections an item is kept when one of them selects it
 */
export function select(curriculum: Curriculum, ...selections: readonly Selection[]): Curriculum {
  const wholes = new Map(curriculum.topics.flatMap(({ items }) => items.map((item) => [item.id, item])));
  /** A part is as important as its whole, unless it is more important itself. */
  const importances = (item: Item) => {
    const whole = "partOf" in item && item.partOf !== undefined ? wholes.get(item.partOf) : undefined;
    return [item.importance, ...(whole === undefined ? [] : [whole.importance])];
  };
  const isSelected = (item: Item) => selections.some((selection) => isSelectedBy(selection, item));
  const isSelectedBy = (selection: Selection, item: Item) =>
    matches(selection.topics, [item.topic]) &&
    matches(selection.tags, item.tags) &&
    matches(selection.difficulty, item.difficulty ? [item.difficulty] : []) &&
    matches(selection.importance, importances(item)) &&
    matches(selection.kinds, [item.kind]);
  const topics = curriculum.topics
    .map((topic) => ({ ...topic, items: topic.items.filter(isSelected) }))
    .filter((topic) => topic.items.length > 0);
  const kept = new Set(topics.flatMap((topic) => topic.items.map((item) => item.id)));
  return { ...curriculum, topics, order: curriculum.order.filter((id) => kept.has(id)) };
}

/** Whether a selection keeps every item. */
export function selectsAll({ topics, tags, difficulty, importance, kinds }: Selection): boolean {
  return [topics, tags, difficulty, importance, kinds].every((wanted) => !wanted?.length);
}

function matches<T>(wanted: readonly T[] | undefined, present: readonly T[]): boolean {
  return !wanted?.length || present.some((value) => wanted.includes(value));
}
