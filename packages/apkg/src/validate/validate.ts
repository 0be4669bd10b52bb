import type { CompleteCollection } from "../collection.ts";
import { validateDecks } from "./decks.ts";
import { validateMedia } from "./media.ts";
import { validateNoteTypes } from "./note-types.ts";
import { validateNotes } from "./notes.ts";
import { refuseBadDate } from "./refuse.ts";

/** Throws where Anki would abort, or drop or silently change something. Returns the cards of each note, in their order.
 *  @throws {PackageError} with the place of the first fault */
export function validate(collection: CompleteCollection): number[][] {
  refuseBadDate("collection", "created", collection.created);
  validateNoteTypes(collection.noteTypes);
  validateDecks(collection.decks);
  const ords = validateNotes(collection);
  validateMedia(collection);
  refuseBadDate("collection", "modified", collection.modified);
  return ords;
}
