import { Lines, sectionName } from "@high-recall/core";
import { deepestNesting, flatten, type ParsedFile, type PlacedNode, type SectionNodes } from "@high-recall/rules";
import type { Definition, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { readFrontMatter } from "../front-matter/read-front-matter.ts";
import type { SourceFile } from "../read/read-topic.ts";
import { type ParserName, parseMarkdown } from "./parse-markdown.ts";

/** What a file's topic tells of the files and figures around it. */
export interface TopicContext {
  /** Id of the topic. */
  readonly topic: string;
  /** Paths of its figures. */
  readonly figures: ReadonlySet<string>;
  /** Its items: id -> path. */
  readonly siblings: ReadonlyMap<string, string>;
}

/** The tree of a file and its nodes, up to the first that is nested too deep. */
export interface ParsedTree {
  readonly root: Root;
  readonly nodes: readonly PlacedNode[];
}

/** Markdown to a tree. Walks no deeper than rules allow: what follows may recurse once `nesting` has been checked. */
export function parseTree(text: string, parser: ParserName): ParsedTree {
  const root = parseMarkdown(text, parser);
  return { root, nodes: flatten(root, deepestNesting) };
}

/** A tree to all that rules and lowering look at: front matter, lead, sections. */
export async function parseFile(
  source: SourceFile,
  tree: ParsedTree,
  context: TopicContext,
  parser: ParserName,
): Promise<ParsedFile> {
  const { path, name, text } = source;
  const isTopicPage = name === "README.md";
  const stem = name.replace(/\.md$/, "");
  let lines: Lines | undefined;
  let definitions: Map<string, Definition> | undefined;
  const linesOnce = () => {
    lines ??= new Lines(text);
    return lines;
  };
  return {
    ...{ path, stem, isTopicPage, text },
    ...context,
    get lines() {
      return linesOnce();
    },
    get definitions() {
      definitions ??= definitionsIn(tree.nodes);
      return definitions;
    },
    root: tree.root,
    body: {
      holds: "body",
      ...tree,
      text,
      at: (start: number, end: number) => linesOnce().placeOf(start, end),
    },
    front: await readFrontMatter(tree.root, text, { isTopicPage, name: isTopicPage ? context.topic : stem }, parser),
    ...cutSections(tree.root),
  };
}

function definitionsIn(nodes: readonly PlacedNode[]): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  for (const { node } of nodes) {
    if (node.type === "definition" && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  }
  return definitions;
}

/** Cuts a body at its `##` headings; what draws nothing is left out. */
function cutSections(root: Root): { lead: RootContent[]; sections: SectionNodes[] } {
  const lead: RootContent[] = [];
  const sections: (SectionNodes & { blocks: RootContent[] })[] = [];
  for (const node of root.children) {
    if (node.type === "yaml" || node.type === "definition") continue;
    if (node.type === "heading" && node.depth === 2) {
      const title = textOf(node);
      sections.push({ heading: node, title, name: sectionName(title), blocks: [] });
    } else {
      (sections.at(-1)?.blocks ?? lead).push(node);
    }
  }
  return { lead, sections };
}
