import type { TexNode } from "./node.ts";
import { CLOSING, FENCES } from "./tables.ts";

/** Joins `(` … `)` and their like into groups. What has no partner stays as it is. */
export function pairFences(nodes: readonly TexNode[]): TexNode[] {
  const done: TexNode[] = [];
  const open: number[] = [];
  for (const node of nodes) {
    if (node.type !== "fence" || !CLOSING.has(node.name)) {
      if (node.type === "fence") open.push(done.length);
      done.push(node);
      continue;
    }
    const at = open.at(-1);
    const opener = at === undefined ? undefined : done[at];
    if (at === undefined || opener?.type !== "fence" || FENCES.get(opener.name) !== node.name) {
      done.push(node);
      continue;
    }
    open.pop();
    const body = done.splice(at).slice(1);
    done.push({ ...node, type: "group", open: opener.name, close: node.name, body, start: opener.start });
  }
  return done;
}
