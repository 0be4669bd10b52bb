import { isLabel, partsOf, type TexNode } from "../parse/node.ts";
import { print, printBase } from "../parse/print-tree.ts";
import { isComma, splitAt } from "../parse/split.ts";
import type { Entry } from "./entry.ts";

/** A name of the example found in a formula. */
export interface Match {
  entry: Entry;
  /** How many nodes the name takes. */
  length: number;
  /** Index letter of the name -> the nodes in its place. */
  substitutions: ReadonlyMap<string, readonly TexNode[]>;
  /** Scripts of the last node that are not part of the name. */
  sub: readonly TexNode[] | undefined;
  sup: readonly TexNode[] | undefined;
}

/** The longest name at a place; of equally long ones, the one that leaves fewer scripts and letters over. */
export function findName(entries: readonly Entry[], nodes: readonly TexNode[], at: number): Match | undefined {
  let best: { match: Match; weight: number } | undefined;
  for (const entry of entries) {
    const match = matchAt(entry, nodes, at);
    if (match === undefined) continue;
    const renamed = [...match.substitutions].filter(([letter, found]) => print(found) !== letter).length;
    const left = (match.sub === undefined ? 0 : 1) + (match.sup === undefined ? 0 : 1);
    const weight = match.length * 100 - renamed - left;
    if (best === undefined || weight > best.weight) best = { match, weight };
  }
  return best?.match;
}

type Substitutions = Map<string, readonly TexNode[]>;

function matchAt(entry: Entry, nodes: readonly TexNode[], at: number): Match | undefined {
  const { meaning } = entry;
  if (meaning.type !== "value" || at + entry.nodes.length > nodes.length) return undefined;
  if (!startsAlike(entry.nodes[0], nodes[at])) return undefined;
  const substitutions: Substitutions = new Map();
  let sub: readonly TexNode[] | undefined;
  let sup: readonly TexNode[] | undefined;
  for (const [offset, key] of entry.nodes.entries()) {
    const node = nodes[at + offset];
    const isLast = offset === entry.nodes.length - 1;
    const rest = node && matchNode(key, node, meaning.indexLetters, substitutions, isLast);
    if (rest === undefined) return undefined;
    ({ sub, sup } = rest);
  }
  if (sub !== undefined && (!Array.isArray(meaning.value) || isLabel(sub))) return undefined;
  return { entry, length: entry.nodes.length, substitutions, sub, sup };
}

/** Rules out nearly all names at little cost. */
function startsAlike(key: TexNode | undefined, node: TexNode | undefined): boolean {
  if (key === undefined || node === undefined || key.type !== node.type) return false;
  return key.type !== "symbol" || node.type !== "symbol" || key.name === node.name;
}

interface Rest {
  sub: readonly TexNode[] | undefined;
  sup: readonly TexNode[] | undefined;
}

/** The scripts of a node that its key does not have, when all else is equal; else undefined. */
function matchNode(
  key: TexNode,
  node: TexNode,
  letters: readonly string[],
  substitutions: Substitutions,
  mayHaveMore: boolean,
): Rest | undefined {
  if (key.type !== node.type || key.primes !== node.primes) return undefined;
  const keyParts = partsOf(key);
  if (keyParts.length === 0) {
    if (printBase(key) !== printBase(node)) return undefined;
  } else {
    const parts = partsOf(node);
    if (key.type === "group" && node.type === "group" && key.open + key.close !== node.open + node.close)
      return undefined;
    if (keyParts.length !== parts.length) return undefined;
    if (!keyParts.every((part, i) => matchList(part, parts[i] ?? [], letters, substitutions))) return undefined;
  }
  const rest: Rest = { sub: undefined, sup: undefined };
  for (const side of ["sub", "sup"] as const) {
    const [wanted, found] = [key[side], node[side]];
    if (wanted === undefined) {
      if (found !== undefined && !mayHaveMore) return undefined;
      rest[side] = found;
    } else if (found === undefined || !matchList(wanted, found, letters, substitutions)) {
      return undefined;
    }
  }
  return rest;
}

function matchList(
  key: readonly TexNode[],
  nodes: readonly TexNode[],
  letters: readonly string[],
  substitutions: Substitutions,
): boolean {
  const only = key.length === 1 ? key[0] : undefined;
  if (only?.type === "symbol" && letters.includes(only.name) && only.sub === undefined && only.sup === undefined) {
    return substitute(only.name, nodes, substitutions);
  }
  if (key.some(isComma)) {
    const [keyParts, parts] = [splitAt(key, isComma), splitAt(nodes, isComma)];
    return (
      keyParts.length === parts.length &&
      keyParts.every((part, i) => matchList(part, parts[i] ?? [], letters, substitutions))
    );
  }
  if (key.length !== nodes.length) return false;
  return key.every((wanted, i) => {
    const node = nodes[i];
    if (node === undefined) return false;
    if (wanted.type === "symbol" && letters.includes(wanted.name) && wanted.sub === undefined) {
      return substitute(wanted.name, [node], substitutions);
    }
    const rest = matchNode(wanted, node, letters, substitutions, false);
    return rest !== undefined;
  });
}

/** Notes what a letter of the name is in the formula; false when it is something else elsewhere in the name. */
function substitute(letter: string, nodes: readonly TexNode[], substitutions: Substitutions): boolean {
  const known = substitutions.get(letter);
  if (known !== undefined) return print(known) === print(nodes);
  substitutions.set(letter, nodes);
  return nodes.length > 0;
}
