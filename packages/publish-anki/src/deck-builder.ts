import { type Collection, type Deck, type Media, mediaReferences, type Note, type NoteType } from "@high-recall/apkg";
import type { Curriculum } from "@high-recall/core";
import { secondsOf } from "./dating.ts";
import { decksOf } from "./decks.ts";
import { noteDesigns } from "./designs/designs.ts";
import { createDraw } from "./draw.ts";
import { shelveFigures } from "./figures.ts";
import { clozeNoteOf, noteOf } from "./note.ts";
import { clozeKey } from "./note-key.ts";
import { noteTypeOf } from "./note-type.ts";
import type { Released } from "./released.ts";
import { type RetiredNote, retiredNotes } from "./retired.ts";

/** A whole curriculum in Anki's terms, from which packages are put together. */
export interface Stock {
  readonly noteTypes: readonly NoteType[];
  readonly decks: readonly Deck[];
  /** Topic -> name of its deck; topics that are gone included. */
  readonly deckOfTopic: ReadonlyMap<string, string>;
  /** By key, in study order: an item's own note, then that of its marks. */
  readonly notes: ReadonlyMap<string, Note>;
  /** Notes of items and of marks that are gone, by key. */
  readonly retired: readonly RetiredNote[];
  /** By name. */
  readonly media: ReadonlyMap<string, Media>;
  /** Seconds since 1970. */
  readonly modified: number;
}

/** Draws everything once: a note is the same in every package it is in. */
export function stock(curriculum: Curriculum, released: Released | undefined): Stock {
  const { edition } = curriculum;
  const decks = decksOf(curriculum, released);
  const drawn = new Map<string, Note>();
  const media = new Map<string, Media>();
  for (const topic of curriculum.topics) {
    const shelf = shelveFigures(topic);
    for (const [name, file] of shelf.media) media.set(name, file);
    const draw = createDraw(edition, shelf.find);
    const deck = decks.byTopic.get(topic.id) ?? decks.root;
    for (const item of topic.items) {
      const context = { edition, topic, deck, draw, released };
      const note = noteOf(item, context);
      if (note !== undefined) drawn.set(item.id, note);
      const marks = clozeNoteOf(item, context);
      if (marks !== undefined) drawn.set(clozeKey(item.id), marks);
    }
  }
  return {
    noteTypes: noteDesigns.map((design) => noteTypeOf(edition, design, released)),
    decks: decks.decks,
    deckOfTopic: decks.byTopic,
    notes: new Map(curriculum.order.flatMap(keysOf).flatMap((key) => entryOf(drawn, key))),
    retired: retiredNotes(curriculum, released, decks, drawn),
    media,
    modified: secondsOf(edition.date),
  };
}

/** Notes that an item may have. */
function keysOf(item: string): string[] {
  return [item, clozeKey(item)];
}

function entryOf<Value>(values: ReadonlyMap<string, Value>, id: string): [string, Value][] {
  const value = values.get(id);
  return value === undefined ? [] : [[id, value]];
}

/** What goes into a package. */
export interface Choice {
  /** Ids of items, in the order of new cards. */
  readonly order: readonly string[];
  /** Topics whose retired items come along. */
  readonly retired: ReadonlySet<string>;
}

/** The package of the chosen items: their notes, and the decks, note types and media that these need. */
export function collectionOf(all: Stock, { order, retired }: Choice): Collection {
  const notes = [
    ...order.flatMap(keysOf).flatMap((key) => all.notes.get(key) ?? []),
    ...all.retired.filter(({ topic }) => retired.has(topic)).map(({ note }) => note),
  ];
  const noteTypes = new Set(notes.map((note) => note.noteType));
  const decks = new Set(notes.map((note) => note.deck));
  const files = new Set(notes.flatMap((note) => note.fields.flatMap(mediaReferences)));
  return {
    noteTypes: all.noteTypes.filter((noteType) => noteTypes.has(noteType.id)),
    decks: all.decks.filter((deck) => decks.has(deck.name) || !deck.name.includes("::")),
    notes,
    media: [...files].flatMap((name) => all.media.get(name) ?? []),
    modified: all.modified,
  };
}
