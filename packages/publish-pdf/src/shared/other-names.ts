import type { Phrase, TermItem } from "@high-recall/core";
import { readableText } from "@high-recall/typeset";

/** Names of a term that its title does not say already. */
export function otherNames({ title, aliases }: TermItem): Phrase[] {
  const said = boundedWords(title.children);
  return aliases.filter(({ children }) => !said.includes(boundedWords(children)));
}

/** Words between spaces, so that one text holds another only at the bounds of words. */
function boundedWords(children: Phrase["children"]): string {
  const words = readableText(children)
    .toLowerCase()
    .split(/[^\p{L}\d.+#-]+/u);
  return ` ${words.filter(Boolean).join(" ")} `;
}
