import type { CompleteCollection, Media, Note } from "./collection.ts";
import { compare } from "./complete.ts";
import { type DeckJson, deckFromJson } from "./deck-json.ts";
import { PackageError } from "./error.ts";
import { fieldSeparator } from "./field-text.ts";
import { noteTypeFromJson } from "./note-type-json.ts";
import { type CardRow, type NoteRow, type OpenOptions, type OpenPackage, openPackage } from "./open-package.ts";

/** Reads an `.apkg` file of the older format (schema 11), made by any program. Leaves out scheduling.
 *  @throws {PackageError} when it cannot be read */
export function read(bytes: Uint8Array, options: OpenOptions): CompleteCollection {
  const opened = openPackage(bytes, options);
  const cards = Map.groupBy(opened.cards, (card) => card.nid);
  const used = new Set(opened.cards.map(homeDeck));
  const decks = [...opened.decks.values()].filter((deck) => deck.dyn !== 1 && (deck.id !== 1 || used.has(1)));
  const byId = new Map(decks.map((deck) => [deck.id, deck]));
  const placed = opened.notes.map((note) => ({ note, cards: cards.get(note.id) ?? [] }));
  const due = (entry: { cards: CardRow[] }) => Math.min(...entry.cards.map((card) => card.due));
  placed.sort((a, b) => due(a) - due(b) || a.note.id - b.note.id);
  return {
    noteTypes: [...opened.noteTypes.values()].map(noteTypeFromJson).sort((a, b) => a.id - b.id),
    decks: decks.map(deckFromJson).sort((a, b) => compare(a.name, b.name)),
    notes: placed.map((entry) => readNote(entry.note, entry.cards, byId)),
    media: readMedia(opened),
    created: opened.created,
    modified: Math.floor(opened.modified / 1000),
  };
}

/** A card in a filtered deck names its home deck. */
function homeDeck(card: CardRow): number {
  return card.odid || card.did;
}

function readNote(row: NoteRow, cards: readonly CardRow[], decks: ReadonlyMap<number, DeckJson>): Required<Note> {
  const where = `note (guid ${JSON.stringify(row.guid)})`;
  const [first] = cards;
  if (first === undefined) throw new PackageError(where, "has no card, so it lies in no deck");
  const deck = decks.get(homeDeck(first));
  if (deck === undefined) throw new PackageError(where, `lies in deck ${homeDeck(first)}, which is not there`);
  return {
    guid: row.guid,
    noteType: row.mid,
    deck: deck.name,
    fields: row.flds.split(fieldSeparator),
    tags: row.tags.split(" ").filter(Boolean).sort(compare),
    modified: row.mod,
  };
}

function readMedia(opened: OpenPackage): Media[] {
  const media = [...opened.mediaNames].map(([key, name]) => {
    const bytes = opened.files.get(key);
    if (bytes === undefined) throw new PackageError(`media file ${JSON.stringify(name)}`, "is named but not there");
    return { name, bytes };
  });
  return media.sort((a, b) => compare(a.name, b.name));
}
