import type { Random } from "./random.ts";

/** Sentences of a text whose vocabulary grows with its length, as that of real text does (Zipf's law). */
export interface Prose {
  readonly words: (count: number) => string;
  /** Begins with a capital and ends in a full stop. */
  readonly sentence: (count: number) => string;
}

export function proseFrom(random: Random): Prose {
  const word = () => (random.next() < 0.45 ? random.pick(functionWords) : contentWord(random));
  const words = (count: number) => Array.from({ length: count }, word).join(" ");
  return { words, sentence: (count) => `${capital(words(count))}.` };
}

/** A content word; the word of rank r is drawn with a probability of about 1/r. */
export function contentWord(random: Random): string {
  const rank = Math.floor(lexiconSize ** random.next()) - 1;
  return commonWords[rank] ?? rareWord(rank - commonWords.length);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const lexiconSize = 40_000;

/** Two to four syllables, different for each rank. */
function rareWord(rank: number): string {
  // 7919 has no factor in common with the size: each rank has a number of its own, neighbours have distant ones.
  let rest = ((rank * 7919) % lexiconSize) + syllables.length;
  let word = "";
  for (; rest > 0; rest = Math.floor(rest / syllables.length)) word += syllables[rest % syllables.length];
  return word;
}

const syllables =
  `ba ce di fo gu la me ni po ru sa te vi zo an el ir ol um as ter con pre tion al ment ing ous ist ex pro dis com
per tra sub ver men tal ble gra phy log ter ric nom sis lent cap mar sol vec den fix`.split(/\s+/);

const functionWords =
  `the a of to and in is that for with as on by from at it this than when because so but not each every more less only
also between over under one two its their which if then while both no`.split(/\s+/);

const commonWords =
  `model data loss gradient training error feature weight value rate variance sample test batch layer attention token
prior posterior entropy dropout kernel softmax network split metric recall precision threshold score rank tree forest boosting
leaf depth margin vector matrix tensor epoch step decay momentum warmup schedule residual norm activation logit embedding context
window cache head query key mask prompt retrieval index chunk latency throughput shard replica queue stream drift monitor alert
rollback canary label cluster centroid distance cosine density likelihood evidence estimate interval power effect control treatment
cause graph node edge path policy reward state action return discount beam sampling temperature penalty sparse dense linear logistic
quantile outlier scale encoding hash bucket leakage baseline ablation small large wide narrow early late stable noisy robust fast
slow cheap exact rough local global hidden final common rare keeps drops learns fits moves shrinks grows shows hides needs gives
takes makes breaks holds turns compare measure reduce raise bound normalize predict observe explain converge overfit regularize`.split(
    /\s+/,
  );
