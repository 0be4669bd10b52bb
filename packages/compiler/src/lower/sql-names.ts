import type { Token } from "@high-recall/core";

/**
 * SQL grammars treat a word as a keyword if it is one in any dialect, such as `day` and `size`. Where keywords
 * are in capitals, as usual, such a word in lower case is the name of a column.
 */
export function withoutFalseKeywords(lines: Token[][]): Token[][] {
  const hasCapitals = lines.some((line) => line.some(({ text, scope }) => scope === "keyword" && /\p{Lu}/u.test(text)));
  if (!hasCapitals) return lines;
  return lines.map((line) =>
    line.map((token) => (token.scope === "keyword" && !/\p{Lu}/u.test(token.text) ? { text: token.text } : token)),
  );
}
