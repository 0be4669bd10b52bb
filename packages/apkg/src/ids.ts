import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/** Derived ids are in [first, first + wideSpan): 13 digits, as milliseconds between May 2014 and September 2020. Anki reads
 *  an id as the time of creation, so it must be past. */
const first = 1_400_000_000_000;
const wideSpan = 200_000_000_000n;

/** Id of a note type. FROZEN: always call it with the name of the first release, also after a change of name. */
export function noteTypeId(namespace: string, name: string): number {
  return timelikeId("note type", namespace, name);
}

/** Id of a field. FROZEN: when a field is renamed, give it the id made from its old name. */
export function fieldId(noteType: number, name: string): number {
  return wideId("field", String(noteType), name);
}

/** Id of a template. FROZEN: when a template is renamed, give it the id made from its old name. */
export function templateId(noteType: number, name: string): number {
  return wideId("template", String(noteType), name);
}

/** Id of a deck, from its full name. */
export function deckId(name: string): number {
  return timelikeId("deck", name);
}

/** Ids of a note and of its cards in the database, from one digest of the guid; Anki does not match by them. */
export function rowIds(guid: string): { readonly note: number; readonly card: (ord: number) => number } {
  const words = digestOf(["note", guid]);
  // The digest has four words of 64 bits: the note's, and one each for the first three cards.
  const card = (ord: number) =>
    ord < 3 ? timelike(words.getBigUint64(8 * (ord + 1))) : timelikeId("card", guid, `${ord}`);
  return { note: timelike(words.getBigUint64(0)), card };
}

function timelikeId(...parts: string[]): number {
  return timelike(hashToInteger(parts));
}

function timelike(word: bigint): number {
  return first + Number(word % wideSpan);
}

/** 53 bits: the integers that a JavaScript number represents exactly. */
function wideId(...parts: string[]): number {
  return Number(hashToInteger(parts) >> 11n);
}

/** The first 64 bits of the SHA-256 of the parts, joined unambiguously. */
export function hashToInteger(parts: readonly string[]): bigint {
  return digestOf(parts).getBigUint64(0);
}

function digestOf(parts: readonly string[]): DataView {
  const digest = sha256(utf8ToBytes(JSON.stringify(parts)));
  return new DataView(digest.buffer, digest.byteOffset);
}
