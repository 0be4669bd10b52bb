import type { TexNode } from "./node.ts";
import { CLOSING_DELIMITERS, DELIMITER_PAIRS } from "./tables.ts";

/** Joins `(` … `)` and other pairs of delimiters into groups. A delimiter without a partner remains. */
export function pairDelimiters(nodes: readonly TexNode[]): readonly TexNode[] {
  if (!nodes.some((node) => node.type === "delimiter")) return nodes;
  const done: TexNode[] = [];
  const open: number[] = [];
  for (const node of nodes) {
    if (node.type !== "delimiter" || !CLOSING_DELIMITERS.has(node.name)) {
      if (node.type === "delimiter") open.push(done.length);
      done.push(node);
      continue;
    }
    const at = open.at(-1);
    const opener = at === undefined ? undefined : done[at];
    if (at === undefined || opener?.type !== "delimiter" || DELIMITER_PAIRS.get(opener.name) !== node.name) {
      done.push(node);
      continue;
    }
    open.pop();
    const body = done.splice(at).slice(1);
    done.push({ ...node, type: "group", open: opener.name, close: node.name, body, start: opener.start });
  }
  return done;
}
