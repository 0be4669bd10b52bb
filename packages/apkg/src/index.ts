export { compileCardOrds } from "./card-ords.ts";
export { type CheckName, type CheckOptions, check, checkReasons, type Fault } from "./check/check.ts";
export type {
  Collection,
  CompleteCollection,
  CompleteNoteType,
  Deck,
  Field,
  Media,
  Note,
  NoteType,
  Template,
} from "./collection.ts";
export { complete } from "./complete.ts";
export type { Database, OpenDatabase, SqlValue } from "./database.ts";
export { PackageError } from "./error.ts";
export { escapeText } from "./field-text.ts";
export { guidFor } from "./guid.ts";
export { deckId, fieldId, noteTypeId, templateId } from "./ids.ts";
export { mediaName, mediaReferences } from "./media-name.ts";
export { read } from "./read.ts";
export { write, writeChunks } from "./write.ts";
