/** An author's words in a message: between backticks, on one line, shortened, and nothing that a terminal would obey. */
export function quote(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ");
  const characters = [...line];
  return `\`${characters.length > 60 ? `${characters.slice(0, 57).join("")}…` : line}\``;
}
