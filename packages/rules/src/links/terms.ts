/**
 * The words of a text that are compared, in lower case, joined by single spaces. All terms derive from them, so they are
 * what a cache should keep: about 400 bytes an item.
 */
export function comparableWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

/** How often each text has each term. Terms are numbered from 0, and each text lists its own in the order they appear. */
export interface TermCounts {
  /** Where the entries of each text start in `terms` and `counts`, and where the last text's end. */
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
  readonly counts: Uint32Array;
  /** For each term, the number of texts that have it. */
  readonly holders: Uint32Array;
}

/** Counts the words of each text, as `comparableWords` gives it, and its triples: every three UTF-16 units in a row, spaces included. */
export function countTerms(texts: readonly string[]): TermCounts {
  const starts = new Uint32Array(texts.length + 1);
  // A text of n units has at most (n + 1) / 2 words and n - 2 triples.
  const most = texts.reduce((sum, { length }) => sum + Math.ceil(1.5 * length), 0);
  const terms = new Uint32Array(most);
  const counts = new Uint32Array(most);
  const holders: number[] = [];
  /** Where the latest entry of each term is. */
  const entries: number[] = [];
  const numbers = new TermNumbers();
  let end = 0;
  for (const [index, text] of texts.entries()) {
    const start = end;
    const count = (term: number) => {
      const entry = entries[term] ?? -1;
      if (entry >= start) {
        counts[entry] = (counts[entry] ?? 0) + 1;
        return;
      }
      holders[term] = (holders[term] ?? 0) + 1;
      entries[term] = end;
      terms[end] = term;
      counts[end] = 1;
      end++;
    };
    for (const word of text === "" ? [] : text.split(" ")) count(numbers.ofWord(word));
    for (let at = 2; at < text.length; at++) {
      count(numbers.ofTriple(text.charCodeAt(at - 2), text.charCodeAt(at - 1), text.charCodeAt(at)));
    }
    starts[index + 1] = end;
  }
  return { starts, terms: terms.subarray(0, end), counts: counts.subarray(0, end), holders: Uint32Array.from(holders) };
}

/** Numbers words and triples in order of first use. Triples are not stored as strings, since there are many. */
class TermNumbers {
  #size = 0;
  readonly #words = new Map<string, number>();
  // A hash table with linear probing. A key of 0 marks a free slot.
  #keys = new Float64Array(2 ** 14);
  #numbers = new Uint32Array(2 ** 14);
  #triples = 0;

  ofWord(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    this.#words.set(word, this.#size);
    return this.#size++;
  }

  ofTriple(a: number, b: number, c: number): number {
    const key = (a * 2 ** 16 + b) * 2 ** 16 + c + 1;
    const slot = this.#slotOf(key);
    if (this.#keys[slot] === key) return this.#numbers[slot] as number;
    this.#keys[slot] = key;
    this.#numbers[slot] = this.#size;
    this.#triples++;
    if (this.#triples * 2 > this.#keys.length) this.#grow();
    return this.#size++;
  }

  /** The slot that holds a key, or the free one where it belongs. */
  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    const mixed = Math.imul(key, 0x9e3779b1) ^ Math.imul(key / 2 ** 32, 0x85ebca6b);
    let slot = mixed ^ (mixed >>> 15);
    while (this.#keys[slot & mask] !== key && this.#keys[slot & mask] !== 0) slot++;
    return slot & mask;
  }

  #grow(): void {
    const keys = this.#keys;
    const numbers = this.#numbers;
    this.#keys = new Float64Array(2 * keys.length);
    this.#numbers = new Uint32Array(2 * keys.length);
    for (const [index, key] of keys.entries()) {
      if (key === 0) continue;
      const slot = this.#slotOf(key);
      this.#keys[slot] = key;
      this.#numbers[slot] = numbers[index] as number;
    }
  }
}
