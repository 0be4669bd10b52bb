import { type Block, type Inline, unreachable } from "@high-recall/core";

/**
 * Words to recall: a formula or inline code is one, a block of code or a table none, since they are seen at a glance.
 */
export function wordCount(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + wordsOfBlock(block), 0);
}

export function wordsOfInlines(inlines: readonly Inline[]): number {
  return inlines
    .map(textOf)
    .join("")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function wordsOfBlock(block: Block): number {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return wordsOfInlines(block.children);
    case "list":
      return block.children.reduce((sum, entry) => sum + wordCount(entry.children), 0);
    case "blockquote":
      return wordCount(block.children);
    case "math":
      return 1;
    case "code":
    case "table":
    case "image":
    case "thematicBreak":
      return 0;
    default:
      return unreachable(block);
  }
}

/** Text in which a formula and code are one word together with the signs that they touch. */
function textOf(inline: Inline): string {
  switch (inline.type) {
    case "text":
      return inline.value;
    case "inlineCode":
    case "inlineMath":
      return "x";
    case "break":
      return " ";
    case "emphasis":
    case "strong":
    case "delete":
    case "mark":
    case "link":
      return inline.children.map(textOf).join("");
    default:
      return unreachable(inline);
  }
}
