/**
 * Text that somebody else wrote (a file's name, a line of a file), fit for a terminal: what would move the cursor, change
 * colours or turn the reading direction becomes U+FFFD, one for one, so that columns stay what they are.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, "\uFFFD");
}
