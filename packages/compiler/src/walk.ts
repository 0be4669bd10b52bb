import type { Nodes } from "mdast";

/** Calls `see` for each node of a tree, a parent before its children. Uses no recursion: trees may be as deep as they like. */
export function walk(tree: Nodes, see: (node: Nodes) => void): void {
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    see(node);
    if (!("children" in node)) continue;
    for (let index = node.children.length - 1; index >= 0; index--) open.push(node.children[index] as Nodes);
  }
}
