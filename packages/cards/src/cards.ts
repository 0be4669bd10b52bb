import {
  type Block,
  formulaText,
  type Item,
  type Phrase,
  sampleParts,
  sectionOf,
  unreachable,
} from "@high-recall/core";
import { clueOf } from "../clue.ts";
import { list, paragraph } from "../draw.ts";

/** A card without looks: what is asked, and what is to be known. */
export interface PlainCard {
  readonly front: readonly Block[];
  readonly back: readonly Block[];
}

/** The cards of an item: the same questions as its Anki cards ask, and the short answers. */
export function cardsOf(item: Item): PlainCard[] {
  const title = words(item.title);
  const section = (name: string) => sectionOf(item, name)?.blocks ?? [];
  switch (item.kind) {
    case "question":
      return [{ front: [title], back: item.lead }];
    case "formula": {
      const formula: Block = { type: "math", value: item.tex };
      const symbols = item.symbols.map(({ tex, meaning }): Phrase["children"] => [
        { type: "inlineMath", value: tex },
        { type: "text", value: ": " },
        ...meaning.children,
      ]);
      const meaning = [title, ...(symbols.length === 0 ? [] : [list(symbols)])];
      return [
        { front: [title], back: [formula, ...formulaText(item)] },
        { front: [formula], back: meaning },
      ];
    }
    case "code": {
      const { task, solution, output } = sampleParts(item);
      return [{ front: [title, ...task], back: [solution, output].filter((block) => block !== undefined) }];
    }
    case "term":
      return [
        { front: [title], back: item.lead },
        { front: clueOf(item), back: [title] },
      ];
    case "pitfall":
      return [{ front: [title, ...item.lead], back: [...section("why-it-is-wrong"), ...section("instead")] }];
    case "guide":
    case "path":
      return [];
    default:
      return unreachable(item);
  }
}

function words(phrase: Phrase): Block {
  return paragraph(...phrase.children);
}
