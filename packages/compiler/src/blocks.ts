import {
  type Block,
  fenceLanguages,
  type Image,
  type ListItem,
  listed,
  quote,
  suggest,
  suggestLanguage,
  type TableRow,
} from "@high-recall/core";
import type {
  Code,
  Heading,
  Image as ImageNode,
  ImageReference,
  List,
  ListItem as ListItemNode,
  Nodes,
  RootContent,
  Table,
} from "mdast";
import { alignBlock, checkFormula } from "./formulas.ts";
import { extent, type Ground, placeNode, sourceOf } from "./ground.ts";
import { lowerInlines } from "./inlines.ts";
import { report, reportOnce } from "./report.ts";

/** Flow content to the closed subset; what is outside it becomes a message and is left out. */
export function lowerBlocks(nodes: readonly RootContent[], ground: Ground, parent: Nodes): Block[] {
  return nodes.flatMap((node) => lowerBlock(node, ground, parent));
}

function lowerBlock(node: RootContent, ground: Ground, parent: Nodes): Block[] {
  switch (node.type) {
    case "paragraph": {
      const [first, ...others] = node.children;
      if ((first?.type === "image" || first?.type === "imageReference") && others.length === 0)
        return lowerFigure(first, ground, node);
      return [{ type: "paragraph", children: lowerInlines(node.children, ground, node) }];
    }
    case "heading":
      return lowerHeading(node, ground, parent);
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
              children: lowerBlocks(entry.children, ground, entry),
            }),
          ),
        },
      ];
    case "blockquote":
      return [{ type: "blockquote", children: lowerBlocks(node.children, ground, node) }];
    case "code":
      return lowerCode(node, ground);
    case "math":
      return lowerMath(node, ground);
    case "table":
      return lowerTable(node, ground);
    case "thematicBreak":
      return [{ type: "thematicBreak" }];
    case "definition":
    case "yaml":
      return [];
    case "html":
      return refuse(node, ground, parent, "raw HTML", "Markdown: write it without tags");
    case "footnoteDefinition":
      return refuse(node, ground, parent, "footnote", "the note itself: say it in the text");
    default:
      return refuse(
        node,
        ground,
        parent,
        `\`${(node as Nodes).type}\``,
        "a paragraph, list, code, math, table, quote or figure",
      );
  }
}

/** Whether an empty line stands between entries or inside one. Parsers differ in this after lists that stand in quotes. */
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

function refuse(node: Nodes, ground: Ground, parent: Nodes, what: string, expected: string): [] {
  reportOnce(ground.file, "closed-subset", `Unexpected ${what}, expected ${expected}`, placeNode(node, ground, parent));
  return [];
}

/** Headings that cut sections never come here, except in a topic's introduction. */
function lowerHeading(node: Heading, ground: Ground, parent: Nodes): Block[] {
  if (parent.type !== "root") {
    const reason = "Unexpected heading inside a list or quote, expected it at the start of a line";
    reportOnce(ground.file, "heading-depth", reason, placeNode(node, ground));
    return [];
  }
  const depth = bodyDepth(node, ground);
  return depth === undefined ? [] : [{ type: "heading", depth, children: lowerInlines(node.children, ground, node) }];
}

/** The depth of a heading that a body may have. */
function bodyDepth(node: Heading, ground: Ground): 2 | 3 | 4 | undefined {
  switch (node.depth) {
    case 2:
    case 3:
    case 4:
      return node.depth;
    default: {
      const reason = `Unexpected heading of depth ${node.depth}, expected \`##\`, \`###\` or \`####\`: the title stands in the front matter`;
      reportOnce(ground.file, "heading-depth", reason, placeNode(node, ground));
      return undefined;
    }
  }
}

