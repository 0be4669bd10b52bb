import type { Nodes } from "mdast";

/** Number of words: a formula or inline code counts as one; tables, display math, code blocks and images as none. */
export function countWords(blocks: readonly Nodes[]): number {
  const words = readAloud(blocks).split(/[\s—]+/u);
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Text as a reader says it: a formula or inline code is `x`; tables, display math, code blocks and images are silent. */
export function readAloud(nodes: readonly Nodes[]): string {
  return nodes.map(readNode).join("");
}

function readNode(node: Nodes): string {
  switch (node.type) {
    case "text":
      return node.value;
    case "inlineMath":
    case "inlineCode":
      return "x";
    case "break":
      return " ";
    case "table":
      return "";
    case "paragraph":
    case "heading":
      return `${readAloud(node.children)}\n`;
    default:
      return "children" in node ? readAloud(node.children) : "";
  }
}
