import type { Inline } from "@high-recall/core";
import { linkTarget, texOf } from "@high-recall/rules";
import type { Link, LinkReference, PhrasingContent } from "mdast";
import { type LowerContext, sourceOf, unchecked } from "./lower-context.ts";
import { findMarks, type MarkNode } from "./marks.ts";

/** Converts phrasing content to the closed subset. */
export function lowerInlines(nodes: readonly PhrasingContent[], context: LowerContext): Inline[] {
  const holdsMarks = context.fragment.holds === "body" && !context.isInMark;
  const found = holdsMarks ? findMarks(nodes, (text) => sourceOf(text, context)) : nodes;
  return found.map((node) => (node.type === "mark" ? lowerMark(node, context) : lowerInline(node, context)));
}

function lowerMark({ children }: MarkNode, context: LowerContext): Inline {
  return { type: "mark", children: lowerInlines(children, { ...context, isInMark: true }) };
}

function lowerInline(node: PhrasingContent, context: LowerContext): Inline {
  switch (node.type) {
    case "text":
      // A soft line break is a space in every output.
      return { type: "text", value: node.value.includes("\n") ? joinLines(node.value) : node.value };
    case "emphasis":
    case "strong":
    case "delete":
      return { type: node.type, children: lowerInlines(node.children, context) };
    case "inlineCode":
      return { type: "inlineCode", value: node.value.replace(/\r?\n/g, " ") };
    case "inlineMath":
      return { type: "inlineMath", value: texOf(node) };
    case "break":
      return { type: "break" };
    case "link":
      return lowerLink(node, node.url, node.title, context);
    case "linkReference": {
      const definition = context.definitions.get(node.identifier) ?? unchecked(node);
      return lowerLink(node, definition.url, definition.title, context);
    }
    default:
      return unchecked(node);
  }
}

/** Replaces each line ending, with the spaces and tabs around it, by one space. */
function joinLines(text: string): string {
  const lines = text.split("\n");
  return lines
    .map((line, index) => {
      let from = 0;
      let to = line.length;
      if (index > 0) while (from < to && isBlank(line[from])) from++;
      if (index < lines.length - 1) {
        if (line[to - 1] === "\r") to--;
        while (to > from && isBlank(line[to - 1])) to--;
      }
      return line.slice(from, to);
    })
    .join(" ");
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}

function lowerLink(
  node: Link | LinkReference,
  url: string,
  title: string | null | undefined,
  context: LowerContext,
): Inline {
  const children = lowerInlines(node.children, context);
  const target = linkTarget(url, context.topic);
  const data = target === undefined ? {} : { data: { item: target.id } };
  return { type: "link", url, ...(title ? { title } : {}), children, ...data };
}
