import { Lines, sectionName } from "@high-recall/core";
import {
  deepestNesting,
  type Fragment,
  flatten,
  type ParsedFile,
  type ParsedFrontMatter,
  type PlacedNode,
  type SectionNodes,
} from "@high-recall/rules";
import type { Definition, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { readFrontMatter } from "../front-matter/read-front-matter.ts";
import type { SourceFile } from "../read/read-topic.ts";
import type { TopicContext } from "../read/topic-context.ts";
import { type ParserName, parseMarkdown } from "./parse-markdown.ts";

/** The tree of a file and its nodes, up to the first that is nested too deep. */
export interface ParsedTree {
  readonly root: Root;
  readonly nodes: readonly PlacedNode[];
}

/** Parses Markdown. Lists nodes no deeper than rules allow: recursion is safe once the rule `nesting` has passed. */
export function parseTree(text: string, parser: ParserName): ParsedTree {
  const root = parseMarkdown(text, parser);
  return { root, nodes: flatten(root, deepestNesting) };
}

/** Turns a tree into what rules and lowering use: front matter, lead, sections. */
export async function parseFile(
  source: SourceFile,
  tree: ParsedTree,
  context: TopicContext,
  parser: ParserName,
  codeFaults: ParsedFile["codeFaults"] = new Map(),
): Promise<ParsedFile> {
  const isTopicPage = source.name === "README.md";
  const stem = source.name.replace(/\.md$/, "");
  const name = isTopicPage ? context.topic : stem;
  const front = await readFrontMatter(tree.root, source.text, { isTopicPage, name }, parser);
  return new ParsedMarkdown({ ...source, ...context, isTopicPage, stem, front, codeFaults }, tree);
}

/** A class, so that all files have one shape: rules read its properties millions of times. */
class ParsedMarkdown implements ParsedFile {
  readonly path: string;
  readonly stem: string;
  readonly topic: string;
  readonly isTopicPage: boolean;
  readonly figures: ReadonlySet<string>;
  readonly siblings: ReadonlyMap<string, string>;
  readonly text: string;
  readonly root: Root;
  readonly body: Fragment;
  readonly front: ParsedFrontMatter;
  readonly codeFaults: ParsedFile["codeFaults"];
  readonly lead: readonly RootContent[];
  readonly sections: readonly SectionNodes[];
  #lines: Lines | undefined;
  #definitions: ReadonlyMap<string, Definition> | undefined;

  constructor(
    known: Pick<
      ParsedFile,
      "path" | "stem" | "topic" | "isTopicPage" | "figures" | "siblings" | "text" | "front" | "codeFaults"
    >,
    { root, nodes }: ParsedTree,
  ) {
    this.path = known.path;
    this.stem = known.stem;
    this.topic = known.topic;
    this.isTopicPage = known.isTopicPage;
    this.figures = known.figures;
    this.siblings = known.siblings;
    this.text = known.text;
    this.front = known.front;
    this.codeFaults = known.codeFaults;
    this.root = root;
    const at = (start: number, end: number) => this.lines.placeOf(start, end);
    this.body = { holds: "body", root, nodes, text: known.text, at };
    const { lead, sections } = cutSections(root);
    this.lead = lead;
    this.sections = sections;
  }

  get lines(): Lines {
    this.#lines ??= new Lines(this.text);
    return this.#lines;
  }

  get definitions(): ReadonlyMap<string, Definition> {
    this.#definitions ??= definitionsIn(this.body.nodes);
    return this.#definitions;
  }
}

function definitionsIn(nodes: readonly PlacedNode[]): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  for (const { node } of nodes) {
    if (node.type === "definition" && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  }
  return definitions;
}

/** Cuts a body at its `##` headings, without nodes that draw nothing. */
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
