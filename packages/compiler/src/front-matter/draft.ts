import type { ParsedFrontMatter } from "@high-recall/rules";

/**
 * Whether an item is a draft: `draft: true` in its front matter. Where the front matter cannot be read, a line that says so
 * is enough, since the faults of a draft must not stop anybody.
 */
export function isDraft(text: string, front: ParsedFrontMatter | undefined): boolean {
  if (front?.state === "read") return front.values.draft === true;
  return /^draft:[ \t]+true[ \t]*(?:#.*)?$/m.test(headOf(text));
}

/** The front matter as far as it can be found: up to the second line of dashes, or a length that none has. */
function headOf(text: string): string {
  if (!/^\ufeff?---/.test(text)) return "";
  const head = text.slice(4, 20_000).replaceAll("\r", "\n");
  const end = head.search(/^---[ \t]*$/m);
  return end < 0 ? head : head.slice(0, end);
}