function lowerFigure(node: ImageNode | ImageReference, ground: Ground, parent: Nodes): Image[] {
  const { url = "", title } = node.type === "image" ? node : (ground.definitions.get(node.identifier) ?? {});
  const path = decode(url).replace(/^(?:\.\/)+/, "");
  if (!ground.figures.has(path)) {
    const meant = suggest(path, ground.figures);
    const expected = meant === undefined ? "the path of an SVG or PNG in the topic's `figures/`" : quote(meant);
    reportOnce(
      ground.file,
      "figure-exists",
      `Unexpected image ${quote(url)}, expected ${expected}`,
      placeNode(node, ground, parent),
    );
  }
  const written = /^!\[((?:[^\]\\]|\\.)*)\]/s.exec(sourceOf(node, ground))?.[1] ?? "";
  if (/(?<!\\)\$[^$]+\$/.test(written)) {
    // Parsers do not agree on what is left of it, and a screen reader cannot read it.
    const reason = "Unexpected formula in the text of an image, expected words: say what the picture shows";
    report(ground.file, "figure-alt", reason, placeNode(node, ground, parent));
  }
  return [{ type: "image", url: path, alt: node.alt ?? "", ...(title ? { title } : {}) }];
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function lowerCode(node: Code, ground: Ground): Block[] {
  const place = () => placeNode(node, ground);
  const lang = node.lang ?? "";
  const known: readonly string[] = fenceLanguages;
  if (!known.includes(lang)) {
    const isFence = /^(?:```|~~~)/.test(sourceOf(node, ground));
    const what = !isFence ? "indented code" : lang === "" ? "fence without a language" : `language ${quote(lang)}`;
    const meant = suggestLanguage(lang);
    const expected = !isFence ? "a fence that names its language" : meant === undefined ? listed(known) : quote(meant);
    reportOnce(ground.file, "fence-language", `Unexpected ${what}, expected ${expected}`, place());
  }
  if (node.meta) {
    reportOnce(
      ground.file,
      "fence-meta",
      `Unexpected ${quote(node.meta)} after the language, expected nothing there`,
      place(),
    );
  }
  const value = node.value.replaceAll("\r\n", "\n");
  return [{ type: "code", lang, value, data: { tokens: ground.highlight(value, lang) } }];
}

function lowerMath(
  node: Nodes & { type: "math"; value: string; meta?: string | null | undefined },
  ground: Ground,
): Block[] {
  const place = () => placeNode(node, ground);
  const value = node.value.replaceAll("\r\n", "\n");
  if (node.meta) {
    const reason = `Unexpected ${quote(node.meta)} after \`$$\`, expected \`$$\` on a line of its own`;
    reportOnce(ground.file, "display-math", reason, place());
  } else if (!/\$\$[ \t]*$/.test(sourceOf(node, ground).replace(/^\$+/, ""))) {
    reportOnce(
      ground.file,
      "display-math",
      "Unexpected `$$` that is never closed, expected a line `$$` after the formula",
      place(),
    );
  }
  const [start, end] = extent(node) ?? [0, 0];
  checkFormula(ground.file, value, true, (from, to) => {
    const offsets = alignBlock(value, ground.text, start, end);
    const first = offsets?.[from];
    const last = offsets?.[to];
    return first === undefined || last === undefined ? place() : ground.place(first, last);
  });
  return [{ type: "math", value }];
}

function lowerTable(node: Table, ground: Ground): Block[] {
  const [header] = node.children;
  const columns = header?.children.length ?? 0;
  const cells: Ground = { ...ground, isTable: true };
  const children = node.children.map((row): TableRow => {
    if (row.children.length !== columns) {
      const reason = `Unexpected row of ${row.children.length} cells, expected ${columns} as in the first row: write \`\\|\` for a bar inside a cell`;
      reportOnce(ground.file, "unequal-row", reason, placeNode(row, ground, node));
    }
    return {
      type: "tableRow",
      children: row.children.map((cell) => ({ type: "tableCell", children: lowerInlines(cell.children, cells, cell) })),
    };
  });
  const align = Array.from({ length: columns }, (_, column) => node.align?.[column] ?? null);
  return [{ type: "table", align, children }];
}
