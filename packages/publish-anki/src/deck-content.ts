import type { Deck, Media, Note, NoteType } from "@high-recall/apkg";
import type { Curriculum } from "@high-recall/core";
import { clozeKey, type Register, secondsOf } from "@high-recall/release";
import { decksOf } from "./decks.ts";
import { noteDesigns } from "./designs/designs.ts";
import { createDraw } from "./draw.ts";
import { figureMedia } from "./figures.ts";
import { clozeNoteOf, noteOf } from "./note.ts";
import { noteTypeOf } from "./note-type.ts";
import { type RetiredNote, retiredNotes } from "./retired.ts";

/** A whole curriculum as notes, decks and media, from which packages are put together. */
export interface DeckContent {
  readonly noteTypes: readonly NoteType[];
  readonly decks: readonly Deck[];
  /** Topic -> name of its deck; includes removed topics. */
  readonly deckOfTopic: ReadonlyMap<string, string>;
  /** By key, in study order: the note of an item, then that of its marks. */
  readonly notes: ReadonlyMap<string, Note>;
  readonly retired: readonly RetiredNote[];
  /** By name. */
  readonly media: ReadonlyMap<string, Media>;
  /** Seconds since 1970. */
  readonly modified: number;
}

/** Draws every note once: it is the same in each package that holds it. */
export function buildDeckContent(curriculum: Curriculum, register: Register | undefined): DeckContent {
  const { edition } = curriculum;
  const decks = decksOf(curriculum, register);
  const drawn = new Map<string, Note>();
  const media = new Map<string, Media>();
  for (const topic of curriculum.topics) {
    const figures = figureMedia(topic);
    for (const [name, file] of figures.media) media.set(name, file);
    const draw = createDraw(edition, figures.find);
    const deck = decks.byTopic.get(topic.id) ?? decks.root;
    for (const item of topic.items) {
      const context = { edition, topic, deck, draw, register };
      const note = noteOf(item, context);
      if (note !== undefined) drawn.set(item.id, note);
      const marks = clozeNoteOf(item, context);
      if (marks !== undefined) drawn.set(clozeKey(item.id), marks);
    }
  }
  return {
    noteTypes: noteDesigns.map((design) => noteTypeOf(edition, design, register)),
    decks: decks.decks,
    deckOfTopic: decks.byTopic,
    notes: new Map(curriculum.order.flatMap(noteKeysOf).flatMap((key) => entryOf(drawn, key))),
    retired: retiredNotes(curriculum, register, decks, drawn),
    media,
    modified: secondsOf(edition.date),
  };
}

/** Keys of the notes that an item may have. */
export function noteKeysOf(item: string): string[] {
  return [item, clozeKey(item)];
}

function entryOf<Value>(values: ReadonlyMap<string, Value>, id: string): [string, Value][] {
  const value = values.get(id);
  return value === undefined ? [] : [[id, value]];
}
