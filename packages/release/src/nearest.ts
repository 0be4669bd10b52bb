/** A pair of texts: where they stand in their lists. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/**
 * Pairs the texts of a later release with those of an earlier one: equal texts first, then the most similar, each at most
 * once. Of equally similar ones those that come first are paired. The time grows with the square of the number of texts
 * that changed, so texts are those of one item.
 *
 * @param least the similarity from which on two different texts are taken for the same, from 0 to 1
 */
export function pairNearest(before: readonly string[], after: readonly string[], least: number): Pair[] {
  const [old, now] = [before.map(normal), after.map(normal)];
  const pairs: Pair[] = [];
  const places = new Map<string, number[]>();
  for (const [index, text] of old.entries()) places.set(text, [...(places.get(text) ?? []), index]);
  for (const [index, text] of now.entries()) {
    const found = places.get(text)?.shift();
    if (found !== undefined) pairs.push({ before: found, after: index });
  }
  const freeBefore = without(old, new Set(pairs.map((pair) => pair.before)));
  const freeAfter = without(now, new Set(pairs.map((pair) => pair.after)));
  const candidates = freeAfter
    .flatMap(([after, one]) =>
      freeBefore.map(([before, other]) => ({ before, after, likeness: similarityOf(one, other) })),
    )
    .filter(({ likeness }) => likeness >= least)
    .sort((one, other) => other.likeness - one.likeness || one.before - other.before || one.after - other.after);
  const taken = { before: new Set<number>(), after: new Set<number>() };
  for (const { before, after } of candidates) {
    if (taken.before.has(before) || taken.after.has(after)) continue;
    taken.before.add(before);
    taken.after.add(after);
    pairs.push({ before, after });
  }
  return pairs.sort((one, other) => one.after - other.after);
}

/** Texts that are not paired yet, with their places. */
function without(texts: readonly string[], paired: ReadonlySet<number>): [number, Counts][] {
  return texts.flatMap((text, index) => (paired.has(index) ? [] : [[index, countsOf(text)] as [number, Counts]]));
}

/** How alike two texts are, from 0 (no two characters in common) to 1: Dice's coefficient of their pairs of characters. */
export function similarity(one: string, other: string): number {
  return similarityOf(countsOf(normal(one)), countsOf(normal(other)));
}

/** How often each pair of neighbouring characters occurs. */
interface Counts {
  readonly pairs: ReadonlyMap<string, number>;
  readonly total: number;
}

function countsOf(text: string): Counts {
  const pairs = new Map<string, number>();
  // With its ends, a text of one character has pairs too.
  const characters = [" ", ...text, " "];
  for (let index = 1; index < characters.length; index++) {
    const pair = `${characters[index - 1]}${characters[index]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { pairs, total: characters.length - 1 };
}

function similarityOf(one: Counts, other: Counts): number {
  let common = 0;
  for (const [pair, count] of one.pairs) common += Math.min(count, other.pairs.get(pair) ?? 0);
  return (2 * common) / (one.total + other.total);
}

/** Case, spaces and Unicode's ways to write a letter make no other text. */
function normal(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim();
}
