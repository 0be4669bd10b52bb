import { guidFor, type Note } from "@high-recall/apkg";
import { tagsOf } from "@high-recall/cards";
import {
  type Block,
  bulletList,
  type Imprint,
  type Inline,
  type Item,
  isAsked,
  paragraph,
  type Topic,
  text,
} from "@high-recall/core";
import {
  clozeKey,
  dateOf,
  findReleased,
  findReleasedCloze,
  type Register,
  type ReleasedNote,
  secondsOf,
} from "@high-recall/release";
import { drawClozes } from "./cloze.ts";
import { type CommonField, commonFields, type NoteDesign } from "./design.ts";
import { cloze } from "./designs/cloze.ts";
import { fillNote } from "./designs/designs.ts";
import type { Draw } from "./draw.ts";
import { contentHash } from "./hash.ts";
import { noteTypeIdOf } from "./note-type.ts";

/** What a note depends on besides its item. */
export interface NoteContext {
  readonly edition: Imprint;
  readonly topic: Topic;
  readonly deck: string;
  readonly draw: Draw;
  readonly register: Register | undefined;
}

/**
 * The guid of an item's note: its released one, else one made of the edition's id and the item's oldest id alone. So the
 * text, the topic and even the id (through `formerly`) may change, and learners keep their history.
 */
export function guidOf(
  edition: Pick<Imprint, "id">,
  item: Pick<Item, "id" | "formerly">,
  register?: Register | undefined,
): string {
  return findReleased(register, item)?.guid ?? guidFor(edition.id, item.formerly[0] ?? item.id);
}

/** The note of an item; undefined for guides and paths, which have no cards. */
export function noteOf(item: Item, context: NoteContext): Note | undefined {
  const { edition, deck, draw, register } = context;
  const filled = fillNote(item, draw);
  if (filled === undefined) return undefined;
  return composeNote({
    edition,
    design: filled.design,
    guid: guidOf(edition, item, register),
    deck,
    fields: { ...filled.fields, ...commonContent(item, context) },
    tags: tagsOf(item, edition),
    before: findReleased(register, item),
  });
}

/** The note of the marks in an item's lead; undefined if it has none, or if its kind has no cards. */
export function clozeNoteOf(item: Item, context: NoteContext): Note | undefined {
  const { edition, deck, draw, register } = context;
  if (!isAsked(item.kind)) return undefined;
  const before = findReleasedCloze(register, item);
  const text = drawClozes(item.lead, draw, before?.cards);
  if (text === "") return undefined;
  return composeNote({
    edition,
    design: cloze,
    guid: before?.guid ?? guidFor(edition.id, clozeKey(item.formerly[0] ?? item.id)),
    deck,
    fields: { Title: draw.phrase(item.title), Text: text, Kind: item.kind, ...commonContent(item, context) },
    tags: tagsOf(item, edition),
    before,
  });
}

/** What a note is made of. */
export interface NoteParts {
  readonly edition: Imprint;
  readonly design: NoteDesign;
  readonly guid: string;
  readonly deck: string;
  /** By name; a missing one is empty. */
  readonly fields: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  readonly before: ReleasedNote | undefined;
}

/** Puts the fields in order and dates the note by its content. */
export function composeNote({ edition, design, guid, deck, fields, tags, before }: NoteParts): Note {
  const content = {
    noteType: noteTypeIdOf(edition, design),
    fields: [...design.fields, ...commonFields].map((field) => fields[field] ?? ""),
    tags,
  };
  return { guid, deck, ...content, modified: dateOf(before, hashOfNote(content), secondsOf(edition.date)) };
}

/** Hash of all of a note that an update replaces, normalised as a package holds it, so that both give the same. */
export function hashOfNote({ noteType, fields, tags = [] }: Pick<Note, "noteType" | "fields" | "tags">): string {
  const normal = (texts: readonly string[]) => texts.map((text) => text.normalize("NFC"));
  return contentHash({ noteType, fields: normal(fields), tags: [...new Set(normal(tags))].sort() });
}

function commonContent(item: Item, { topic, draw }: NoteContext): Partial<Record<CommonField, string>> {
  return {
    Topic: draw.phrase(topic.title),
    Level: item.difficulty ?? "",
    Sources: draw.blocks(sourceBlocks(item)),
    Item: item.id,
  };
}

function sourceBlocks(item: Item): Block[] {
  const links = item.sources.map((source): Inline[] => [
    { type: "link", url: source.url, children: [text(source.title)] },
  ]);
  return [
    ...(links.length === 0 ? [] : [bulletList(links)]),
    ...(item.verified === undefined ? [] : [paragraph(text(`Checked on ${item.verified}`))]),
  ];
}
