// How many words the backs of a package's cards have: node packages/publish-anki/test/card-words.ts package.apkg …
// A formula or inline code is one word, a block of code or a table none, and what is folded is not counted; of a card that is
// filled in place only what is filled in. Prints the median, the 95th percentile and the longest of each note type and of all,
// then the cards above 40 words. Exits with 1 when the median of all is above 18, or the 95th percentile above 40.
import { readFileSync } from "node:fs";
import { read } from "@high-recall/apkg";
import { openDatabase as open } from "@high-recall/apkg/node";
import { type RenderedCard, renderCards } from "./render-card.ts";

const most = { median: 18, almostAll: 40 };

/** The HTML that the answer adds to the question, without what is folded and the links at the end. */
function backOf({ question, answer }: RenderedCard): string {
  const back = answer.startsWith(question)
    ? answer.slice(question.length)
    : `${answer.slice(answer.indexOf('class="note back'))}`;
  const gap = /<span class="cloze"[^>]*>(.*?)<\/span>/s.exec(answer)?.[1] ?? "";
  return `${gap} ${back.replaceAll(/<details>.*?<\/details>|<nav .*?<\/nav>/gs, " ")}`;
}

function wordsOf(html: string): number {
  const text = html
    .replaceAll(/<(table|pre|svg)\b.*?<\/\1>/gs, " ")
    // One formula, in pieces between which a line may break.
    .replaceAll(/<div class="relations.*?<\/div><\/div>/gs, " x ")
    .replaceAll(/(?:\\\(.*?\\\))+|<code>.*?<\/code>|\\\[.*?\\\]/gs, "x")
    .replaceAll(/<[^>]*>/g, (tag) => (/^<\/?(?:em|strong|a|span|mark|del)\b/.test(tag) ? "" : " "))
    .replaceAll(/&[#\w]+;/g, "-");
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

const files = process.argv.slice(2);
if (files.length === 0) throw new Error("Expected a package");
const cards = files
  .flatMap((file) => renderCards(read(readFileSync(file), { open })))
  .map((card) => ({
    name: `${card.key} (${card.template})`,
    noteType: card.noteType.split(": ").at(-1) ?? "",
    words: wordsOf(backOf(card)),
  }));

const groups = new Map<string, number[]>();
for (const { noteType, words } of cards) groups.set(noteType, [...(groups.get(noteType) ?? []), words]);
const all = cards.map(({ words }) => words);
const at = (words: readonly number[], share: number) =>
  words.toSorted((a, b) => a - b)[Math.min(words.length - 1, Math.floor(words.length * share))] ?? 0;
console.log("note type     cards  median  95 %  longest");
for (const [name, words] of [...groups, ["all", all] as const]) {
  const numbers = [words.length, at(words, 0.5), at(words, 0.95), at(words, 1)].map((value) =>
    String(value).padStart(7),
  );
  console.log(`${name.padEnd(11)}${numbers.join("")}`);
}
for (const { name, words } of cards.filter((card) => card.words > most.almostAll))
  console.log(`${words} words: ${name}`);
process.exitCode = at(all, 0.5) <= most.median && at(all, 0.95) <= most.almostAll ? 0 : 1;
