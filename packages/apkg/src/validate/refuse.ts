import { PackageError } from "../error.ts";
import { codePoint, controlCharacter } from "../field-text.ts";

/** Throws when two parts have the same key. `place` is the name of a part in a message. */
export function refuseRepeats<T>(
  parts: readonly T[],
  place: (part: T) => string,
  key: (part: T) => string,
  which: string,
): void {
  const seen = new Map<string, T>();
  for (const part of parts) {
    const earlier = seen.get(key(part));
    if (earlier !== undefined) throw new PackageError(place(part), `has ${which} of ${place(earlier)} too`);
    seen.set(key(part), part);
  }
}

/** Words of a message; functions are called for a fault only. */
export type Words = string | (() => string);

function said(words: Words): string {
  return typeof words === "string" ? words : words();
}

/** Throws for text that databases or cards cannot contain. */
export function refuseBadText(where: Words, what: Words, text: string): void {
  if (!text.isWellFormed()) throw new PackageError(said(where), `${said(what)} holds half a surrogate pair`);
  const control = controlCharacter.exec(text);
  if (control === null) return;
  throw new PackageError(said(where), `${said(what)} holds the control character ${codePoint(control[0])}`);
}

/** Throws unless it is a positive whole number. */
export function refuseBadId(where: string, id: number): void {
  if (Number.isSafeInteger(id) && id > 0) return;
  throw new PackageError(where, `the id ${id} is not a positive whole number; see \`noteTypeId\` and \`deckId\``);
}

/** Seconds beyond this, the year 5138, must be milliseconds. */
const largestDate = 99_999_999_999;

/** Throws unless a date is in whole seconds. */
export function refuseBadDate(where: Words, what: string, seconds: number): void {
  if (Number.isSafeInteger(seconds) && seconds >= 0 && seconds <= largestDate) return;
  throw new PackageError(
    said(where),
    `\`${what}\` is ${seconds}, expected whole seconds since 1970 (not milliseconds)`,
  );
}
