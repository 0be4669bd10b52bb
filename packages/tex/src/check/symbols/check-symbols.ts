import { withoutScript } from "../../parse/node.ts";
import { print } from "../../parse/print-tree.ts";
import { readOrNothing } from "../../parse/read.ts";
import { type Name, SymbolFinder, type SymbolUse } from "./symbol-finder.ts";

export interface SymbolReport {
  /** Used but not declared: each at its first place. */
  missing: SymbolUse[];
  /** Declared but not used, as declared. */
  unused: string[];
}

/** Every use of a symbol that a reader of the formula must know. Bound letters, indices, constants such as `\pi` and
 *  operators do not count. Empty for TeX that cannot be read, of which `checkSyntax` gives the reason. */
export function symbolsOf(tex: string): SymbolUse[] {
  return findSymbols(tex, []).undeclared;
}

/** Compares the symbols of a formula with those of a table. A declared name may have several letters (`TP`), include its
 *  argument (`P(D)`), and be spelled in any way that prints the same. TeX that cannot be read is not compared. */
export function checkSymbols(tex: string, declared: readonly string[]): SymbolReport {
  if (readOrNothing(tex).length === 0) return { missing: [], unused: [] };
  const names = declared.map(toName);
  const { undeclared, used } = findSymbols(tex, names);
  const first = new Map<string, SymbolUse>();
  for (const use of undeclared) if (!first.has(use.symbol)) first.set(use.symbol, use);
  return { missing: [...first.values()], unused: names.filter((name) => !used.has(name)).map((name) => name.declared) };
}

/** A symbol in normal spelling; the same text when it cannot be read. */
export function normalizeSymbol(tex: string): string {
  return print(toName(tex).nodes) || tex;
}

function toName(declared: string): Name {
  const nodes = readOrNothing(declared);
  const last = nodes.at(-1);
  const isPower = last?.sup !== undefined && last.sup.length === 1 && last.sup[0]?.type === "number";
  // `\sigma^2` declares \sigma: the formula uses its square.
  return { declared, nodes: isPower && last ? [...nodes.slice(0, -1), withoutScript(last, "sup")] : nodes };
}

function findSymbols(tex: string, names: readonly Name[]): SymbolFinder {
  const nodes = readOrNothing(tex);
  const finder = new SymbolFinder(names, nodes);
  finder.walk(nodes);
  finder.useIndices(nodes);
  finder.undeclared.sort((a, b) => a.start - b.start);
  return finder;
}
