import { type Block, plainText, unreachable } from "@high-recall/core";

/** Blocks as lines of plain text: formulas as TeX, table cells separated by bars. */
export function plainLines(blocks: readonly Block[]): string[] {
  return blocks.flatMap(linesOf);
}

function linesOf(block: Block): string[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return [plainText(block.children)];
    case "math":
    case "code":
      return block.value.split("\n");
    case "blockquote":
      return plainLines(block.children);
    case "list":
      return block.children.flatMap((entry, index) => {
        const mark = block.ordered ? `${(block.start ?? 1) + index}.` : "•";
        const [first = "", ...others] = plainLines(entry.children);
        return [`${mark} ${first}`, ...others.map((line) => `  ${line}`)];
      });
    case "table":
      return block.children.map((row) => row.children.map((cell) => plainText(cell.children)).join(" | "));
    case "image":
      return block.alt === "" ? [] : [`[${block.alt}]`];
    case "thematicBreak":
      return [];
    default:
      return unreachable(block);
  }
}
