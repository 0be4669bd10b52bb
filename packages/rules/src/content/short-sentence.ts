import { type Phrase, valueAt } from "../parsed-file.ts";
import { defineRuleWithOptions } from "../rule.ts";
import { countWords, readAloud } from "../words.ts";

interface Limits {
  /** Most words of `short` and of a point. */
  readonly short: number;
  readonly points: number;
}

const defaults: Limits = { short: 25, points: 14 };

/** What is longer than a breath is not recalled: the sheet prints it whole, and a card asks for it. */
export const shortSentence = defineRuleWithOptions<Limits>({
  name: "short-sentence",
  severity: "error",
  description: "`short` is one sentence of at most 25 words, a point at most 14 words",
  read(value) {
    if (value === undefined) return defaults;
    const limits = { ...defaults, ...(value as object) };
    const isLimit = ([key, most]: [string, unknown]) =>
      Object.hasOwn(defaults, key) && Number.isInteger(most) && Number(most) > 0;
    if (typeof value !== "object" || !Object.entries(limits).every(isLimit)) {
      throw new Error("numbers of words, such as `{short: 25, points: 14}`");
    }
    return limits;
  },
  checks: (limits) => ({
    file({ front }, report) {
      for (const [path, phrase] of front.phrases) {
        const steps = JSON.parse(path) as [string, number?];
        const [key, index] = steps;
        if (key !== "short" && key !== "points") continue;
        const at = valueAt(...(steps as [string]));
        const name = key === "short" ? "`short`" : `Point ${(index ?? 0) + 1}`;
        const words = countWords([phrase.root]);
        const most = limits[key];
        if (words > most)
          report(`${name} has ${words} words, ${words - most} more than the ${most} allowed: cut it`, at);
        if (key === "short") {
          const fault = sentenceFault(phrase);
          if (fault !== undefined) report(fault, at);
        }
      }
    },
  }),
});

/** Abbreviations whose full stop ends no sentence. */
const abbreviation = /(?:^|[\s(])(?:[A-Za-z]|e\.g|i\.e|vs|cf|approx|resp|no|fig|eq|dr|al)\.$/i;

function sentenceFault({ root }: Phrase): string | undefined {
  const text = readAloud([root]).trim();
  // An empty one is reported by `unexpected-value`.
  if (text === "") return undefined;
  if (!/[.!?]["'”’)]*$/.test(text)) return "`short` is no whole sentence: end it with a full stop";
  for (const { index, 0: end } of text.matchAll(/[.!?]["'”’)]*\s+(?=["'“‘(]*\p{Lu})/gu)) {
    if (end.startsWith(".") && abbreviation.test(text.slice(0, index + 1))) continue;
    return "`short` has more than one sentence: keep the one to remember";
  }
  return undefined;
}
