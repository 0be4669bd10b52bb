import { suggest } from "./syntax/suggest.ts";

/** A name of a table that the formula lacks, and the name of the formula that it was probably meant to be. */
export interface NamePair<Used> {
  readonly given: string;
  readonly meant: Used;
}

/**
 * Pairs names that a formula lacks with names of the formula that lack an entry: each pair is reported once, as one mistake.
 * Unlike ones are a pair if there is one of each and `mayDiffer` says so.
 */
export function pairNames<Used extends { readonly symbol: string }>(
  unused: readonly string[],
  missing: readonly Used[],
  mayDiffer: (given: string) => boolean = () => true,
): NamePair<Used>[] {
  const pairs: NamePair<Used>[] = [];
  const open = new Map(missing.map((use) => [use.symbol, use] as const));
  const pair = (given: string, meant: Used | undefined) => {
    if (meant === undefined) return false;
    pairs.push({ given, meant });
    return open.delete(meant.symbol);
  };
  const sameLetters = unused.filter((given) => !pair(given, [...open.values()].find(isLike(given))));
  const left = sameLetters.filter((given) => {
    const near = given.length < 3 ? undefined : suggest(given, [...open.keys()].map(brief));
    return !pair(
      given,
      [...open.values()].find(({ symbol }) => brief(symbol) === near),
    );
  });
  const [last, ...others] = [...open.values()];
  const [lone = ""] = left;
  if (left.length === 1 && others.length === 0 && mayDiffer(lone)) pair(lone, last);
  return pairs;
}

/** A name as an author writes it: `p_o` for `p_{o}`. */
export function brief(symbol: string): string {
  return symbol.replace(/([_^])\{(\w|\\[a-zA-Z]+)\}/g, "$1$2");
}

/** Whether a name differs from another in case, backslashes and braces alone. */
function isLike(given: string): (use: { readonly symbol: string }) => boolean {
  const lettersOf = (name: string) => name.replace(/[\\{}\s]/g, "").toLowerCase();
  return ({ symbol }) => lettersOf(symbol) === lettersOf(given);
}
