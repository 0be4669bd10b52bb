/** An author's words in a message: between backticks, on one line, shortened, without control characters. */
export function quote(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  if (text === "") return "empty text";
  const characters = [...text.replace(/[\s\p{C}]+/gu, " ")];
  return `\`${characters.length > 60 ? `${characters.slice(0, 57).join("")}…` : characters.join("")}\``;
}

/** Words as a list in a sentence: `` `a`, `b` or `c` ``. */
export function listed(words: readonly string[], conjunction: "or" | "and" = "or"): string {
  const quoted = words.map(quote);
  const last = quoted.pop() ?? "";
  return quoted.length > 0 ? `${quoted.join(", ")} ${conjunction} ${last}` : last;
}
