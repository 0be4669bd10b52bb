import { clozeNumbers, compileCardOrds, isEmptyField, maxCloze } from "../card-ords.ts";
import type { CompleteCollection, CompleteNoteType, Note } from "../collection.ts";
import { PackageError } from "../error.ts";
import { faultOfTag } from "../tag-fault.ts";
import { refuseBadDate, refuseBadText } from "./refuse.ts";

/** Returns the cards of each note. */
export function validateNotes(collection: CompleteCollection): number[][] {
  const noteTypes = new Map(
    collection.noteTypes.map((noteType) => [noteType.id, { noteType, ordsOf: compileCardOrds(noteType) }]),
  );
  const decks = new Set(collection.decks.map((deck) => deck.name));
  const positions = new Map<string, number>();
  return collection.notes.map((note, index) => {
    const where = () => placeOfNote(note, index);
    const earlier = positions.get(note.guid);
    if (earlier !== undefined) throw new PackageError(where(), `note ${earlier + 1} has the same guid`);
    positions.set(note.guid, index);
    if (note.guid.trim() === "") throw new PackageError(where(), "has no guid; see `guidFor`");
    refuseBadText(where, "its guid", note.guid);
    const found = noteTypes.get(note.noteType);
    if (found === undefined) throw new PackageError(where(), `no note type has the id ${note.noteType}; add it`);
    if (!decks.has(note.deck)) {
      throw new PackageError(where(), `no deck is called ${JSON.stringify(note.deck)}; add it to \`decks\``);
    }
    refuseBadDate(where, "modified", note.modified);
    validateFields(note, found.noteType, where);
    validateTags(note.tags, where);
    const ords = found.ordsOf(note);
    if (ords.length === 0) throw new PackageError(where(), whyNoCard(found.noteType));
    return ords;
  });
}

/** Name of a part in a message; computed only for a fault. */
type Where = () => string;

/** Name of a note in a message. `index` counts from 0. */
export function placeOfNote(note: Note, index: number): string {
  return `note ${index + 1} (guid ${JSON.stringify(note.guid)})`;
}

function validateFields(note: Note, noteType: CompleteNoteType, where: Where): void {
  const names = noteType.fields.map((field) => field.name);
  if (note.fields.length !== names.length) {
    throw new PackageError(
      where(),
      `has ${note.fields.length} fields, but its note type has ${names.length}: ${names.join(", ")}`,
    );
  }
  note.fields.forEach((field, index) => {
    refuseBadText(where, () => `field ${JSON.stringify(names[index])}`, field);
    if (noteType.kind !== "cloze") return;
    const strange = clozeNumbers(field).find((number) => number < 1 || number > maxCloze);
    if (strange !== undefined) throw new PackageError(where(), `cloze number ${strange}, expected 1 to ${maxCloze}`);
  });
  if (isEmptyField(note.fields[0] ?? "")) {
    throw new PackageError(
      where(),
      `its first field, ${JSON.stringify(names[0])}, is empty: Anki leaves such a note out`,
    );
  }
}

function validateTags(tags: readonly string[], where: Where): void {
  const seen = new Set<string>();
  for (const tag of tags) {
    const fault = faultOfTag(tag);
    if (fault !== undefined) throw new PackageError(where(), `tag ${JSON.stringify(tag)} ${fault}`);
    if (seen.has(tag.toLowerCase())) {
      throw new PackageError(
        where(),
        `tag ${JSON.stringify(tag)} differs from another in case only: Anki keeps one of them`,
      );
    }
    seen.add(tag.toLowerCase());
  }
}

function whyNoCard(noteType: CompleteNoteType): string {
  return noteType.kind === "cloze"
    ? "makes no card: none of its cloze fields holds a deletion such as `{{c1::…}}`"
    : "makes no card: with these fields the question of every template is empty";
}
