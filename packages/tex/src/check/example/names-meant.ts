import { brief, pairNames } from "../pair-names.ts";
import { checkSymbols } from "../symbols/check-symbols.ts";
import type { ExampleMessage, PreparedExample } from "./prepared-example.ts";

/**
 * Where a name of the formula has no value and the example has one that the formula lacks, the example's is at fault: it is
 * reported there, once, with the name that was meant.
 */
export function withNamesMeant(
  tex: string,
  messages: readonly ExampleMessage[],
  { keys, example }: PreparedExample,
): readonly ExampleMessage[] {
  const missing = messages.flatMap(({ missing: symbol }) => (symbol === undefined ? [] : [{ symbol }]));
  if (missing.length === 0) return messages;
  const { unused } = checkSymbols(tex, keys);
  const pairs = pairNames(unused, missing);
  const meant = new Set(pairs.map((pair) => pair.meant.symbol));
  const paired = new Set(pairs.map(({ given }) => given));
  const toMessage = (entry: string, reason: string, by?: string): ExampleMessage => ({
    ...{ reason, start: 0, end: 0, entry },
    ...(by === undefined ? {} : { by }),
    ...(example === undefined ? {} : { example }),
  });
  return [
    ...pairs.map(({ given, meant: { symbol } }) => {
      const by = brief(symbol);
      const reason = `The formula does not use \`${given}\`: did you mean \`${by}\`?`;
      return { ...toMessage(given, reason, by), missing: symbol };
    }),
    ...unused
      .filter((given) => !paired.has(given) && messages.every(({ entry }) => entry !== given))
      .map((given) => toMessage(given, notUsed(given))),
    ...messages.filter(({ missing: name, entry }) => !meant.has(name ?? "") && !paired.has(entry ?? "")),
  ];
}

/** The reason for an entry that the formula lacks. */
export function notUsed(entry: string): string {
  return `The formula does not use \`${entry}\`: remove it, or spell it as in the formula`;
}
