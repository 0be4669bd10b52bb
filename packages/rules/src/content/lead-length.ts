import { definitionOf, type Kind, kinds } from "@high-recall/core";
import { atSpan } from "../fragment.ts";
import { isMap } from "../front-values.ts";
import { defineRuleWithOptions } from "../rule.ts";
import { countWords } from "../words.ts";

type Limits = Partial<Record<Kind, number>>;

/** An answer that takes longer than 30 seconds to say is too long for a card and for a lead. */
export const leadLength = defineRuleWithOptions<Limits>({
  name: "lead-length",
  severity: "error",
  description: "A question's lead has at most 80 words, a term's at most 60",
  read: readLimits,
  checks: (limits) => ({
    file({ front: { kind }, lead, body }, report) {
      const most = kind && limits[kind];
      if (kind === undefined || most === undefined) return;
      const words = countWords(lead);
      const at = atSpan(body, lead);
      if (words <= most || at === undefined) return;
      const [section] = definitionOf(kind).sections ?? [];
      report(
        `The lead has ${words} words, ${words - most} more than the ${most} allowed: cut it, or move detail to \`## ${section?.heading}\``,
        at,
      );
    },
  }),
});

function readLimits(value: unknown): Limits {
  const defaults = Object.fromEntries(
    kinds.flatMap((kind) => {
      const { words } = definitionOf(kind).lead;
      return words === undefined ? [] : [[kind, words]];
    }),
  );
  if (value === undefined) return defaults;
  const isLimit = ([kind, most]: [string, unknown]) =>
    Object.hasOwn(defaults, kind) && Number.isInteger(most) && Number(most) > 0;
  if (!isMap(value) || !Object.entries(value).every(isLimit)) {
    throw new Error("numbers of words by kind, such as `{question: 80, term: 60}`");
  }
  return { ...defaults, ...value };
}
