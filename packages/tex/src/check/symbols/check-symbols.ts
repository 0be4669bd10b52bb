import type { TexNode } from "../../parse/node.ts";
import { print } from "../../parse/print-tree.ts";
import { read } from "../../parse/read.ts";
import { TexError } from "../../span.ts";
import { Finder, type Name, type SymbolUse, without } from "./symbol-finder.ts";

export interface SymbolReport {
  /** Used but not declared: each at its first place. */
  missing: SymbolUse[];
  /** Declared but not used, as declared. */
  unused: string[];
}

/** The symbols that a reader of a formula must know, wherever it uses one. Bound letters, indices, constants such as
 *  `\pi` and operators are none. Empty for TeX that cannot be read: `checkSyntax` says why. */
export function symbolsOf(tex: string): SymbolUse[] {
  return findSymbols(tex, []).unexplained;
}

/** Compares the symbols of a formula with a table's. A declared name may be several letters (`TP`), hold what it is
 *  applied to (`P(D)`), and be spelt in any way that prints the same. TeX that cannot be read is not compared. */
export function checkSymbols(tex: string, declared: readonly string[]): SymbolReport {
  if (readOrNothing(tex).length === 0) return { missing: [], unused: [] };
  const names = declared.map(toName);
  const { unexplained, used } = findSymbols(tex, names);
  const first = new Map<string, SymbolUse>();
  for (const use of unexplained) if (!first.has(use.symbol)) first.set(use.symbol, use);
  return { missing: [...first.values()], unused: names.filter((name) => !used.has(name)).map((name) => name.declared) };
}

/** A symbol in normal spelling. TeX that cannot be read stays as it is. */
export function normalizeSymbol(tex: string): string {
  return print(toName(tex).nodes) || tex;
}

function toName(declared: string): Name {
  const nodes = readOrNothing(declared);
  const last = nodes.at(-1);
  const isPower = last?.sup !== undefined && last.sup.length === 1 && last.sup[0]?.type === "number";
  // `\sigma^2` declares \sigma, whose square the formula shows.
  return { declared, nodes: isPower && last ? [...nodes.slice(0, -1), without(last, "sup")] : nodes };
}

function readOrNothing(tex: string): TexNode[] {
  try {
    return read(tex);
  } catch (error) {
    if (error instanceof TexError) return [];
    throw error;
  }
}

function findSymbols(tex: string, names: readonly Name[]): Finder {
  const nodes = readOrNothing(tex);
  const finder = new Finder(names, nodes);
  finder.walk(nodes);
  finder.useIndices(nodes);
  finder.unexplained.sort((a, b) => a.start - b.start);
  return finder;
}
