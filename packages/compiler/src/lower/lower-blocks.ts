import type { Block, ListItem, TableRow } from "@high-recall/core";
import { figurePath, texOf } from "@high-recall/rules";
import type { Image, ImageReference, List, ListItem as ListItemNode, RootContent } from "mdast";
import { type LowerContext, unchecked } from "./lower-context.ts";
import { lowerInlines } from "./lower-inlines.ts";

/** Converts flow content to the closed subset. */
export function lowerBlocks(nodes: readonly RootContent[], context: LowerContext): Block[] {
  return nodes.flatMap((node) => lowerBlock(node, context));
}

function lowerBlock(node: RootContent, context: LowerContext): Block[] {
  switch (node.type) {
    case "paragraph": {
      const [first] = node.children;
      if (first?.type === "image" || first?.type === "imageReference") return [lowerFigure(first, context)];
      return [{ type: "paragraph", children: lowerInlines(node.children, context) }];
    }
    case "heading": {
      const { depth } = node;
      if (depth !== 2 && depth !== 3 && depth !== 4) return unchecked(node);
      return [{ type: "heading", depth, children: lowerInlines(node.children, context) }];
    }
    case "list":
      return [
        {
          type: "list",
          ordered: node.ordered === true,
          start: node.ordered === true ? (node.start ?? 1) : null,
          spread: isSpread(node),
          children: node.children.map(
            (entry): ListItem => ({
              type: "listItem",
              checked: entry.checked ?? null,
              children: lowerBlocks(entry.children, context),
            }),
          ),
        },
      ];
    case "blockquote":
      return [{ type: "blockquote", children: lowerBlocks(node.children, context) }];
    case "code": {
      const lang = node.lang ?? unchecked(node);
      const value = node.value.replaceAll("\r\n", "\n");
      return [{ type: "code", lang, value, data: { tokens: context.highlight(value, lang) } }];
    }
    case "math":
      return [{ type: "math", value: texOf(node) }];
    case "table": {
      const columns = node.children[0]?.children.length ?? 0;
      const children = node.children.map(
        (row): TableRow => ({
          type: "tableRow",
          children: row.children.map((cell) => ({
            type: "tableCell",
            children: lowerInlines(cell.children, context),
          })),
        }),
      );
      const align = Array.from({ length: columns }, (_, column) => node.align?.[column] ?? null);
      return [{ type: "table", align, children }];
    }
    case "thematicBreak":
      return [{ type: "thematicBreak" }];
    case "definition":
    case "yaml":
      return [];
    default:
      return unchecked(node);
  }
}

/** Whether an empty line is between entries or inside one. Parsers disagree about this after lists inside quotes. */
function isSpread(list: List): boolean {
  return isApart(list.children) || list.children.some((entry) => isApart(entry.children));
}

function isApart(nodes: readonly (ListItemNode | RootContent)[]): boolean {
  return nodes.some((node, index) => (nodes[index + 1]?.position?.start.line ?? 0) > lastLineOf(node) + 1);
}

function lastLineOf(node: ListItemNode | RootContent): number {
  if (node.type !== "list" && node.type !== "listItem" && node.type !== "blockquote")
    return node.position?.end.line ?? 0;
  const last: ListItemNode | RootContent | undefined = node.children.at(-1);
  return last === undefined ? (node.position?.start.line ?? 0) : lastLineOf(last);
}

function lowerFigure(node: Image | ImageReference, { definitions }: LowerContext): Block {
  const { url = "", title } = node.type === "image" ? node : (definitions.get(node.identifier) ?? {});
  return { type: "image", url: figurePath(url), alt: node.alt ?? "", ...(title ? { title } : {}) };
}
