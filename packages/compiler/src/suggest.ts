import { distance } from "fastest-levenshtein";

/** The candidate that was probably meant: at most a third of its letters differ. */
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

/** Levenshtein distance; the same letters in another order count as one slip. */
function difference(one: string, other: string): number {
  const isShuffled = one !== other && one.length === other.length && lettersOf(one) === lettersOf(other);
  return isShuffled ? 1 : distance(one, other);
}

function lettersOf(word: string): string {
  return word.split("").sort().join("");
}

/** Words as a reader lists them: `` `a`, `b` or `c` ``. */
export function listed(words: readonly string[]): string {
  const quoted = words.map(quote);
  const last = quoted.pop() ?? "";
  return quoted.length > 0 ? `${quoted.join(", ")} or ${last}` : last;
}

/** A value between backticks, shortened when it is long, on one line. */
export function quote(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  if (text === "") return "empty text";
  const line = text.replace(/[\s\p{C}]+/gu, " ");
  return `\`${line.length > 60 ? `${[...line].slice(0, 57).join("")}…` : line}\``;
}
