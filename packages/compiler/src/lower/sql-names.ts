import type { Token } from "@high-recall/core";

/**
 * Grammars of SQL take each word for a keyword that is one in some dialect, such as `day` and `size`. Where keywords
 * stand in capitals, as they mostly do, such a word in lower case is the name of a column.
 */
export function withoutFalseKeywords(lines: Token[][]): Token[][] {
  const hasCapitals = lines.some((line) => line.some(({ text, scope }) => scope === "keyword" && /\p{Lu}/u.test(text)));
  if (!hasCapitals) return lines;
  return lines.map((line) =>
    line.map((token) => (token.scope === "keyword" && !/\p{Lu}/u.test(token.text) ? { text: token.text } : token)),
  );
}
