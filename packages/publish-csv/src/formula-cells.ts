/**
 * A spreadsheet runs a cell that begins with one of these as a formula, which may send its data elsewhere (CWE-1236). Wide
 * forms count in East Asian versions.
 */
const ascii = /^[=+\-@\t\r]/;
const wide = /^[＝＋－＠]/;

/** Invisible, and no part of a formula. */
const wordJoiner = "\u2060";

/**
 * A cell that a spreadsheet takes for text. The usual apostrophe would show on cards: Markdown has an escape that
 * every reader removes, and plain text gets a character that nobody sees.
 */
export function asText(cell: string, syntax: "plain" | "markdown"): string {
  if (syntax === "markdown" && /^[=+\-@]/.test(cell)) return `\\${cell}`;
  return ascii.test(cell) || wide.test(cell) ? wordJoiner + cell : cell;
}
