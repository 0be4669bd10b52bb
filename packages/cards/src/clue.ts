import { type Inline, mapInlines, type Phrase, type TermItem } from "@high-recall/core";

/** Replaces the name of the term. */
const blank = "_____";

/** What a term is, in one sentence without its names: the front of the card "Which term is this?". */
export function clueOf(item: TermItem): Inline[] {
  const names = [item.title, ...item.aliases].map(textOf).filter((name) => name.length > 1);
  const sentence = item.short.children;
  if (names.length === 0) return sentence;
  // The longest first: "gradient descent" before "gradient".
  const pattern = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replaceAll(/\s+/g, "\\s+"))
    .join("|");
  const name = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?:e?s)?(?![\\p{L}\\p{N}])`, "giu");
  // Changes prose only: code and formulas stay as they are.
  return mapInlines(sentence, (inline) =>
    inline.type === "text" ? [{ ...inline, value: inline.value.replaceAll(name, blank) }] : [inline],
  );
}

/** In a sentence, `Precision (classification)` is just `Precision`. */
function textOf(phrase: Phrase): string {
  return phrase.text.replace(/\s*\(.*\)$/, "").trim();
}
