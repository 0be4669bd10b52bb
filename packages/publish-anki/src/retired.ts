import type { Note } from "@high-recall/apkg";
import {
  type Block,
  type Curriculum,
  type Inline,
  type Item,
  itemsOf,
  type Phrase,
  paragraph,
  type RetiredItem,
  text,
} from "@high-recall/core";
import { clozeKey, findReleasedCloze, kindOfNoteType, type Register, type ReleasedNote } from "@high-recall/release";
import { keepClozes } from "./cloze.ts";
import type { Decks } from "./decks.ts";
import { noteDesigns } from "./designs/designs.ts";
import { createDraw } from "./draw.ts";
import { itemUrl } from "./links.ts";
import { composeNote } from "./note.ts";

/** The note of a removed item, or of removed marks. */
export interface RetiredNote {
  readonly key: string;
  /** The topic whose packages contain it: that of its release or, if that was removed, the one whose page retires it. */
  readonly topic: string;
  /** Topic at its last release. */
  readonly releasedIn: string;
  readonly note: Note;
}

/**
 * Notes that tell learners that an item was removed: its title, why, and what to study instead. An import never deletes a
 * note, so the note itself must say so. An item that was never released needs none.
 *
 * @param drawn notes of the curriculum, by key: an item may have lost its marks
 */
export function retiredNotes(
  curriculum: Curriculum,
  register: Register | undefined,
  decks: Decks,
  drawn: ReadonlyMap<string, unknown>,
): RetiredNote[] {
  const items = new Map(itemsOf(curriculum).map((item) => [item.id, item]));
  const topics = new Set(curriculum.topics.map(({ id }) => id));
  const context = { curriculum, decks };
  const findBefore = (key: string) => register?.retired[key] ?? register?.items[key];
  const gone = curriculum.topics
    .flatMap((topic) => (topic.retired ?? []).map((retired) => ({ retired, page: topic.id })))
    .flatMap(({ retired, page }): RetiredNote[] => {
      const own = findBefore(retired.id);
      const kind = kindOfNoteType(own?.noteType) ?? "";
      const use = retired.use === undefined ? undefined : items.get(retired.use);
      return [retired.id, clozeKey(retired.id)].flatMap((key) => {
        const before = findBefore(key);
        if (before === undefined) return [];
        const topic = topics.has(before.topic) ? before.topic : page;
        return [{ key, topic, releasedIn: before.topic, note: noteOf(retired, use, kind, before, context) }];
      });
    });
  const unmarked = [...items.values()].flatMap((item): RetiredNote[] => {
    const key = clozeKey(item.id);
    const before = drawn.has(key) || !drawn.has(item.id) ? undefined : findReleasedCloze(register, item);
    if (before === undefined) return [];
    const topic = topics.has(before.topic) ? before.topic : item.topic;
    const note = noteOf({ id: item.id, reason: unmarkedReason }, undefined, item.kind, before, context);
    return [{ key, topic, releasedIn: before.topic, note }];
  });
  return [...gone, ...unmarked].sort((one, other) => (one.key < other.key ? -1 : 1));
}

const unmarkedReasonText = "This text has no gaps any more; other cards ask for it.";
const unmarkedReason: Phrase = {
  text: unmarkedReasonText,
  children: [text(unmarkedReasonText)],
};

interface Context {
  readonly curriculum: Curriculum;
  readonly decks: Decks;
}

function noteOf(
  retired: RetiredItem,
  use: Item | undefined,
  kind: string,
  before: ReleasedNote,
  { curriculum, decks }: Context,
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
