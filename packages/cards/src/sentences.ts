import type { Inline } from "@high-recall/core";

/** The end of a sentence within text: its sign, closing quotes or brackets, and the spaces before the next sentence. */
const end = /[.!?]["'”’)\]]*(\s+)/g;

/** What a point after it does not end a sentence. */
const abbreviation = /(?:^|[\s(])(?:e\.g|i\.e|vs|cf|etc|al|approx|Fig|Eq|No|Dr|Mr|Mrs|St|[A-Z])\.$/;

/** The sentences of a paragraph; formulas, code and emphasis are within one. */
export function sentencesOf(inlines: readonly Inline[]): Inline[][] {
  const sentences: Inline[][] = [[]];
  const add = (inline: Inline) => sentences.at(-1)?.push(inline);
  for (const [index, inline] of inlines.entries()) {
    if (inline.type !== "text") {
      add(inline);
      continue;
    }
    let from = 0;
    for (const found of inline.value.matchAll(end)) {
      const stop = found.index + found[0].length - (found[1] ?? "").length;
      const next = found.index + found[0].length;
      const isLast = next === inline.value.length;
      const begins = isLast
        ? inlines[index + 1] !== undefined
        : /^["'“‘([]*[\p{Lu}\p{N}]/u.test(inline.value.slice(next));
      if (!begins || abbreviation.test(inline.value.slice(from, stop))) continue;
      add({ ...inline, value: inline.value.slice(from, stop) });
      sentences.push([]);
      from = next;
    }
    const rest = inline.value.slice(from);
    const value = index === inlines.length - 1 ? rest.trimEnd() : rest;
    if (value !== "") add({ ...inline, value });
  }
  return sentences.filter((sentence) => sentence.length > 0);
}
