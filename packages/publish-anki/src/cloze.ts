import { sentencesOf } from "@high-recall/cards";
import {
  type Block,
  type ListItem,
  nodesOf,
  paragraph,
  plainText,
  type TableCell,
  type TableRow,
  visit,
} from "@high-recall/core";
import type { Draw } from "./draw.ts";

/** The largest number of a cloze card in Anki; further gaps share it. */
const largest = 500;

/** A stretch of a lead that is asked alone: a sentence, or the sentences of a list entry, with its marks. */
export interface ClozeText {
  readonly blocks: readonly Block[];
  /** Its plain text. */
  readonly text: string;
  /** What its marks hide. */
  readonly marks: readonly string[];
  /** Whether its marks are one gap. */
  readonly isEntry?: true;
}

/**
 * What is asked of the marks of a lead. A list entry is recalled as a whole, so it is one text; a row of a table is shown below
 * its head.
 */
export function clozeTexts(blocks: readonly Block[]): ClozeText[] {
  return blocks.flatMap((block): ClozeText[] => {
    switch (block.type) {
      case "paragraph":
      case "heading":
        return sentencesOf(block.children).flatMap((sentence) => textOf([paragraph(...sentence)]));
      case "list":
        return block.children.flatMap((entry) => textsOfEntry(entry));
      case "blockquote":
        return clozeTexts(block.children);
      case "table": {
        const [head, ...rows] = block.children;
        const below = (row: TableRow): Block => ({
          ...block,
          children: head === undefined ? [row] : [unmarked(head), row],
        });
        return [
          ...(head === undefined ? [] : textOf([{ ...block, children: [head] }])),
          ...rows.flatMap((row) => textOf([below(row)])),
        ];
      }
      case "code":
      case "math":
      case "image":
      case "thematicBreak":
        return [];
      default:
        return block satisfies never;
    }
  });
}

/** The own text of a list entry, then those of the lists and other blocks in it. */
function textsOfEntry({ children }: ListItem): ClozeText[] {
  const own = children.filter(({ type }) => type === "paragraph");
  const inner = children.filter(({ type }) => type !== "paragraph");
  return [...textOf(own).map((text) => ({ ...text, isEntry: true as const })), ...clozeTexts(inner)];
}

function textOf(blocks: readonly Block[]): ClozeText[] {
  const marks = nodesOf(blocks, "mark").map(({ children }) => plainText(children));
  if (marks.length === 0) return [];
  const words: string[] = [];
  visit(blocks, (node) => {
    if (node.type === "paragraph" || node.type === "tableCell") words.push(plainText(node.children));
  });
  return [{ blocks, text: words.join(" "), marks }];
}

/** A row whose marks are plain words: it only names the columns. */
function unmarked(row: TableRow): TableRow {
  const cell = ({ children, ...rest }: TableCell): TableCell => ({
    ...rest,
    children: children.flatMap((inline) => (inline.type === "mark" ? inline.children : [inline])),
  });
  return { ...row, children: row.children.map(cell) };
}

const goneText = "This gap is gone: you may suspend this card";

/**
 * HTML of a text with each mark as a cloze deletion. Marks are numbered in order; those of a list entry share a number.
 *
 * @param released how many numbers learners have cards for: each is kept, or its card would be empty
 */
export function drawClozes({ blocks, isEntry }: ClozeText, draw: Draw, released = 0): string {
  let number = 0;
  // The renderer escapes an author's `<`, so this finds its own elements only.
  const html = draw.blocks(blocks).replaceAll(/<mark>(.*?)<\/mark>/gs, (_, inside: string) => {
    number = isEntry ? 1 : Math.min(number + 1, largest);
    return deletion(number, escapeInside(inside));
  });
  const gone = numbersFrom(number + 1, released).map(
    (each) => `<p class="gone">${deletion(each, `${goneText}::${goneText}`)}</p>`,
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
