/**
 * Untrusted text (a file's name, a line of a file), safe for a terminal: characters that move the cursor, change
 * colours or reverse the reading direction become U+FFFD, one for one, so that columns stay the same.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, "\uFFFD");
}
