import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** What a register tells of a part that was released. */
interface DatedPart {
  readonly hash: string;
  /** Seconds since 1970. */
  readonly modified: number;
}

/**
 * When a part last changed. Anki updates a learner's copy only when this grew, and an update replaces the learner's own
 * tags: so it grows when the hash changed, and only then. A part that changed has the date of the edition; when that is
 * no later than what was released (twice on one day, or a build between two releases), a second more than the last.
 */
export function dateOf(before: DatedPart | undefined, hash: string, dateOfEdition: number): number {
  if (before === undefined) return dateOfEdition;
  return before.hash === hash ? before.modified : Math.max(dateOfEdition, before.modified + 1);
}

/** Hex SHA-256 of whatever JSON can hold. */
export function contentHash(content: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(content))));
}

/** A day such as `2026-11-20`, as seconds since 1970 at its beginning in UTC. */
export function secondsOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1000;
}
