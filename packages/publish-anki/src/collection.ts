import { type Collection, mediaReferences } from "@high-recall/apkg";
import { type DeckContent, noteKeysOf } from "./deck-content.ts";

/** Content of a package. */
export interface Choice {
  /** Ids of items, in the order of new cards. */
  readonly order: readonly string[];
  /** Topics whose retired items are included. */
  readonly retired: ReadonlySet<string>;
}

/** The collection of the chosen items: their notes, and the decks, note types and media that these need. */
export function collectionOf(all: DeckContent, { order, retired }: Choice): Collection {
  const notes = [
    ...order.flatMap(noteKeysOf).flatMap((key) => all.notes.get(key) ?? []),
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
