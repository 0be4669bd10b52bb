import type { Phrase, TermItem } from "@high-recall/core";
import { readableText } from "@high-recall/typeset";

/** Aliases of a term that its title does not contain. */
export function otherNames({ title, aliases }: TermItem): Phrase[] {
  const said = boundedWords(title.children);
  return aliases.filter(({ children }) => !said.includes(boundedWords(children)));
}

/** Words separated and enclosed by spaces, so that `includes` matches whole words only. */
function boundedWords(children: Phrase["children"]): string {
  const words = readableText(children)
    .toLowerCase()
    .split(/[^\p{L}\d.+#-]+/u);
  return ` ${words.filter(Boolean).join(" ")} `;
}
