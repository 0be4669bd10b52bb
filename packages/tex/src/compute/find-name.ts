import { partsOf, type TexNode } from "../parse/node.ts";
import { print, printBase } from "../parse/print-tree.ts";
import { type Entry, isLabel } from "./entry.ts";

/** A name of the example found in a formula. */
export interface Match {
  entry: Entry;
  /** How many nodes it takes. */
  length: number;
  /** What the name's index letters stand for here. */
  bindings: Map<string, TexNode[]>;
  /** Scripts of its last node that are not part of the name. */
  sub: TexNode[] | undefined;
  sup: TexNode[] | undefined;
}

/** The longest name that stands at a place; of equally long ones the one with more scripts, then with fewer letters to
 *  bind. */
export function findName(entries: readonly Entry[], nodes: readonly TexNode[], at: number): Match | undefined {
  let best: { match: Match; weight: number } | undefined;
  for (const entry of entries) {
    const match = matchAt(entry, nodes, at);
    if (match === undefined) continue;
    const identical = [...match.bindings].filter(([letter, bound]) => print(bound) === letter).length;
    const loose =
      match.bindings.size - identical + (match.sub === undefined ? 0 : 1) + (match.sup === undefined ? 0 : 1);
    const weight = match.length * 100 - loose;
    if (best === undefined || weight > best.weight) best = { match, weight };
  }
  return best?.match;
}

function matchAt(entry: Entry, nodes: readonly TexNode[], at: number): Match | undefined {
  const { meaning } = entry;
  if (meaning.type !== "value" || at + entry.nodes.length > nodes.length) return undefined;
  const bindings = new Map<string, TexNode[]>();
  let sub: TexNode[] | undefined;
  let sup: TexNode[] | undefined;
  for (const [offset, key] of entry.nodes.entries()) {
    const node = nodes[at + offset];
    const isLast = offset === entry.nodes.length - 1;
    const rest = node && matchNode(key, node, meaning.letters, bindings, isLast);
    if (rest === undefined) return undefined;
    ({ sub, sup } = rest);
  }
  if (sub !== undefined && (!Array.isArray(meaning.value) || isLabel(sub))) return undefined;
  return { entry, length: entry.nodes.length, bindings, sub, sup };
}

interface Rest {
  sub: TexNode[] | undefined;
  sup: TexNode[] | undefined;
}

/** What is left of a node's scripts when the key covers the rest of it; undefined when it does not. */
function matchNode(
  key: TexNode,
  node: TexNode,
  letters: readonly string[],
  bindings: Map<string, TexNode[]>,
  mayHaveMore: boolean,
): Rest | undefined {
  if (key.type !== node.type || key.primes !== node.primes) return undefined;
  const [keyParts, parts] = [partsOf(key), partsOf(node)];
  if (keyParts.length === 0) {
    if (printBase(key) !== printBase(node)) return undefined;
  } else {
    if (key.type === "group" && node.type === "group" && key.open + key.close !== node.open + node.close)
      return undefined;
    if (keyParts.length !== parts.length) return undefined;
    if (!keyParts.every((part, i) => matchList(part, parts[i] ?? [], letters, bindings))) return undefined;
  }
  const rest: Rest = { sub: undefined, sup: undefined };
  for (const side of ["sub", "sup"] as const) {
    const [wanted, found] = [key[side], node[side]];
    if (wanted === undefined) {
      if (found !== undefined && !mayHaveMore) return undefined;
      rest[side] = found;
    } else if (found === undefined || !matchList(wanted, found, letters, bindings)) {
      return undefined;
    }
  }
  return rest;
}

function matchList(
  key: readonly TexNode[],
  nodes: readonly TexNode[],
  letters: readonly string[],
  bindings: Map<string, TexNode[]>,
): boolean {
  const only = key.length === 1 ? key[0] : undefined;
  if (only?.type === "symbol" && letters.includes(only.name) && only.sub === undefined && only.sup === undefined) {
    return bind(only.name, nodes, bindings);
  }
  if (key.some(isComma)) {
    const [keyParts, parts] = [splitAt(key, isComma), splitAt(nodes, isComma)];
    return (
      keyParts.length === parts.length &&
      keyParts.every((part, i) => matchList(part, parts[i] ?? [], letters, bindings))
    );
  }
  if (key.length !== nodes.length) return false;
  return key.every((wanted, i) => {
    const node = nodes[i];
    if (node === undefined) return false;
    if (wanted.type === "symbol" && letters.includes(wanted.name) && wanted.sub === undefined) {
      return bind(wanted.name, [node], bindings);
    }
    const rest = matchNode(wanted, node, letters, bindings, false);
    return rest !== undefined;
  });
}

function bind(letter: string, nodes: readonly TexNode[], bindings: Map<string, TexNode[]>): boolean {
  const bound = bindings.get(letter);
  if (bound === undefined) {
    bindings.set(letter, [...nodes]);
    return nodes.length > 0;
  }
  return print(bound) === print(nodes);
}

export function isComma(node: TexNode): boolean {
  return node.type === "punctuation" && node.name === ",";
}

export function splitAt(nodes: readonly TexNode[], isEdge: (node: TexNode) => boolean): TexNode[][] {
  const parts: TexNode[][] = [[]];
  for (const node of nodes) {
    if (isEdge(node)) parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}
