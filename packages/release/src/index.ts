export { type Changed, type Changes, changesBetween } from "./changes.ts";
export type { CardHistory, CardHistoryLoader, Contents, ReleasedNotes } from "./contents.ts";
export { dateOf, secondsOf } from "./dating.ts";
export { type Lost, lostItems } from "./lost.ts";
export { clozeKey, isClozeKey, itemOfKey, NoteKey } from "./note-key.ts";
export { type AskedKind, clozeNoteType, isAsked, kindOfNoteType, noteTypeNames } from "./note-types.ts";
export {
  findReleased,
  findReleasedCloze,
  printRegister,
  Register,
  ReleasedNote,
  ReleasedNoteType,
} from "./register.ts";
export { release } from "./release.ts";
