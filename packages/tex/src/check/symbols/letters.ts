import { isPlainLetter, partsOf, scriptsOf, type TexNode } from "../../parse/node.ts";
import { printBase } from "../../parse/print-tree.ts";
import { BINDERS } from "../../parse/tables.ts";

/** Letters under `\sum`, `\max`, `\mathbb{E}` and their like, and after the `d` of an integral. */
export function boundIn(nodes: readonly TexNode[]): string[] {
  return nodes.flatMap((node, i) => {
    const binds =
      node.type === "function" ? BINDERS.has(node.name) : node.type === "symbol" && EXPECTATIONS.has(node.name);
    const own = binds ? boundBy(node.sub ?? []) : [];
    const isIntegral = node.type === "function" && INTEGRALS.has(node.name);
    const last = isIntegral
      ? nodes
          .slice(i)
          .findIndex(
            (d, j, rest) => d.type === "symbol" && /^(d|\\mathrm\{d\})$/.test(d.name) && rest[j + 1]?.type === "symbol",
          )
      : -1;
    const differential = last >= 0 ? nodes[i + last + 1] : undefined;
    const over = differential === undefined ? [] : [printBase(differential)];
    const inside = [...partsOf(node), ...scriptsOf(node)];
    return [...own, ...over, ...inside.flatMap(boundIn)];
  });
}

/** Operators whose subscript binds, as that of a sum does. */
export const EXPECTATIONS: ReadonlySet<string> = new Set([
  "\\mathbb{E}",
  "\\mathrm{E}",
  "\\mathbb{P}",
  "\\mathrm{Var}",
  "\\mathbb{V}",
]);
const INTEGRALS: ReadonlySet<string> = new Set(["\\int", "\\iint", "\\iiint", "\\oint"]);

/** All letters, up to the relation, that stand below: `i, j` of `i, j \in S`; in each part between commas. */
function boundBy(sub: readonly TexNode[]): string[] {
  const letters: string[] = [];
  let isBefore = true;
  for (const node of sub) {
    if (node.type === "relation") isBefore = false;
    if (node.type === "punctuation") isBefore = true;
    if (isBefore && node.type === "symbol") letters.push(node.name);
    if (isBefore && node.type === "group") letters.push(...boundBy(node.body));
  }
  return letters;
}

/** Letters that are a subscript of their own somewhere. */
export function indicesIn(nodes: readonly TexNode[]): string[] {
  return nodes.flatMap((node) => {
    const sub = node.sub ?? [];
    const parted = sub.filter(
      (inner, i) => isPlainLetter(inner) && !isPlainLetter(sub[i - 1]) && !isPlainLetter(sub[i + 1]),
    );
    const inside = [...partsOf(node), ...scriptsOf(node)];
    return [...parted.map(printBase), ...inside.flatMap(indicesIn)];
  });
}

/** Symbols that stand alone as a subscript: `\beta` of `F_\beta`. */
export function labelsIn(nodes: readonly TexNode[]): string[] {
  return nodes.flatMap((node) => {
    const only = node.sub?.length === 1 ? node.sub[0] : undefined;
    const own = only?.type === "symbol" ? [only.name] : [];
    const inside = [...partsOf(node), ...scriptsOf(node)];
    return [...own, ...inside.flatMap(labelsIn)];
  });
}
