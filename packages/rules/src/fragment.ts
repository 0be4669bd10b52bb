import type { Nodes } from "mdast";
import type { At, Fragment, ParsedFile, PlacedNode } from "./parsed-file.ts";

/** Offsets of a node in its fragment; a node without a position (a GFM autolink) is where its parent is. */
function extentOf(node: Nodes, parent?: Nodes): readonly [start: number, end: number] {
  const position = node.position ?? parent?.position;
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}

/** Where a node is in the file. */
export function atNode(fragment: Fragment, node: Nodes, parent?: Nodes): At {
  return fragment.at(...extentOf(node, parent));
}

/** Where a part of a node is, `start` and `end` counted from where the node begins. */
export function atPart(fragment: Fragment, node: Nodes, start: number, end: number): At {
  const base = node.position?.start.offset;
  return base === undefined ? fragment.at(0, 0) : fragment.at(base + start, base + end);
}

/** From the start of the first node to the end of the last. */
export function atSpan(fragment: Fragment, nodes: readonly Nodes[]): At | undefined {
  const start = nodes[0]?.position?.start.offset;
  const end = nodes.at(-1)?.position?.end.offset;
  return start === undefined || end === undefined ? undefined : fragment.at(start, end);
}

/** The Markdown of a node; empty when the parser does not say where it is. */
export function sourceOf(fragment: Fragment, node: Nodes): string {
  return node.position === undefined ? "" : fragment.text.slice(...extentOf(node));
}

/** Offsets of a node in its fragment; undefined when the parser does not say. */
export function offsetsOf(node: Nodes): readonly [start: number, end: number] | undefined {
  return node.position === undefined ? undefined : extentOf(node);
}

/** The last line of the file that is not blank: where content missing at the end is reported. */
export function atLastLine(file: ParsedFile): At {
  return file.lines.lastLine();
}

/** Node types that count as a level of nesting. */
const levels: ReadonlySet<string> = new Set<Nodes["type"]>([
  ...(["blockquote", "listItem", "emphasis", "strong", "delete", "link", "linkReference"] as const),
  "footnoteDefinition",
]);

/**
 * The nodes of a tree in the order of the text, a parent before its children, up to the first that is deeper than `most`
 * levels. Uses no recursion: a hostile tree may have any depth.
 */
export function flatten(root: Nodes, most: number): PlacedNode[] {
  const found: PlacedNode[] = [];
  const open: PlacedNode[] = [{ node: root, parent: undefined, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    if (next.depth > most) return found;
    const { node, depth } = next;
    if (!("children" in node)) continue;
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index] as Nodes;
      open.push({ node: child, parent: node, depth: levels.has(child.type) ? depth + 1 : depth });
    }
  }
  return found;
}
