import { type Collection, type Deck, type Media, mediaReferences, type Note, type NoteType } from "@high-recall/apkg";
import type { Curriculum } from "@high-recall/core";
import { type Dating, secondsOf } from "./dating.ts";
import { decksOf } from "./decks.ts";
import { designs } from "./designs/designs.ts";
import { createDraw } from "./draw.ts";
import { shelveFigures } from "./figures.ts";
import { noteOf } from "./note.ts";
import { noteTypeOf } from "./note-type.ts";

/** A whole curriculum in Anki's terms, from which packages are put together. */
export interface Stock {
  readonly noteTypes: readonly NoteType[];
  readonly decks: readonly Deck[];
  /** By item, in study order. */
  readonly notes: ReadonlyMap<string, Note>;
  /** By name. */
  readonly media: ReadonlyMap<string, Media>;
  /** Seconds since 1970. */
  readonly modified: number;
}

/** Draws everything once: a note is the same in every package it is in. */
export function stock(curriculum: Curriculum, dating: Dating): Stock {
  const { edition } = curriculum;
  const { decks, byTopic } = decksOf(curriculum);
  const drawn = new Map<string, Note>();
  const media = new Map<string, Media>();
  for (const topic of curriculum.topics) {
    const shelf = shelveFigures(topic);
    for (const [name, file] of shelf.media) media.set(name, file);
    const draw = createDraw(shelf.find);
    const deck = byTopic.get(topic.id) ?? "";
    for (const item of topic.items) {
      const note = noteOf(item, { edition, topic, deck, draw, dating });
      if (note !== undefined) drawn.set(item.id, note);
    }
  }
  return {
    noteTypes: designs.map((design) => noteTypeOf(edition, design, dating)),
    decks,
    notes: new Map(curriculum.order.flatMap((id) => entryOf(drawn, id))),
    media,
    modified: secondsOf(edition.date),
  };
}

function entryOf<Value>(values: ReadonlyMap<string, Value>, id: string): [string, Value][] {
  const value = values.get(id);
  return value === undefined ? [] : [[id, value]];
}

/** The package of the chosen items: their notes, and the decks, note types and media that these need. */
export function collectionOf(all: Stock, chosen: Pick<Curriculum, "order">): Collection {
  const notes = chosen.order.flatMap((id) => all.notes.get(id) ?? []);
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
