import { isLabel } from "../../compute/entry.ts";
import type { TexNode } from "../../parse/node.ts";
import { printBase } from "../../parse/print-tree.ts";
import { CONSTANTS } from "../../parse/tables.ts";

/** Whether a superscript is a mark and not a power: `*`, `+`, `T`, `\top`, `\prime`, a word. */
export function isMark(sup: readonly TexNode[]): boolean {
  const [node, ...more] = sup;
  if (node === undefined || more.length > 0) return isLabel(sup);
  return (
    node.type === "operator" ||
    isTranspose(sup) ||
    isLabel(sup) ||
    (node.type === "symbol" && CONSTANTS.has(node.name) && node.name !== "e")
  );
}

export function isTranspose(sup: readonly TexNode[]): boolean {
  const name = sup.length === 1 && sup[0] !== undefined ? printBase(sup[0]) : "";
  return ["T", "\\top", "\\intercal", "\\mathsf{T}", "\\mathrm{T}", "\\prime"].includes(name);
}

/** Words between formulas: "if", "otherwise", "for all i". */
export function isRemark(name: string): boolean {
  const text = /\{(.*)\}$/.exec(name)?.[1] ?? "";
  return (
    /\s/.test(text.trim()) ||
    /^(if|else|otherwise|where|when|with|for|and|or|such that|s\.t\.|subject to|,|\.|)$/.test(text.trim())
  );
}
