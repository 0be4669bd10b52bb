import type { Deck } from "@high-recall/apkg";
import type { Curriculum, Imprint, Topic } from "@high-recall/core";
import { renderBlocks, renderInlines } from "@high-recall/html";
import { list, paragraph } from "./draw.ts";

/** Decks of a curriculum: the edition's, and below it one for each topic. */
export interface Decks {
  readonly decks: readonly Deck[];
  /** Topic id -> name of its deck. */
  readonly byTopic: ReadonlyMap<string, string>;
}

/** Names and describes the decks. Anki knows decks by name, so a topic's title is the learner's to see for ever. */
export function decksOf(curriculum: Curriculum): Decks {
  const root = deckLevel(curriculum.edition.title);
  const taken = new Set<string>();
  const byTopic = new Map<string, string>();
  for (const topic of curriculum.topics) {
    const level = deckLevel(topic.title.text);
    // Two topics may be called the same; Anki does not tell upper from lower case.
    const name = taken.has(level.toLowerCase()) ? `${level} (${topic.id})` : level;
    taken.add(name.toLowerCase());
    byTopic.set(topic.id, `${root}::${name}`);
  }
  return {
    decks: [
      { name: root, description: describeEdition(curriculum.edition) },
      ...curriculum.topics.map((topic) => ({ name: byTopic.get(topic.id) ?? root, description: describeTopic(topic) })),
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

function describeTopic(topic: Topic): string {
  return renderInlines(topic.summary.children, { math: "mathjax" });
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
