import type { Collection, CompleteCollection, CompleteNoteType, Deck, Media, Note, NoteType } from "./collection.ts";
import { deckId, fieldId, templateId } from "./ids.ts";

/** 1 January 2014: before every derived id. */
const created = 1_388_534_400;

/** Fills in what a collection leaves out, adds parents of decks, brings text to Unicode form NFC (as Anki does) and
 *  note types, decks, tags and media into a fixed order. It checks nothing: see `validate`. */
export function complete(collection: Collection): CompleteCollection {
  const dates = [...collection.noteTypes, ...collection.notes].map((part) => part.modified);
  return {
    noteTypes: collection.noteTypes.map(completeNoteType).sort((a, b) => a.id - b.id),
    decks: completeDecks(collection.decks),
    notes: collection.notes.map(completeNote),
    media: (collection.media ?? []).map(completeMedia).sort((a, b) => compare(a.name, b.name)),
    created: collection.created ?? created,
    modified: collection.modified ?? dates.reduce((newest, date) => Math.max(newest, date), created),
  };
}

/** A media file whose bytes are read when they are needed. */
function completeMedia(file: Media): Media {
  return {
    name: nfc(file.name),
    get bytes() {
      return file.bytes;
    },
  };
}

function completeNoteType(noteType: NoteType): CompleteNoteType {
  return {
    id: noteType.id,
    name: nfc(noteType.name),
    kind: noteType.kind,
    fields: noteType.fields.map((field) => ({
      id: field.id ?? fieldId(noteType.id, nfc(field.name)),
      name: nfc(field.name),
      description: nfc(field.description ?? ""),
      font: field.font ?? "Arial",
      size: field.size ?? 20,
      rtl: field.rtl ?? false,
      sticky: field.sticky ?? false,
    })),
    templates: noteType.templates.map((template) => ({
      id: template.id ?? templateId(noteType.id, nfc(template.name)),
      name: nfc(template.name),
      question: nfc(template.question),
      answer: nfc(template.answer),
    })),
    css: nfc(noteType.css ?? ""),
    modified: noteType.modified,
    sortField: noteType.sortField ?? 0,
    latexPre: noteType.latexPre ?? "",
    latexPost: noteType.latexPost ?? "",
  };
}

function completeDecks(decks: readonly Deck[]): Required<Deck>[] {
  const given = decks.map((deck) => {
    const name = nfc(deck.name);
    return { id: deck.id ?? deckId(name), name, description: nfc(deck.description ?? "") };
  });
  const names = new Set(given.map((deck) => deck.name));
  for (const deck of [...given]) {
    for (const name of parentDecks(deck.name)) {
      if (names.has(name)) continue;
      names.add(name);
      given.push({ id: deckId(name), name, description: "" });
    }
  }
  return given.sort((a, b) => compare(a.name, b.name));
}

/** `A::B::C` has the parents `A` and `A::B`. */
export function parentDecks(name: string): string[] {
  const levels = name.split("::");
  return levels.slice(1).map((_level, index) => levels.slice(0, index + 1).join("::"));
}

function completeNote(note: Note): Required<Note> {
  return {
    guid: note.guid,
    noteType: note.noteType,
    deck: nfc(note.deck),
    fields: note.fields.map(nfc),
    tags: [...new Set((note.tags ?? []).map(nfc))].sort(compare),
    modified: note.modified,
  };
}

function nfc(text: string): string {
  return text.normalize("NFC");
}

/** By code units: the same in every locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
