import { factsOf, isMap } from "../facts.ts";
import { outlineOf } from "../outline.ts";
import { span } from "../place.ts";
import { report } from "../report.ts";
import { defineRuleWithOptions } from "../rule.ts";
import { countWords } from "../words.ts";

interface Limits {
  readonly question: number;
  readonly term: number;
}

/** What cannot be said in 30 seconds does not fit a card, and is not an answer to lead with. */
export const leadLength = defineRuleWithOptions<Limits>({
  name: "lead-length",
  severity: "error",
  description: "A question's lead has at most 80 words, a term's at most 60",
  read: readLimits,
  check(tree, file, limits) {
    const kind = factsOf(file).matter?.kind;
    if (kind !== "question" && kind !== "term") return;
    const { lead } = outlineOf(tree);
    const words = countWords(lead);
    const most = limits[kind];
    if (words <= most) return;
    const rest = kind === "question" ? "In depth" : "Example";
    report(
      file,
      `Unexpected lead of ${words} words, expected at most ${most}: cut ${words - most}, or move detail to \`## ${rest}\``,
      span(lead),
    );
  },
});

function readLimits(value: unknown): Limits {
  const defaults = { question: 80, term: 60 };
  if (value === undefined) return defaults;
  const isLimit = ([kind, most]: [string, unknown]) =>
    Object.hasOwn(defaults, kind) && Number.isInteger(most) && Number(most) > 0;
  if (!isMap(value) || !Object.entries(value).every(isLimit)) {
    throw new Error("numbers of words by kind, such as `{question: 80, term: 60}`");
  }
  return { ...defaults, ...value };
}
