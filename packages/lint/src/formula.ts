import type { Root } from "mdast";
import type { Literal, Node } from "unist";
import { outlineOf } from "./outline.ts";

/** A `$$` block. */
export interface DisplayFormula extends Literal {
  type: "math";
  value: string;
}

/** Whether the node is a `$$` block. */
export function isDisplayFormula(node: Node): node is DisplayFormula {
  return node.type === "math";
}

/** The formula of a formula item: the first `$$` block of its lead. */
export function formulaOf(tree: Root): DisplayFormula | undefined {
  const nodes: readonly Node[] = outlineOf(tree).lead;
  return nodes.find(isDisplayFormula);
}
