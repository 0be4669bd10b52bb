import { isPlainLetter, partsOf, scriptsOf, type TexNode } from "../../parse/node.ts";
import { printBase } from "../../parse/print-tree.ts";
import { BINDERS } from "../../parse/tables.ts";

/** Letters bound by the subscript of `\sum`, `\max`, `\mathbb{E}` and their like, or by the `d` of an integral. */
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

/** Operators whose subscript binds letters, as that of a sum does. */
export const EXPECTATIONS: ReadonlySet<string> = new Set([
  "\\mathbb{E}",
  "\\mathrm{E}",
  "\\mathbb{P}",
  "\\mathrm{Var}",
  "\\mathbb{V}",
]);
const INTEGRALS: ReadonlySet<string> = new Set(["\\int", "\\iint", "\\iiint", "\\oint"]);

/** The letters before the relation of a subscript, in each part between commas: `i` and `j` of `i, j \in S`. */
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

/** Letters that are a whole part of a subscript somewhere: `i` of `x_{i,j}`, but not of `n_{in}`. */
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

/** Symbols that are a whole subscript: `\beta` of `F_\beta`. */
export function labelsIn(nodes: readonly TexNode[]): string[] {
  return nodes.flatMap((node) => {
    const only = node.sub?.length === 1 ? node.sub[0] : undefined;
    const own = only?.type === "symbol" ? [only.name] : [];
    const inside = [...partsOf(node), ...scriptsOf(node)];
    return [...own, ...inside.flatMap(labelsIn)];
  });
}

/** For each symbol that is a whole subscript, the symbols that have it: `c` of `x_c w_c` belongs to two. */
export function subscriptOwners(nodes: readonly TexNode[]): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  const walk = (list: readonly TexNode[]): void => {
    for (const node of list) {
      const only = node.sub?.length === 1 ? node.sub[0] : undefined;
      if (only?.type === "symbol") owners.set(only.name, (owners.get(only.name) ?? new Set()).add(printBase(node)));
      for (const inside of [...partsOf(node), ...scriptsOf(node)]) walk(inside);
    }
  };
  walk(nodes);
  return owners;
}
