import { hashToInteger } from "./ids.ts";

/** The 91 signs that Anki itself makes guids of. */
const signs = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&()*+,-./:;<=>?@[]^_`{|}~";

/** A guid that hangs on `id` alone: base 91 of 64 bits of SHA-256. Text may change, the learner's history stays. The
 *  namespace keeps two authors who chose the same id apart.
 *  @example guidFor("example.org/spanish", "verb-ser") // the same for ever */
export function guidFor(namespace: string, id: string): string {
  let rest = hashToInteger([namespace, id]);
  let guid = "";
  do {
    guid = signs.charAt(Number(rest % 91n)) + guid;
    rest /= 91n;
  } while (rest > 0n);
  return guid;
}
