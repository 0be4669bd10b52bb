import type { Deck } from "@high-recall/apkg";
import { bulletList, type Curriculum, type Imprint, paragraph, type Topic, text } from "@high-recall/core";
import { renderBlocks, renderInlines } from "@high-recall/html";
import type { PartName, Register } from "@high-recall/release";

/** Decks of a curriculum: the edition's, and below it one for each topic. */
export interface Decks {
  /** Name of the edition's deck. */
  readonly root: string;
  readonly decks: readonly Deck[];
  /** Topic id -> name of its deck. */
  readonly byTopic: ReadonlyMap<string, string>;
}

/**
 * Names and describes the decks. Anki knows a deck by its name and never moves cards, so a deck keeps its released name
 * when the topic's title changes: under a new name it would hold later cards only.
 */
export function decksOf(curriculum: Curriculum, register: Register | undefined): Decks {
  const root = register?.deck ?? deckLevel(curriculum.edition.title);
  const byTopic = new Map(Object.entries(register?.decks ?? {}));
  const taken = new Set([...byTopic.values()].map((name) => name.toLowerCase()));
  for (const topic of curriculum.topics) {
    if (byTopic.has(topic.id)) continue;
    const name = `${root}::${deckLevel(topic.title.text)}`;
    // Two topics may have the same title; Anki ignores case.
    const free = taken.has(name.toLowerCase()) ? `${name} (${topic.id})` : name;
    taken.add(free.toLowerCase());
    byTopic.set(topic.id, free);
  }
  const topics = new Map(curriculum.topics.map((topic) => [topic.id, topic]));
  const described = [
    { name: root, description: describeEdition(curriculum.edition) },
    ...[...byTopic].map(([id, name]) => ({ name, description: describeTopic(topics.get(id)) })),
  ];
  return {
    root,
    decks: [...described, ...described.map((deck) => ({ ...deck, name: aloudName(root, deck.name) }))],
    byTopic,
  };
}

/** The deck of a topic's notes: the long form has decks beside the others, so that it is studied only if wanted. */
export function deckOf({ root, byTopic }: Decks, topic: string, part: PartName | undefined): string {
  const name = byTopic.get(topic) ?? root;
  return part === "aloud" ? aloudName(root, name) : name;
}

/** `High Recall::Evaluation` -> `High Recall aloud::Evaluation`. */
function aloudName(root: string, name: string): string {
  return `${root} aloud${name.slice(root.length)}`;
}

/** A title without `::`, which would begin another level. */
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
  return renderBlocks([...subtitle, bulletList(facts)], { math: "mathjax" });
}
