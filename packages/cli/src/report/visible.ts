/**
 * Untrusted text (a file's name, a line of a file), safe for a terminal: characters that move the cursor, change
 * colours or reverse the reading direction become U+FFFD, one for one, so that columns stay the same.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, "\uFFFD");
}

/** The same for text of several lines. */
export function visibleLines(text: string): string {
  return text.split("\n").map(visible).join("\n");
}
