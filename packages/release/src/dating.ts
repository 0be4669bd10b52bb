/** Entry of the register for a released part: a note or a note type. */
interface DatedPart {
  readonly hash: string;
  /** Seconds since 1970. */
  readonly modified: number;
}

/**
 * When a part last changed, in seconds since 1970. Anki updates a learner's copy only when this has grown, and an update
 * replaces the learner's own tags: so it grows when the hash changes, and only then. A changed part gets the edition's
 * date, or one second more than its last date where that is later: for two releases on one day, and for a build between
 * two releases.
 */
export function dateOf(before: DatedPart | undefined, hash: string, dateOfEdition: number): number {
  if (before === undefined) return dateOfEdition;
  return before.hash === hash ? before.modified : Math.max(dateOfEdition, before.modified + 1);
}

/** Midnight UTC of a day such as `2026-11-20`, in seconds since 1970. */
export function secondsOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1000;
}
