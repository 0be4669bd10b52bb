import type { Html, Nodes } from "mdast";

const closing = new WeakMap<Nodes, ReadonlySet<Nodes>>();

/** Whether a tag closes one that opens before it in the same parent: a pair is one fault, at its opening tag. */
export function closesEarlierTag(node: Html, parent: Nodes | undefined): boolean {
  if (!node.value.trimStart().startsWith("</") || parent === undefined || !("children" in parent)) return false;
  let tags = closing.get(parent);
  if (tags === undefined) {
    tags = closingTags(parent.children);
    closing.set(parent, tags);
  }
  return tags.has(node);
}

function closingTags(nodes: readonly Nodes[]): Set<Nodes> {
  const open = new Map<string, number>();
  const found = new Set<Nodes>();
  for (const node of nodes) {
    const [, slash, name = ""] = node.type === "html" ? (/^\s*<(\/?)([a-z][a-z\d-]*)/i.exec(node.value) ?? []) : [];
    const tag = name.toLowerCase();
    const count = open.get(tag) ?? 0;
    if (slash === "/" && count > 0) found.add(node);
    if (slash !== undefined) open.set(tag, slash === "/" ? Math.max(count - 1, 0) : count + 1);
  }
  return found;
}
