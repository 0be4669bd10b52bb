/** Two items that say much the same in their titles and leads. */
export interface NearDuplicate {
  /** Index of the first. */
  readonly one: number;
  readonly other: number;
  /** Cosine of their weighted words and letter triples, from 0 to 1. */
  readonly likeness: number;
}

/** In fewer items than these, words of the trade are as rare as any, and everything looks alike. */
const fewest = 20;

/** From this likeness on, a reader took most pairs for one subject; below it, few. */
const alike = 0.37;

/** A term in more items than this tells none of them apart, and costs most of the time. */
const commonFrom = (items: number) => Math.min(items / 10, 100);

/**
 * Pairs of items that are likely the same question, most alike first. Each item is a vector of its words and letter
 * triples, weighted by how rare they are among all items (TF-IDF), so that words of the trade weigh little.
 */
export function nearDuplicates(items: readonly string[]): NearDuplicate[] {
  if (items.length < fewest) return [];
  const counts = items.map((item) => countTerms(item));
  const documents = new Map<string, number>();
  for (const terms of counts) for (const term of terms.keys()) documents.set(term, (documents.get(term) ?? 0) + 1);
  const rarity = (term: string) => {
    const held = documents.get(term) ?? 0;
    return held > commonFrom(items.length) ? 0 : Math.log(items.length / held);
  };
  const pairs: NearDuplicate[] = [];
  const postings = new Map<string, [index: number, weight: number][]>();
  for (const [index, terms] of counts.entries()) {
    const likeness = new Float64Array(index);
    for (const [term, weight] of weigh(terms, rarity)) {
      const earlier = postings.get(term) ?? [];
      for (const [i, other] of earlier) likeness[i] = (likeness[i] ?? 0) + weight * other;
      earlier.push([index, weight]);
      postings.set(term, earlier);
    }
    for (const [i, value] of likeness.entries()) {
      if (value >= alike) pairs.push({ one: i, other: index, likeness: value });
    }
  }
  return pairs.sort((a, b) => b.likeness - a.likeness);
}

function countTerms(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const joined = words.join(" ");
  const terms = words.map((word) => `word ${word}`);
  for (let at = 0; at + 3 <= joined.length; at++) terms.push(joined.slice(at, at + 3));
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** A vector of length 1, without the terms that weigh nothing. */
function weigh(counts: ReadonlyMap<string, number>, rarity: (term: string) => number): [string, number][] {
  const weights = [...counts]
    .map(([term, count]): [string, number] => [term, (1 + Math.log(count)) * rarity(term)])
    .filter(([, weight]) => weight > 0);
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return weights.map(([term, weight]) => [term, weight / length]);
}
