import { type Collection, mediaReferences, type Note } from "@high-recall/apkg";
import { partOfKey } from "@high-recall/release";
import type { DeckContent } from "./deck-content.ts";

/** Content of a package. */
export interface Choice {
  /** Ids of items, in the order of new cards. */
  readonly order: readonly string[];
  /** Topics whose retired items are included. */
  readonly retired: ReadonlySet<string>;
  /** Whether it has the long form, to say aloud, and nothing else; without it the long form is left out. */
  readonly isAloud: boolean;
}

/** The notes of the chosen items, then those of what is retired. */
export function notesOfChoice(all: DeckContent, { order, retired, isAloud }: Choice): Note[] {
  const isChosen = ({ key }: { readonly key: string }) => (partOfKey(key)?.name === "aloud") === isAloud;
  return [
    ...order.flatMap((id) => all.notes.get(id) ?? []),
    ...all.retired.filter(({ topic }) => retired.has(topic)),
  ].flatMap((each) => (isChosen(each) ? [each.note] : []));
}

/** The collection of the chosen items: their notes, and the decks, note types and media that these need. */
export function collectionOf(all: DeckContent, choice: Choice): Collection {
  const notes = notesOfChoice(all, choice);
  const noteTypes = new Set(notes.map((note) => note.noteType));
  const decks = new Set(notes.flatMap(({ deck }) => [deck, deck.split("::")[0] ?? deck]));
  const files = new Set(notes.flatMap((note) => note.fields.flatMap(mediaReferences)));
  return {
    noteTypes: all.noteTypes.filter((noteType) => noteTypes.has(noteType.id)),
    decks: all.decks.filter((deck) => decks.has(deck.name)),
    notes,
    media: [...files].flatMap((name) => all.media.get(name) ?? []),
    modified: all.modified,
  };
}
