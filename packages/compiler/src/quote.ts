/** Words as a reader lists them: `` `a`, `b` or `c` ``. */
export function listed(words: readonly string[]): string {
  const quoted = words.map(quote);
  const last = quoted.pop() ?? "";
  return quoted.length > 0 ? `${quoted.join(", ")} or ${last}` : last;
}

/** A value between backticks, shortened when it is long, on one line. */
export function quote(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  if (text === "") return "empty text";
  const line = text.replace(/[\s\p{C}]+/gu, " ");
  return `\`${line.length > 60 ? `${[...line].slice(0, 57).join("")}…` : line}\``;
}
