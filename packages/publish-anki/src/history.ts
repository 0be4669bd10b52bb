import { type Collection, compileCardOrds, type Note, type OpenDatabase, PackageError, read } from "@high-recall/apkg";
import { type Curriculum, type Imprint, itemsOf } from "@high-recall/core";
import type { CardHistory, Contents, Register, ReleasedNote, ReleasedNotes } from "@high-recall/release";
import { collectionOf } from "./collection.ts";
import { buildDeckContent, type DeckContent } from "./deck-content.ts";
import { commonFields } from "./design.ts";
import { noteDesigns } from "./designs/designs.ts";
import { hashOfNote } from "./note.ts";
import { hashOfNoteType, noteTypeIdOf } from "./note-type.ts";

/** Reads from Anki packages what the register needs. */
export function createCardHistory({ open }: { readonly open: OpenDatabase }): CardHistory {
  return {
    contentsOf,
    notesIn: (file, edition) => {
      try {
        return notesOf(read(file, { open }), edition);
      } catch (error) {
        if (error instanceof PackageError) throw new RangeError(error.message);
        throw error;
      }
    },
  };
}

/** Contents of a release of this curriculum. */
export function contentsOf(curriculum: Curriculum, last: Register | undefined): Contents {
  const { edition } = curriculum;
  const all = buildDeckContent(curriculum, last);
  const shown = [false, true].flatMap(
    (isAloud) => collectionOf(all, { order: curriculum.order, retired: new Set(), isAloud }).media ?? [],
  );
  return {
    deck: all.decks[0]?.name ?? edition.title,
    decks: Object.fromEntries(all.deckOfTopic),
    media: [...new Set(shown.map(({ name }) => name))],
    noteTypes: Object.fromEntries(
      noteDesigns.map((design) => {
        const noteType = all.noteTypes.find(({ id }) => id === noteTypeIdOf(edition, design));
        if (noteType === undefined) throw new Error(`The design ${design.name} has no note type`);
        return [design.name, { id: noteType.id, hash: hashOfNoteType(noteType), modified: noteType.modified }];
      }),
    ),
    ...releasedNotes(curriculum, all),
  };
}

function releasedNotes(curriculum: Curriculum, all: DeckContent): ReleasedNotes {
  const describe = describer(curriculum.edition, all.noteTypes);
  const topics = new Map(itemsOf(curriculum).map((item) => [item.id, item.topic]));
  return {
    items: Object.fromEntries(
      [...all.notes].flatMap(([id, notes]) =>
        notes.map(({ key, text, note }) => [key, describe(note, topics.get(id) ?? "", text)]),
      ),
    ),
    retired: Object.fromEntries(
      all.retired.map(({ key, text, note, releasedIn: topic }) => [key, describe(note, topic, text)]),
    ),
  };
}

/** The notes of this edition in a collection, as the register has them, but for the texts of parts. */
export function notesOf(collection: Collection, edition: Pick<Imprint, "id">): ReleasedNotes {
  const describe = describer(edition, collection.noteTypes);
  const items: Record<string, ReleasedNote> = {};
  const retired: Record<string, ReleasedNote> = {};
  const ours = new Set(noteDesigns.map((design) => noteTypeIdOf(edition, design)));
  for (const note of collection.notes) {
    const key = note.fields[note.fields.length - commonFields.length + commonFields.indexOf("Key")];
    if (key === undefined || !ours.has(note.noteType)) continue;
    const tagged = (level: string) => note.tags?.find((tag) => tag.startsWith(`${edition.id}::${level}`));
    const topic = tagged("topic::")?.split("::").at(-1) ?? "";
    (tagged("retired") === undefined ? items : retired)[key] = describe(note, topic);
  }
  return { items, retired };
}

function describer(edition: Pick<Imprint, "id">, noteTypes: Collection["noteTypes"]) {
  const names = new Map(noteDesigns.map((design) => [noteTypeIdOf(edition, design), design.name]));
  const ordsOf = new Map(noteTypes.map((noteType) => [noteType.id, compileCardOrds(noteType)]));
  return (note: Note, topic: string, text?: string): ReleasedNote => ({
    guid: note.guid,
    noteType: names.get(note.noteType) ?? "",
    topic,
    title: note.fields[0] ?? "",
    ...(text === undefined ? {} : { text }),
    cards: ordsOf.get(note.noteType)?.(note).length ?? 0,
    hash: hashOfNote(note),
    modified: note.modified,
  });
}
