import type { Heading, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";

/** A `##` heading and what follows it. */
export interface OutlineSection {
  readonly heading: Heading;
  /** The heading's text. */
  readonly name: string;
  readonly blocks: readonly RootContent[];
}

/** A body cut at its `##` headings. */
export interface Outline {
  /** Everything before the first `##`. */
  readonly lead: readonly RootContent[];
  readonly sections: readonly OutlineSection[];
}

/** Cuts a body into lead and sections; what draws nothing (front matter, definitions) is left out. */
export function outlineOf(tree: Root): Outline {
  const lead: RootContent[] = [];
  const sections: { heading: Heading; name: string; blocks: RootContent[] }[] = [];
  for (const node of tree.children) {
    if (node.type === "yaml" || node.type === "definition") continue;
    if (node.type === "heading" && node.depth === 2) {
      sections.push({ heading: node, name: textOf(node), blocks: [] });
    } else {
      (sections.at(-1)?.blocks ?? lead).push(node);
    }
  }
  return { lead, sections };
}

/** A heading as a name: `In depth` and `in  Depth` are both `in-depth`. */
export function nameOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
