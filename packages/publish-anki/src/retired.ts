import type { Note } from "@high-recall/apkg";
import {
  type Block,
  type Curriculum,
  type Inline,
  type Item,
  itemsOf,
  type Phrase,
  type RetiredItem,
} from "@high-recall/core";
import { keepClozes } from "./cloze.ts";
import type { Decks } from "./decks.ts";
import { designs, noteDesigns } from "./designs/designs.ts";
import { createDraw, paragraph } from "./draw.ts";
import { itemUrl } from "./links.ts";
import { composeNote } from "./note.ts";
import { clozeKey } from "./note-key.ts";
import { findReleasedCloze, type Released, type ReleasedItem } from "./released.ts";

/** The note of an item that is gone, or of its marks. */
export interface RetiredNote {
  readonly key: string;
  /** Whose packages hold it: the topic it was released in; when that is gone, the one whose page retires it. */
  readonly topic: string;
  /** Topic that it was released in. */
  readonly releasedIn: string;
  readonly note: Note;
}

/**
 * Notes that tell learners who have them that their item is gone: the title, why, and what to study instead. An import
 * never deletes a note, so what is gone must say so itself. What was never released needs none.
 *
 * @param drawn keys of the notes that are there: an item that is may have lost its marks
 */
export function retiredNotes(
  curriculum: Curriculum,
  released: Released | undefined,
  decks: Decks,
  drawn: ReadonlyMap<string, unknown>,
): RetiredNote[] {
  const items = new Map(itemsOf(curriculum).map((item) => [item.id, item]));
  const topics = new Set(curriculum.topics.map(({ id }) => id));
  const around = { curriculum, decks };
  const findBefore = (key: string) => released?.retired[key] ?? released?.items[key];
  const gone = curriculum.topics
    .flatMap((topic) => (topic.retired ?? []).map((retired) => ({ retired, page: topic.id })))
    .flatMap(({ retired, page }): RetiredNote[] => {
      const own = findBefore(retired.id);
      const kind = designs.find(({ name }) => name === own?.noteType)?.kind ?? "";
      const use = retired.use === undefined ? undefined : items.get(retired.use);
      return [retired.id, clozeKey(retired.id)].flatMap((key) => {
        const before = findBefore(key);
        if (before === undefined) return [];
        const topic = topics.has(before.topic) ? before.topic : page;
        return [{ key, topic, releasedIn: before.topic, note: noteOf(retired, use, kind, before, around) }];
      });
    });
  const unmarked = [...items.values()].flatMap((item): RetiredNote[] => {
    const key = clozeKey(item.id);
    const before = drawn.has(key) || !drawn.has(item.id) ? undefined : findReleasedCloze(released, item);
    if (before === undefined) return [];
    const topic = topics.has(before.topic) ? before.topic : item.topic;
    const note = noteOf({ id: item.id, reason: unmarkedReason }, undefined, item.kind, before, around);
    return [{ key, topic, releasedIn: before.topic, note }];
  });
  return [...gone, ...unmarked].sort((one, other) => (one.key < other.key ? -1 : 1));
}

const unmarkedReasonText = "This text has no gaps any more; other cards ask for it.";
const unmarkedReason: Phrase = {
  text: unmarkedReasonText,
  children: [{ type: "text", value: unmarkedReasonText }],
};

interface Around {
  readonly curriculum: Curriculum;
  readonly decks: Decks;
}

function noteOf(
  retired: RetiredItem,
  use: Item | undefined,
  kind: string,
  before: ReleasedItem,
  { curriculum, decks }: Around,
): Note {
  const { edition, topics } = curriculum;
  const design = noteDesigns.find((each) => each.name === before.noteType);
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
      ...(design.form === "cloze" ? { Text: keepClozes(before.cards, before.title) } : {}),
      Topic: topic === undefined ? "" : draw.phrase(topic.title),
      Notice: draw.blocks(noticeBlocks(retired, use, edition.site)),
      Item: retired.id,
    },
    tags: ["retired", `topic::${before.topic}`, `kind::${kind}`].map((tag) => `${edition.id}::${tag}`),
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
