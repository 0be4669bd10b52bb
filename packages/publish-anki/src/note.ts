import { guidFor, type Note } from "@high-recall/apkg";
import type { Block, Imprint, Inline, Item, Topic } from "@high-recall/core";
import { drawClozes } from "./cloze.ts";
import { contentHash, dateOf, secondsOf } from "./dating.ts";
import { type CommonField, commonFields, type NoteDesign } from "./design.ts";
import { cloze } from "./designs/cloze.ts";
import { designs, fillNote } from "./designs/designs.ts";
import { type Draw, list, paragraph } from "./draw.ts";
import { clozeKey } from "./note-key.ts";
import { noteTypeIdOf } from "./note-type.ts";
import { findReleased, findReleasedCloze, type Released, type ReleasedItem } from "./released.ts";
import { tagsOf } from "./tags.ts";

/** What a note needs to know besides its item. */
export interface NoteContext {
  readonly edition: Imprint;
  readonly topic: Topic;
  readonly deck: string;
  readonly draw: Draw;
  readonly released: Released | undefined;
}

/**
 * The guid of an item's note: the one it was released with; else made of the edition's id and the item's oldest id, and
 * of nothing else. So the text, the topic and even the id (through `formerly`) may change, and learners keep their
 * history.
 */
export function guidOf(
  edition: Pick<Imprint, "id">,
  item: Pick<Item, "id" | "formerly">,
  released?: Released | undefined,
): string {
  return findReleased(released, item)?.guid ?? guidFor(edition.id, item.formerly[0] ?? item.id);
}

/** The note of an item; nothing for a guide or a path, which are read and not asked. */
export function noteOf(item: Item, context: NoteContext): Note | undefined {
  const { edition, deck, draw, released } = context;
  const filled = fillNote(item, draw);
  const design = designs.find((each) => each.kind === filled?.kind);
  if (filled === undefined || design === undefined) return undefined;
  return composeNote({
    edition,
    design,
    guid: guidOf(edition, item, released),
    deck,
    fields: { ...filled.own, ...commonContent(item, context) },
    tags: tagsOf(item, edition),
    before: findReleased(released, item),
  });
}

/** The note of the marks in an item's lead; nothing when it has none, or is read and not asked. */
export function clozeNoteOf(item: Item, context: NoteContext): Note | undefined {
  const { edition, deck, draw, released } = context;
  if (!designs.some(({ kind }) => kind === item.kind)) return undefined;
  const before = findReleasedCloze(released, item);
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

/** What a note is put together from. */
export interface NoteParts {
  readonly edition: Imprint;
  readonly design: NoteDesign;
  readonly guid: string;
  readonly deck: string;
  /** By name; what is not there is empty. */
  readonly fields: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  readonly before: ReleasedItem | undefined;
}

/** Puts fields in order and dates the note by what it holds. */
export function composeNote({ edition, design, guid, deck, fields, tags, before }: NoteParts): Note {
  const content = {
    noteType: noteTypeIdOf(edition, design),
    fields: [...design.fields, ...commonFields].map((field) => fields[field] ?? ""),
    tags,
  };
  return { guid, deck, ...content, modified: dateOf(before, hashOfNote(content), secondsOf(edition.date)) };
}

/** Hash of all of a note that an update replaces, in the form that a package holds it: so it can be had from either. */
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
    { type: "link", url: source.url, children: [{ type: "text", value: source.title }] },
  ]);
  const checked: Inline[] = [{ type: "text", value: `Checked on ${item.verified}` }];
  return [
    ...(links.length === 0 ? [] : [list(links)]),
    ...(item.verified === undefined ? [] : [paragraph(...checked)]),
  ];
}
