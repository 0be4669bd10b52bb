import { countTerms, type TermCounts } from "./terms.ts";

export interface Comparable {
  /** As `comparableWords` gives them. */
  readonly words: string;
}

/** Two items whose titles and leads say nearly the same. */
export interface NearDuplicate<T> {
  /** The one that comes first among the given items. */
  readonly one: T;
  readonly other: T;
  /** Cosine of their weighted terms, from 0 to 1. */
  readonly likeness: number;
}

/** In a smaller set common words are as rare as any other, and every pair looks alike. */
const fewestItems = 20;

/** At this likeness a reader judged most pairs to be about the same subject; below it, few. */
const leastLikeness = 0.37;

/** A term in more items than this is too common to discriminate. The limit of 100 keeps the run time linear. */
const mostHolders = (items: number) => Math.min(items / 10, 100);

/**
 * Pairs of items that probably ask the same, most similar first. Each item is a vector of its terms, weighted by how rare
 * they are among all items (TF-IDF).
 */
export function nearDuplicates<T extends Comparable>(items: readonly T[]): NearDuplicate<T>[] {
  if (items.length < fewestItems) return [];
  return likePairs(items.map(({ words }) => words))
    .sort((a, b) => b.likeness - a.likeness || a.later - b.later || a.earlier - b.earlier)
    .map(({ earlier, later, likeness }) => ({ one: items[earlier] as T, other: items[later] as T, likeness }));
}

interface LikePair {
  readonly earlier: number;
  readonly later: number;
  readonly likeness: number;
}

/** Compares each text with the earlier ones that share a term with it, which an inverted index lists. */
function likePairs(texts: readonly string[]): LikePair[] {
  const counted = countTerms(texts);
  const most = mostHolders(texts.length);
  const rarity = Float64Array.from(counted.holders, (held) => (held > most ? 0 : Math.log(texts.length / held)));
  const index = new InvertedIndex(counted.holders.map((held) => (held > most ? 0 : held)));
  /** Likeness of the current text to each earlier one; 0 where they share no term. */
  const likeness = new Float64Array(texts.length);
  const pairs: LikePair[] = [];
  for (let later = 0; later < texts.length; later++) {
    const { terms, weights } = weigh(counted, later, rarity);
    const sharing: number[] = [];
    for (const [at, term] of terms.entries()) {
      const weight = weights[at] as number;
      index.addProducts(term, weight, likeness, sharing);
      index.add(term, later, weight);
    }
    for (const earlier of sharing) {
      const value = likeness[earlier] as number;
      if (value >= leastLikeness) pairs.push({ earlier, later, likeness: value });
      likeness[earlier] = 0;
    }
  }
  return pairs;
}

/** The vector of one text, of length 1, without terms of weight 0. */
function weigh({ starts, terms, counts }: TermCounts, text: number, rarity: Float64Array) {
  const kept: number[] = [];
  const weights: number[] = [];
  let squares = 0;
  for (let entry = starts[text] as number; entry < (starts[text + 1] as number); entry++) {
    const term = terms[entry] as number;
    const weight = (1 + Math.log(counts[entry] as number)) * (rarity[term] as number);
    if (weight === 0) continue;
    kept.push(term);
    weights.push(weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares);
  return { terms: kept, weights: weights.map((weight) => weight / length) };
}

/** For each term the texts that have it, and its weight in each. */
class InvertedIndex {
  /** Where the entries of each term start and end. */
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #texts: Uint32Array;
  readonly #weights: Float64Array;

  /** @param room number of texts of each term */
  constructor(room: Uint32Array) {
    this.#starts = new Uint32Array(room.length);
    let size = 0;
    for (const [term, texts] of room.entries()) {
      this.#starts[term] = size;
      size += texts;
    }
    this.#ends = this.#starts.slice();
    this.#texts = new Uint32Array(size);
    this.#weights = new Float64Array(size);
  }

  add(term: number, text: number, weight: number): void {
    const end = this.#ends[term] as number;
    this.#texts[end] = text;
    this.#weights[end] = weight;
    this.#ends[term] = end + 1;
  }

  /** Adds `weight` times the term's weight to the sum of each text that has it; `begun` gets the texts whose sum was 0. */
  addProducts(term: number, weight: number, sums: Float64Array, begun: number[]): void {
    const texts = this.#texts;
    const weights = this.#weights;
    const end = this.#ends[term] as number;
    for (let at = this.#starts[term] as number; at < end; at++) {
      const text = texts[at] as number;
      const sum = sums[text] as number;
      if (sum === 0) begun.push(text);
      sums[text] = sum + weight * (weights[at] as number);
    }
  }
}
