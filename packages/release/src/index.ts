export { type Changed, type Changes, changesBetween } from "./changes.ts";
export type { CardHistory, CardHistoryLoader, Contents, ReleasedNotes } from "./contents.ts";
export { dateOf, secondsOf } from "./dating.ts";
export { type Lost, lostItems } from "./lost.ts";
export { pairNearest, similarity } from "./nearest.ts";
export { itemOfKey, NoteKey, type PartName, partKey, partNames, partOfKey } from "./note-key.ts";
export { kindOfNoteType, noteTypeNames, partNoteTypes } from "./note-types.ts";
export { type PartNote, partNotes, releasedParts } from "./part-keys.ts";
export {
  findReleased,
  printRegister,
  Register,
  ReleasedNote,
  ReleasedNoteType,
} from "./register.ts";
export { release } from "./release.ts";
