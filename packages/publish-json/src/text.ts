import { type Block, type Image, type List, type ListItem, plainText, unreachable } from "@high-recall/core";

/** Blocks without markup, for search, previews and reading aloud: a formula is its TeX, a figure its description. */
export function textOf(blocks: readonly Block[]): string {
  return blocks
    .map(textOfBlock)
    .filter((text) => text !== "")
    .join("\n\n");
}

function textOfBlock(block: Block): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return plainText(block.children);
    case "list":
      return textOfList(block);
    case "code":
    case "math":
      return block.value;
    case "table":
      return block.children.map((row) => row.children.map((cell) => plainText(cell.children)).join("\t")).join("\n");
    case "blockquote":
      return textOf(block.children);
    case "image":
      return textOfImage(block);
    case "thematicBreak":
      return "";
    default:
      return unreachable(block);
  }
}

function textOfList(list: List): string {
  const marker = (index: number) => (list.ordered ? `${(list.start ?? 1) + index}. ` : "- ");
  return list.children.map((item, index) => textOfEntry(item, marker(index))).join("\n");
}

/** Indents an entry's further lines to its first word. */
function textOfEntry(item: ListItem, marker: string): string {
  const task = item.checked === null ? "" : item.checked ? "[x] " : "[ ] ";
  const lines = textOf(item.children).split(/\n+/);
  return `${marker}${task}${lines.join(`\n${" ".repeat(marker.length)}`)}`;
}

function textOfImage(image: Image): string {
  return image.title === undefined ? image.alt : `${image.title}: ${image.alt}`;
}
