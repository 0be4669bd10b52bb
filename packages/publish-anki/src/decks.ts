import type { Deck } from "@high-recall/apkg";
import type { Curriculum, Imprint, Topic } from "@high-recall/core";
import { renderBlocks, renderInlines } from "@high-recall/html";
import { list, paragraph } from "./draw.ts";
import type { Released } from "./released.ts";

/** Decks of a curriculum: the edition's, and below it one for each topic. */
export interface Decks {
  /** Name of the edition's deck. */
  readonly root: string;
  readonly decks: readonly Deck[];
  /** Topic id -> name of its deck. */
  readonly byTopic: ReadonlyMap<string, string>;
}

/**
 * Names and describes the decks. Anki knows decks by name and leaves cards where they are, so a deck keeps the name it
 * was released with whatever the topic's title becomes: under a new name it would only hold the cards that come later.
 */
export function decksOf(curriculum: Curriculum, released: Released | undefined): Decks {
  const root = released?.deck ?? deckLevel(curriculum.edition.title);
  const byTopic = new Map(Object.entries(released?.decks ?? {}));
  const taken = new Set([...byTopic.values()].map((name) => name.toLowerCase()));
  for (const topic of curriculum.topics) {
    if (byTopic.has(topic.id)) continue;
    const name = `${root}::${deckLevel(topic.title.text)}`;
    // Two topics may be called the same; Anki does not tell upper from lower case.
    const free = taken.has(name.toLowerCase()) ? `${name} (${topic.id})` : name;
    taken.add(free.toLowerCase());
    byTopic.set(topic.id, free);
  }
  const topics = new Map(curriculum.topics.map((topic) => [topic.id, topic]));
  return {
    root,
    decks: [
      { name: root, description: describeEdition(curriculum.edition) },
      ...[...byTopic].map(([id, name]) => ({ name, description: describeTopic(topics.get(id)) })),
    ],
    byTopic,
  };
}

/** `::` would begin another level. */
function deckLevel(title: string): string {
  const level = title
    .normalize("NFC")
    .replaceAll(/:{2,}/g, ":")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^[\s:]+|[\s:]+$/g, "");
  return level === "" || level.toLowerCase() === "default" ? `${level} deck`.trim() : level;
}

function describeTopic(topic: Topic | undefined): string {
  return topic === undefined ? "" : renderInlines(topic.summary.children, { math: "mathjax" });
}

function describeEdition(edition: Imprint): string {
  const link = (title: string, url: string) => ({ type: "link" as const, url, children: [text(title)] });
  const facts = [
    [text(`Version ${edition.version} of ${edition.date}`)],
    ...(edition.authors.length === 0 ? [] : [[text(`By ${edition.authors.join(", ")}`)]]),
    ...(edition.licence === undefined ? [] : [[text("Licence: "), link(edition.licence.name, edition.licence.url)]]),
    ...(edition.site === undefined ? [] : [[link("Study site", edition.site)]]),
    ...(edition.repository === undefined ? [] : [[link("Sources, and where to report a mistake", edition.repository)]]),
  ];
  const subtitle = edition.subtitle === undefined ? [] : [paragraph(text(edition.subtitle))];
  return renderBlocks([...subtitle, list(facts)], { math: "mathjax" });
}

function text(value: string) {
  return { type: "text" as const, value };
}
