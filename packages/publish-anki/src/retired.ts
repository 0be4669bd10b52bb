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
import {
  itemOfKey,
  kindOfNoteType,
  type PartName,
  partOfKey,
  type Register,
  type ReleasedNote,
} from "@high-recall/release";
import { keepClozes } from "./cloze.ts";
import { type Decks, deckOf } from "./decks.ts";
import { noteDesigns } from "./designs/designs.ts";
import { createDraw } from "./draw.ts";
import { itemUrl } from "./links.ts";
import { composeNote } from "./note.ts";

/** The note of a removed item, or of a removed part of an item. */
export interface RetiredNote {
  readonly key: string;
  /** The topic whose packages contain it: that of its release or, if that was removed, the one whose page retires it. */
  readonly topic: string;
  /** Topic at its last release. */
  readonly releasedIn: string;
  /** The text by which a part was found. */
  readonly text: string | undefined;
  readonly note: Note;
}

/**
 * Notes that tell learners that an item or a part of it was removed: its title, why, and what to study instead. An import
 * never deletes a note, so the note itself must say so. What was never released needs none.
 *
 * @param kept guids of the curriculum's notes
 */
export function retiredNotes(
  curriculum: Curriculum,
  register: Register | undefined,
  decks: Decks,
  kept: ReadonlySet<string>,
): RetiredNote[] {
  const items = new Map(itemsOf(curriculum).map((item) => [item.id, item]));
  const owners = new Map([...items.values()].flatMap((item) => [item.id, ...item.formerly].map((id) => [id, item])));
  const pages = new Map(
    curriculum.topics.flatMap(({ id: page, retired }) => (retired ?? []).map((entry) => [entry.id, { entry, page }])),
  );
  const topics = new Set(curriculum.topics.map(({ id }) => id));
  const byKey = new Map<string, RetiredNote>();
  const released = [register?.items ?? {}, register?.retired ?? {}].flatMap((notes) => Object.entries(notes));
  for (const [oldKey, before] of released) {
    if (kept.has(before.guid)) continue;
    const id = itemOfKey(oldKey);
    const part = partOfKey(oldKey);
    const page = pages.get(id);
    const owner = owners.get(id);
    const entry = page?.entry ?? (owner === undefined ? undefined : { id: owner.id, reason: goneReason(part?.name) });
    if (entry === undefined) continue;
    const key = `${entry.id}${oldKey.slice(id.length)}`;
    const use = page?.entry.use === undefined ? undefined : items.get(page.entry.use);
    const kind = owner?.kind ?? kindOfNoteType(before.noteType) ?? kindOfNoteType(noteTypeOfItem(register, id)) ?? "";
    const home = page?.page ?? owner?.topic ?? before.topic;
    const topic = topics.has(before.topic) ? before.topic : home;
    if (byKey.has(key)) continue;
    const note = noteOf({ retired: entry, use, kind, key, before }, curriculum, decks);
    byKey.set(key, { key, topic, releasedIn: before.topic, text: before.text, note });
  }
  return [...byKey.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

function noteTypeOfItem(register: Register | undefined, id: string): string | undefined {
  return (register?.items[id] ?? register?.retired[id])?.noteType;
}

/** Why a part of an item that is still there has no card any more. */
function goneReason(part: PartName | undefined): Phrase {
  const reasons: Readonly<Record<PartName, string>> = {
    "follow-up": "This follow-up is no longer asked.",
    relation: "This relation is no longer part of the formula.",
    cloze: "This text has no gaps any more; other cards ask for it.",
    figure: "This part is no longer in the drawing.",
    aloud: "This question is no longer answered aloud.",
  };
  const reason = reasons[part ?? "relation"];
  return { text: reason, children: [text(reason)] };
}

interface Gone {
  readonly retired: RetiredItem;
  readonly use: Item | undefined;
  readonly kind: string;
  readonly key: string;
  readonly before: ReleasedNote;
}

function noteOf({ retired, use, kind, key, before }: Gone, curriculum: Curriculum, decks: Decks): Note {
  const { edition, topics } = curriculum;
  const design = noteDesigns.find((each) => each.name === before.noteType);
  if (design === undefined) throw new Error(`${key} was released with the note type ${before.noteType}`);
  const draw = createDraw(edition);
  const topic = topics.find((each) => each.id === before.topic);
  const prompts = design.form === "cloze" ? design.prompts : design.prompts.slice(0, before.cards);
  return composeNote({
    edition,
    design,
    guid: before.guid,
    deck: deckOf(decks, before.topic, partOfKey(key)?.name),
    fields: {
      [design.fields[0] ?? ""]: before.title,
      ...Object.fromEntries(prompts.map((field) => [field, before.title])),
      ...(design.form === "cloze" ? { Text: keepClozes(before.cards, before.title) } : {}),
      Topic: topic === undefined ? "" : draw.phrase(topic.title),
      "Topic id": before.topic,
      Notice: draw.blocks(noticeBlocks(retired, use, edition.site)),
      Item: retired.id,
      Key: key,
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
