import type { Block, Inline } from "@high-recall/core";
import type { RootContent } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { mathToMarkdown } from "mdast-util-math";
import { toMarkdown } from "mdast-util-to-markdown";

/** Blocks as Markdown; formulas stand between `$$`, as Mochi and RemNote read them. */
export function markdownOf(blocks: readonly Block[]): string {
  const children = blocks.filter(({ type }) => type !== "thematicBreak").map(carried) as RootContent[];
  const markdown = toMarkdown(
    { type: "root", children },
    { bullet: "-", extensions: [gfmToMarkdown(), mathToMarkdown({ singleDollarTextMath: false })] },
  );
  return markdown.trim();
}

/** A block without what does not leave the curriculum: figures become their descriptions, links to items their words. */
function carried(node: Block): Block {
  if (node.type === "image") return { type: "paragraph", children: [{ type: "emphasis", children: [text(node.alt)] }] };
  return carriedNode(node) as Block;
}

function carriedNode(node: object): object {
  if (!("children" in node) || !Array.isArray(node.children)) return node;
  return { ...node, children: node.children.flatMap((child) => carriedChild(child as Block | Inline)) };
}

function carriedChild(child: Block | Inline): object[] {
  switch (child.type) {
    case "image":
      return [carried(child)];
    case "thematicBreak":
      return [];
    case "link":
      return child.data === undefined ? [carriedNode(child)] : child.children.flatMap(carriedChild);
    case "mark":
      // Markdown has no marks; what is shown here is the answer.
      return child.children.flatMap(carriedChild);
    case "text":
      // Two braces would hide what is between them.
      return [text(child.value.replaceAll("{{", "{\u2060{").replaceAll("}}", "}\u2060}"))];
    default:
      return [carriedNode(child)];
  }
}

function text(value: string): Inline {
  return { type: "text", value };
}
