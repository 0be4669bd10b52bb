import { isLabel, type TexNode } from "../../parse/node.ts";
import { printBase } from "../../parse/print-tree.ts";
import { CONSTANTS } from "../../parse/tables.ts";

/** Whether a superscript decorates a name and is no power: `*`, `+`, `T`, `\top`, `\prime`, a word. */
export function isDecoration(sup: readonly TexNode[]): boolean {
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
