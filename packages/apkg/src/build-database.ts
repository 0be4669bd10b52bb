import type { CompleteCollection, Note } from "./collection.ts";
import { compare } from "./complete.ts";
import type { Database, SqlValue } from "./database.ts";
import { deckToJson } from "./deck-json.ts";
import { checksum, fieldSeparator, stripHtml } from "./field-text.ts";
import { rowIds } from "./ids.ts";
import { stringifyJson } from "./json.ts";
import { noteTypeToJson } from "./note-type-json.ts";
import { columns, indexes, schemaVersion, tables } from "./schema.ts";
import { deckOptions, settings } from "./settings-json.ts";

/** Fills an empty database with a collection that has passed `validate`. `ords` are the cards of each note. */
export function buildDatabase(
  database: Database,
  collection: CompleteCollection,
  ords: readonly (readonly number[])[],
): void {
  const { notes, cards } = makeRows(collection, ords);
  database.run(`PRAGMA page_size = 4096; PRAGMA encoding = "UTF-8"; BEGIN; ${tables}`);
  database.insert(insertInto("col"), [collectionRow(collection)]);
  database.insert(insertInto("notes"), notes);
  database.insert(insertInto("cards"), cards);
  database.run(`${indexes} COMMIT;`);
}

function insertInto(table: keyof typeof columns): string {
  return `INSERT INTO ${table} VALUES (${columns[table].map(() => "?").join(", ")})`;
}

function collectionRow(collection: CompleteCollection): SqlValue[] {
  const { created, modified } = collection;
  const models = Object.fromEntries(collection.noteTypes.map((type) => [String(type.id), noteTypeToJson(type)]));
  const mine = collection.decks.map((deck): [string, unknown] => [String(deck.id), deckToJson(deck, modified)]);
  const decks = Object.fromEntries([["1", deckToJson({ id: 1, name: "Default", description: "" }, modified)], ...mine]);
  const milliseconds = modified * 1000;
  return [
    1,
    created,
    milliseconds,
    milliseconds,
    schemaVersion,
    0,
    0,
    0,
    stringifyJson(settings),
    stringifyJson(models),
    stringifyJson(decks),
    stringifyJson(deckOptions),
    "{}",
  ];
}

/** Rows ordered by id, so that SQLite only appends; made one at a time while they are inserted. */
function makeRows(collection: CompleteCollection, ords: readonly (readonly number[])[]) {
  const decks = new Map(collection.decks.map((deck) => [deck.name, deck.id]));
  const sortFields = new Map(collection.noteTypes.map((noteType) => [noteType.id, noteType.sortField]));
  const places = placeRows(collection.notes, ords);
  function* notes(): Generator<SqlValue[]> {
    for (const { id, note } of places.notes) yield [id, ...noteRow(note, sortFields.get(note.noteType) ?? 0)];
  }
  function* cards(): Generator<SqlValue[]> {
    for (const { id, noteId, note, ord, due } of places.cards) {
      const deck = decks.get(note.deck) ?? 0;
      yield [id, noteId, deck, ord, note.modified, -1, 0, 0, due, 0, 0, 0, 0, 0, 0, 0, 0, ""];
    }
  }
  return { notes: notes(), cards: cards() };
}

/** The ids of all rows, ascending. */
function placeRows(notes: readonly Required<Note>[], ords: readonly (readonly number[])[]) {
  const freeNoteId = takeIds();
  const freeCardId = takeIds();
  // By guid, not by position: a note keeps its ids when other notes are added or removed.
  const byGuid = notes.map((note, index) => ({ id: 0, note, index }));
  byGuid.sort((a, b) => compare(a.note.guid, b.note.guid));
  const cards = byGuid.flatMap((entry) => {
    const { note, index } = entry;
    const ids = rowIds(note.guid);
    entry.id = freeNoteId(ids.note);
    const noteId = entry.id;
    return (ords[index] ?? []).map((ord) => ({ id: freeCardId(ids.card(ord)), noteId, note, ord, due: index + 1 }));
  });
  return { notes: byGuid.sort((a, b) => a.id - b.id), cards: cards.sort((a, b) => a.id - b.id) };
}

function noteRow(note: Required<Note>, sortField: number): SqlValue[] {
  const tags = note.tags.length === 0 ? "" : ` ${note.tags.join(" ")} `;
  const first = stripHtml(note.fields[0] ?? "");
  const sorted = sortField === 0 ? first : stripHtml(note.fields[sortField] ?? "");
  return [
    note.guid,
    note.noteType,
    note.modified,
    -1,
    tags,
    note.fields.join(fieldSeparator),
    sorted,
    checksum(first),
    0,
    "",
  ];
}

/** Gives each wanted id, or the next free one after it. */
function takeIds(): (wanted: number) => number {
  const taken = new Set<number>();
  return (wanted) => {
    let id = wanted;
    while (taken.has(id)) id += 1;
    taken.add(id);
    return id;
  };
}
