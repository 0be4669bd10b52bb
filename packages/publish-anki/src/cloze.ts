import type { Block, Inline, ListItem, TableCell, TableRow } from "@high-recall/core";
import type { Draw } from "./draw.ts";

/** The largest number of a cloze card in Anki; further gaps share it. */
const largest = 500;

const goneText = "This gap is gone: you may suspend this card";

/**
 * HTML of blocks with each mark as a cloze deletion; empty when they have no mark. Marks are numbered in order; those of one
 * list entry share a number, since an entry is recalled as a whole.
 *
 * @param released how many numbers learners have cards for: each is kept, or its card would be empty
 */
export function drawClozes(blocks: readonly Block[], draw: Draw, released = 0): string {
  const numbers = numberMarks(blocks);
  if (numbers.length === 0) return "";
  let at = 0;
  // The renderer escapes an author's `<`, so this finds its own elements only.
  const html = draw.blocks(blocks).replaceAll(/<mark>(.*?)<\/mark>/gs, (_, inside: string) => {
    const number = numbers[at++];
    return deletion(number ?? largest, escapeInside(inside));
  });
  if (at !== numbers.length) throw new Error(`${numbers.length} marks were drawn as ${at}`);
  const gone = numbersFrom(Math.max(...numbers) + 1, released).map(
    (number) => `<p class="gone">${deletion(number, `${goneText}::${goneText}`)}</p>`,
  );
  return [html, ...gone].join("\n");
}

/** A text with one deletion for each number, which keeps all cards of a retired note. */
export function keepClozes(cards: number, text: string): string {
  return numbersFrom(1, cards)
    .map((number) => deletion(number, escapeInside(text)))
    .join(" ");
}

function deletion(number: number, inside: string): string {
  return `{{c${number}::${inside}}}`;
}

function numbersFrom(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

type Node = Block | Inline | ListItem | TableRow | TableCell;

/** The number of each mark, in drawing order. */
function numberMarks(blocks: readonly Block[]): number[] {
  const numbers: number[] = [];
  let last = 0;
  const next = () => {
    last = Math.min(last + 1, largest);
    return last;
  };
  const visit = (node: Node, entry: { number?: number } | undefined): void => {
    if (node.type === "mark") {
      const number = entry?.number ?? next();
      if (entry !== undefined) entry.number = number;
      numbers.push(number);
    } else if ("children" in node) {
      const around = node.type === "listItem" ? {} : entry;
      for (const child of node.children) visit(child, around);
    }
  };
  for (const block of blocks) visit(block, undefined);
  return numbers;
}

/**
 * Escapes what would end a deletion (`}}`, also together with the deletion's own end) or begin its hint (`::`): in TeX by a
 * space, which has no meaning there and survives an edit in Anki, elsewhere by a character reference.
 */
function escapeInside(html: string): string {
  return html
    .replaceAll(/\\\(.*?\\\)/gs, (tex) => tex.replaceAll(/\}(?=\})/g, "} ").replaceAll(/:(?=:)/g, ": "))
    .replaceAll(/\}(?=\}|$)/g, "&#125;")
    .replaceAll(/:(?=:)/g, "&#58;");
}
