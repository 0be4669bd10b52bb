import type { Deck, Media, NoteType } from "@high-recall/apkg";
import { type Curriculum, type Item, itemsOf } from "@high-recall/core";
import { type Register, secondsOf } from "@high-recall/release";
import { decksOf } from "./decks.ts";
import { noteDesigns } from "./designs/designs.ts";
import { createDraw } from "./draw.ts";
import { figureMedia } from "./figures.ts";
import { type KeyedNote, type NoteContext, notesOfItem } from "./note.ts";
import { noteTypeOf } from "./note-type.ts";
import { type RetiredNote, retiredNotes } from "./retired.ts";

/** A whole curriculum as notes, decks and media, from which packages are put together. */
export interface DeckContent {
  readonly noteTypes: readonly NoteType[];
  readonly decks: readonly Deck[];
  /** Topic -> name of its deck; includes removed topics. */
  readonly deckOfTopic: ReadonlyMap<string, string>;
  /** By item: its own note, then those of its parts. */
  readonly notes: ReadonlyMap<string, readonly KeyedNote[]>;
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
  const items = new Map(itemsOf(curriculum).map((item) => [item.id, item]));
  const drawn = new Map<string, KeyedNote[]>();
  const media = new Map<string, Media>();
  for (const topic of curriculum.topics) {
    const figures = figureMedia(topic);
    for (const [name, file] of figures.media) media.set(name, file);
    /** The item that asks for the parts of a drawing: the first that shows it. */
    const owners = new Map<string, Item>();
    const context: NoteContext = {
      edition,
      topic,
      decks,
      draw: createDraw(edition, { file: figures.find, drawing: (path) => figures.drawing(path)?.svg }),
      find: (id) => items.get(id),
      drawingOf: (item, path) => {
        const owner = owners.get(path) ?? item;
        owners.set(path, owner);
        return owner === item ? figures.drawing(path) : undefined;
      },
      register,
    };
    for (const item of topic.items) {
      const notes = notesOfItem(item, context);
      if (notes.length > 0) drawn.set(item.id, notes);
    }
  }
  const kept = new Set([...drawn.values()].flat().map(({ note }) => note.guid));
  return {
    noteTypes: noteDesigns.map((design) => noteTypeOf(curriculum, design, register)),
    decks: decks.decks,
    deckOfTopic: decks.byTopic,
    notes: new Map(
      curriculum.order.flatMap((id): [string, KeyedNote[]][] => {
        const notes = drawn.get(id);
        return notes === undefined ? [] : [[id, notes]];
      }),
    ),
    retired: retiredNotes(curriculum, register, decks, kept),
    media,
    modified: secondsOf(edition.date),
  };
}
