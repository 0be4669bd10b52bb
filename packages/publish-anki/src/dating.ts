import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** A note or note type about to be handed out. */
export interface DatedPart {
  readonly type: "note" | "note type";
  /** What Anki matches by: a note's guid, or the id of a note type. */
  readonly key: string;
  /** The item's id, or the note type's name. */
  readonly name: string;
  /** Hex SHA-256 of everything a learner would see change. */
  readonly hash: string;
}

/**
 * When a part last changed, in seconds since 1970. Anki updates a learner's copy only when this grew, and an update
 * replaces the learner's own tags: so it must grow when the hash changed, and only then. A register of past releases
 * can tell; without one everything has the date of the edition.
 */
export type Dating = (part: DatedPart) => number;

/** Hash of whatever JSON can hold. */
export function contentHash(content: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(content))));
}

/** A day such as `2026-11-20`, as seconds since 1970 at its beginning in UTC. */
export function secondsOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1000;
}
