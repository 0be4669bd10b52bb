import type { Block, Inline, ListItem, TableCell, TableRow } from "./mdast.ts";

/** Any node of a body. */
export type Node = Block | Inline | ListItem | TableRow | TableCell;

/** Calls `see` for each node, a parent before its children, in the order of the text. `false` skips the children. */
export function visit(nodes: readonly Node[], see: (node: Node) => unknown): void {
  for (const node of nodes) {
    if (see(node) === false || !("children" in node)) continue;
    visit(node.children, see);
  }
}

/** Every node of the given types, in the order of the text. */
export function nodesOf<Type extends Node["type"]>(
  nodes: readonly Node[],
  ...types: readonly Type[]
): Extract<Node, { type: Type }>[] {
  const found: Node[] = [];
  visit(nodes, (node) => {
    if ((types as readonly string[]).includes(node.type)) found.push(node);
  });
  return found as Extract<Node, { type: Type }>[];
}

/** The same blocks with each inline replaced by what `change` gives, its own children first. */
export function mapInlines<T extends Node>(nodes: readonly T[], change: (inline: Inline) => readonly Inline[]): T[] {
  return nodes.flatMap((node): T[] => {
    const mapped = "children" in node ? { ...node, children: mapInlines(node.children as Node[], change) } : node;
    return isInline(mapped) ? ([...change(mapped)] as T[]) : [mapped as T];
  });
}

const inlineTypes: ReadonlySet<string> = new Set<Inline["type"]>([
  "text",
  "emphasis",
  "strong",
  "delete",
  "mark",
  "inlineCode",
  "inlineMath",
  "link",
  "break",
]);

/** Whether a node belongs in a line of text. */
export function isInline(node: Node): node is Inline {
  return inlineTypes.has(node.type);
}
