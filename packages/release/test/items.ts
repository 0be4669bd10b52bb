import { Curriculum, type Item, isAsked, type RetiredItem } from "@high-recall/core";
import type { CardHistory, Register, ReleasedNote } from "../src/index.ts";
import { dateOf, findReleased, noteTypeNames, partKey, secondsOf } from "../src/index.ts";

const phrase = (text: string) => ({ text, children: [{ type: "text" as const, value: text }] });

/** An item of the topic `bread`. */
export function item(id: string, kind: "term" | "pitfall" | "guide" = "term", more: Partial<Item> = {}): object {
  return {
    ...{ id, kind, topic: "bread", path: `bread/${id}.md`, title: phrase(`Title of ${id}`), tags: [], after: [] },
    ...{ related: [], sources: [], formerly: [], importance: "common", lead: [], sections: [] },
    ...(kind === "guide" ? {} : { short: phrase("The short answer.") }),
    ...(kind === "term" ? { aliases: [], category: "concept", api: [] } : {}),
    ...more,
  };
}

export function curriculumOf(
  items: readonly object[],
  date = "2026-11-20",
  retired: readonly string[] = [],
): Curriculum {
  const gone = retired.map((id): RetiredItem => ({ id, reason: phrase("Nobody asks it.") }));
  return Curriculum.parse({
    edition: { id: "bakery", title: "Bakery", language: "en", version: "1.0.0", date },
    topics: [
      {
        ...{ id: "bread", title: phrase("Bread"), summary: phrase("All of it"), introduction: [], figures: [], items },
        retired: gone,
      },
    ],
    order: items.map((each) => (each as Item).id),
  });
}

/** A format whose notes are titles with two cards; every pitfall also has a note of marks. */
export const contentsOf: CardHistory["contentsOf"] = (curriculum, last) => {
  const date = secondsOf(curriculum.edition.date);
  const noteOf = (key: string, { id, kind, topic, title, formerly }: Item, before?: ReleasedNote): ReleasedNote => ({
    guid: before?.guid ?? `guid of ${key}`,
    noteType: isAsked(kind) ? noteTypeNames[kind] : "",
    topic,
    title: title.text,
    cards: 2,
    hash: `${title.text} ${id} ${formerly}`,
    modified: dateOf(before, `${title.text} ${id} ${formerly}`, date),
  });
  const asked = curriculum.topics.flatMap((topic) => topic.items).filter(({ kind }) => isAsked(kind));
  const notes = asked.flatMap((each) => [
    [each.id, noteOf(each.id, each, findReleased(last, each))],
    ...(each.kind === "pitfall" ? [[partKey(each.id, "cloze", 1), noteOf(partKey(each.id, "cloze", 1), each)]] : []),
  ]);
  const gone = curriculum.topics.flatMap((topic) => topic.retired ?? []);
  const retired = gone.flatMap(({ id }) => {
    const before = last?.items[id] ?? last?.retired[id];
    return before === undefined
      ? []
      : [[id, { ...before, hash: "retired", modified: dateOf(before, "retired", date) }]];
  });
  return {
    deck: "Bakery",
    decks: { bread: "Bakery::Bread" },
    media: [`figure-of-${curriculum.edition.date}.svg`],
    noteTypes: { Term: { id: 1, hash: curriculum.edition.language, modified: date } },
    items: Object.fromEntries(notes) as Register["items"],
    retired: Object.fromEntries(retired) as Register["retired"],
  };
};
