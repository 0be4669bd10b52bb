import type { Nodes } from "mdast";

/** Words as read: a formula or a piece of inline code is one; tables, display math, code blocks and images are none. */
export function countWords(blocks: readonly Nodes[]): number {
  const words = readAloud(blocks).split(/[\s—]+/u);
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function readAloud(nodes: readonly Nodes[]): string {
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
