import { hashToInteger } from "./ids.ts";

/** The 91 characters of Anki's own guids. */
const signs = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&()*+,-./:;<=>?@[]^_`{|}~";

/** A guid that depends on `id` alone: base 91 of 64 bits of SHA-256. The text may change, and learners keep their history.
 *  The namespace separates two authors who chose the same id.
 *  @example guidFor("example.org/spanish", "verb-ser") // always the same */
export function guidFor(namespace: string, id: string): string {
  let rest = hashToInteger([namespace, id]);
  let guid = "";
  do {
    guid = signs.charAt(Number(rest % 91n)) + guid;
    rest /= 91n;
  } while (rest > 0n);
  return guid;
}
