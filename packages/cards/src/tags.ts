import type { Imprint, Item } from "@high-recall/core";

/**
 * Tags of an item's cards, such as `high-recall::topic::evaluation`. All begin with the edition's id, so that they never
 * mix with the learner's own. The topic is among them because a learner may move cards to other decks.
 */
export function tagsOf(item: Item, edition: Pick<Imprint, "id">): string[] {
  const parts = [
    ["topic", item.topic],
    ["kind", item.kind],
    ...(item.difficulty === undefined ? [] : [["difficulty", item.difficulty]]),
    ...(item.kind === "question" ? [["style", item.style]] : []),
    ...(item.kind === "term" ? [["category", item.category]] : []),
    ...(item.kind === "code" ? [["language", item.language]] : []),
    ...item.tags.map((tag) => ["tag", tag]),
  ];
  return parts.map((levels) => [edition.id, ...levels].join("::"));
}
