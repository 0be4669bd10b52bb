import { distance } from "fastest-levenshtein";

/** The candidate that a mistyped word was probably meant to be: at most a third of its letters differ. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const far = difference(word.toLowerCase(), candidate.toLowerCase());
    if (far < least || (far === least && best !== undefined && candidate < best)) {
      least = far;
      best = candidate;
    }
  }
  return least < word.length && least <= Math.max(1, Math.floor(word.length / 3)) ? best : undefined;
}

/** Levenshtein distance; letters that only change places count as one edit. */
function difference(one: string, other: string): number {
  const isShuffled = one !== other && one.length === other.length && lettersOf(one) === lettersOf(other);
  return isShuffled ? 1 : distance(one, other);
}

function lettersOf(word: string): string {
  return word.split("").sort().join("");
}
