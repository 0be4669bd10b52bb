import type { Note } from "@high-recall/apkg";
import { type Block, type Curriculum, type Inline, type Item, itemsOf, type RetiredItem } from "@high-recall/core";
import type { Decks } from "./decks.ts";
import { designs } from "./designs/designs.ts";
import { createDraw, paragraph } from "./draw.ts";
import { itemUrl } from "./links.ts";
import { composeNote } from "./note.ts";
import type { Released, ReleasedItem } from "./released.ts";

/** The note of an item that is gone. */
export interface RetiredNote {
  readonly id: string;
  /** Whose packages hold it: the topic it was released in; when that is gone, the one whose page retires it. */
  readonly topic: string;
  /** Topic that it was released in. */
  readonly releasedIn: string;
  readonly note: Note;
}

/**
 * Notes that tell learners who have them that their item is gone: the title, why, and what to study instead. An import
 * never deletes a note, so what is gone must say so itself. What was never released needs none.
 */
export function retiredNotes(curriculum: Curriculum, released: Released | undefined, decks: Decks): RetiredNote[] {
  const items = new Map(itemsOf(curriculum).map((item) => [item.id, item]));
  const topics = new Set(curriculum.topics.map(({ id }) => id));
  return curriculum.topics
    .flatMap((topic) => (topic.retired ?? []).map((retired) => ({ retired, page: topic.id })))
    .flatMap(({ retired, page }): RetiredNote[] => {
      const before = released?.retired[retired.id] ?? released?.items[retired.id];
      if (before === undefined) return [];
      const use = retired.use === undefined ? undefined : items.get(retired.use);
      const topic = topics.has(before.topic) ? before.topic : page;
      return [
        { id: retired.id, topic, releasedIn: before.topic, note: noteOf(retired, use, before, { curriculum, decks }) },
      ];
    })
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

interface Around {
  readonly curriculum: Curriculum;
  readonly decks: Decks;
}

function noteOf(
  retired: RetiredItem,
  use: Item | undefined,
  before: ReleasedItem,
  { curriculum, decks }: Around,
): Note {
  const { edition, topics } = curriculum;
  const design = designs.find((each) => each.name === before.noteType);
  if (design === undefined) throw new Error(`${retired.id} was released with the note type ${before.noteType}`);
  const draw = createDraw(edition);
  const topic = topics.find((each) => each.id === before.topic);
  return composeNote({
    edition,
    design,
    guid: before.guid,
    deck: decks.byTopic.get(before.topic) ?? decks.root,
    fields: {
      ...Object.fromEntries(design.prompts.map((field) => [field, before.title])),
      Topic: topic === undefined ? "" : draw.phrase(topic.title),
      Notice: draw.blocks(noticeBlocks(retired, use, edition.site)),
      Item: retired.id,
    },
    tags: ["retired", `topic::${before.topic}`, `kind::${design.kind}`].map((tag) => `${edition.id}::${tag}`),
    before,
  });
}

function noticeBlocks({ reason }: RetiredItem, use: Item | undefined, site: string | undefined): Block[] {
  const text = (value: string): Inline => ({ type: "text", value });
  const title: Inline[] = use === undefined ? [] : use.title.children;
  const page = use === undefined || site === undefined ? undefined : itemUrl(site, use.id);
  const pointer: Inline =
    page === undefined ? { type: "strong", children: title } : { type: "link", url: page, children: title };
  return [
    paragraph({ type: "strong", children: [text("Retired.")] }, text(" "), ...reason.children),
    ...(use === undefined ? [] : [paragraph(text("Study instead: "), pointer)]),
    paragraph(text("You may suspend this card.")),
  ];
}
