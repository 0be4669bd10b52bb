import { type Block, type Inline, paragraph, text } from "@high-recall/core";
import type { RootContent } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { mathToMarkdown } from "mdast-util-math";
import { toMarkdown } from "mdast-util-to-markdown";

/** Blocks as Markdown. Formulas are between `$$`, also inline: Mochi and RemNote read no single `$`. */
export function markdownOf(blocks: readonly Block[]): string {
  const children = blocks.filter(({ type }) => type !== "thematicBreak").map(portable) as RootContent[];
  const markdown = toMarkdown(
    { type: "root", children },
    { bullet: bulletFor(children[0]), extensions: [gfmToMarkdown(), mathToMarkdown({ singleDollarTextMath: false })] },
  );
  return markdown.trim();
}

/** A spreadsheet takes a cell that begins with `-` for a formula. */
function bulletFor(first: RootContent | undefined): "-" | "*" {
  return first?.type === "list" && !first.ordered ? "*" : "-";
}

/** A block for other apps: figures become their descriptions, links to items plain text. */
function portable(node: Block): Block {
  if (node.type === "image") return paragraph({ type: "emphasis", children: [text(node.alt)] });
  return portableNode(node) as Block;
}

function portableNode(node: object): object {
  if (!("children" in node) || !Array.isArray(node.children)) return node;
  return { ...node, children: node.children.flatMap((child) => portableChild(child as Block | Inline)) };
}

function portableChild(child: Block | Inline): object[] {
  switch (child.type) {
    case "image":
      return [portable(child)];
    case "thematicBreak":
      return [];
    case "link":
      return child.data === undefined ? [portableNode(child)] : child.children.flatMap(portableChild);
    case "mark":
      // Markdown has no marks, and a table of cards hides no words.
      return child.children.flatMap(portableChild);
    case "text":
      // Mochi hides text between double braces as a cloze.
      return [text(child.value.replaceAll("{{", "{\u2060{").replaceAll("}}", "}\u2060}"))];
    default:
      return [portableNode(child)];
  }
}
