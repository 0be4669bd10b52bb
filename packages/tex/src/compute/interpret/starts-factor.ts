import type { TexNode } from "../../parse/node.ts";
import { unreachable } from "../../unreachable.ts";

/** Whether a node directly after a factor multiplies it. */
export function startsFactor(node: TexNode): boolean {
  switch (node.type) {
    case "number":
    case "symbol":
    case "function":
    case "bar":
    case "group":
    case "fraction":
    case "binomial":
    case "root":
    case "table":
    case "dots":
    case "unknown":
      return true;
    case "operator":
    case "relation":
    case "punctuation":
    case "delimiter":
    case "gap":
    case "break":
      return false;
    default:
      return unreachable(node);
  }
}
