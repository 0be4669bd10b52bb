import { type FormulaItem, type Inline, type PitfallItem, sectionOf } from "@high-recall/core";
import { sentencesOf } from "./sentences.ts";
import { wordsOfInlines } from "./word-count.ts";

/** The situation of a pitfall: the first sentence of its lead, since what follows tells what is wrong. */
export function situationOf(item: PitfallItem): Inline[] {
  return firstSentence(item.lead) ?? item.title.children;
}

/** Most words on the back of a card, besides the word "Why". */
const most = 39;

/** Why a pitfall is one: the first sentence of its section, if it is short enough to be recalled with the remedy. */
export function whyOf(item: PitfallItem): Inline[] {
  const why = firstSentence(sectionOf(item, "why-it-is-wrong")?.blocks ?? []) ?? [];
  return wordsOfInlines(item.short.children) + wordsOfInlines(why) > most ? [] : why;
}

/** When a formula is asked for: its sentence up to the colon or semicolon after which it tells what the formula is. */
export function occasionOf(item: FormulaItem): Inline[] {
  const occasion: Inline[] = [];
  for (const inline of item.short.children) {
    const found = inline.type === "text" ? /[;:](?=\s|$)/.exec(inline.value) : null;
    if (found === null || inline.type !== "text") {
      occasion.push(inline);
      continue;
    }
    return [...occasion, { ...inline, value: `${inline.value.slice(0, found.index)}.` }];
  }
  return occasion;
}

function firstSentence(blocks: PitfallItem["lead"]): Inline[] | undefined {
  const first = blocks.find((block) => block.type === "paragraph");
  return first === undefined ? undefined : sentencesOf(first.children)[0];
}
