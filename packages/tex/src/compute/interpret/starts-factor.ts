import type { TexNode } from "../../parse/node.ts";

/** Whether a node that stands after a factor multiplies it. */
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
    case "fence":
    case "gap":
    case "break":
      return false;
    default:
      return node satisfies never;
  }
}
