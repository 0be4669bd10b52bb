import { closest, distance } from "fastest-levenshtein";

/** The choice that a mistyped word was likely meant to be, or undefined when none is near. */
export function nearest(word: string, choices: readonly string[]): string | undefined {
  if (choices.length === 0) return undefined;
  const best = closest(word.toLowerCase(), [...choices]);
  return distance(word.toLowerCase(), best) <= Math.max(1, Math.floor(word.length / 3)) ? best : undefined;
}
