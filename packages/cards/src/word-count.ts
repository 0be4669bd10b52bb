import { type Block, type Inline, mapInlines, plainText, text, unreachable } from "@high-recall/core";

/**
 * Words to recall: a formula or inline code is one, a block of code or a table none, since they are seen at a glance.
 */
export function wordCount(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + wordsOfBlock(block), 0);
}

export function wordsOfInlines(inlines: readonly Inline[]): number {
  return textOf(inlines)
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
function textOf(inlines: readonly Inline[]): string {
  const asWord = (inline: Inline): Inline[] =>
    inline.type === "inlineCode" || inline.type === "inlineMath" ? [text("x")] : [inline];
  return plainText(mapInlines(inlines, asWord));
}
