import type { Relation } from "@high-recall/cards";
import type { FormulaItem, FormulaSymbol } from "@high-recall/core";

/** The symbols that a relation needs: those in it, and those that are written in another way than the formula does. */
export function symbolsOf(item: FormulaItem, relation: Relation): readonly FormulaSymbol[] {
  const [whole, own] = [bare(item.tex), bare(relation.tex)];
  const used = item.symbols.filter(({ tex }) => own.includes(bare(tex)) || !whole.includes(bare(tex)));
  return used.length === 0 ? item.symbols : used;
}

/** TeX without what changes no name: spaces, and braces around one letter. */
function bare(tex: string): string {
  return tex.replaceAll(/\\[,;:! ]|\s+|&/g, "").replaceAll(/\{([^{}\\])\}/g, "$1");
}
