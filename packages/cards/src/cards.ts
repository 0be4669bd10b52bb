import {
  type Block,
  bulletList,
  codeParts,
  formulaText,
  type Inline,
  type Item,
  paragraph,
  sectionOf,
  text,
  unreachable,
} from "@high-recall/core";
import { clueOf } from "./clue.ts";

/** A flashcard without layout: the question and the short answer. */
export interface Card {
  readonly front: readonly Block[];
  readonly back: readonly Block[];
}

/** The cards of an item, in a fixed order. Guides and paths have none. */
export function cardsOf(item: Item): Card[] {
  const title = paragraph(...item.title.children);
  switch (item.kind) {
    case "question":
      return [{ front: [title], back: item.lead }];
    case "formula": {
      const formula: Block = { type: "math", value: item.tex };
      const symbols = item.symbols.map(({ tex, meaning }): Inline[] => [
        { type: "inlineMath", value: tex },
        text(": "),
        ...meaning.children,
      ]);
      const meaning = [title, ...(symbols.length === 0 ? [] : [bulletList(symbols)])];
      return [
        { front: [title], back: [formula, ...formulaText(item)] },
        { front: [formula], back: meaning },
      ];
    }
    case "code": {
      const { task, solution, output } = codeParts(item);
      return [{ front: [title, ...task], back: [solution, output].filter((block) => block !== undefined) }];
    }
    case "term":
      return [
        { front: [title], back: item.lead },
        { front: clueOf(item), back: [title] },
      ];
    case "pitfall":
      return [
        {
          front: [title, ...item.lead],
          back: [sectionOf(item, "why-it-is-wrong"), sectionOf(item, "instead")].flatMap((each) => each?.blocks ?? []),
        },
      ];
    case "guide":
    case "path":
      return [];
    default:
      return unreachable(item);
  }
}
