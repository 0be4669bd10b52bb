import type { TexNode } from "../../parse/node.ts";
import { printBase } from "../../parse/print-tree.ts";
import { TexError } from "../../tex-error.ts";

/** The fault of a node that has no meaning at its place. */
export function refuse(node: TexNode): TexError {
  return new TexError(reasonFor(node), node);
}

function reasonFor(node: TexNode): string {
  const shown = node.type === "unknown" ? node.name : printBase(node);
  switch (node.type) {
    case "delimiter":
      return `\`${shown}\` has no partner: close it, or open it before`;
    case "dots":
      return `\`${node.name}\` cannot be evaluated: write a sum such as \`\\sum_{i=1}^{n} x_i\`, or a list`;
    case "gap":
      return "A wide space divides the expression: remove it, or put it between two equations";
    default:
      return `\`${shown}\` cannot be evaluated here: write it in another way`;
  }
}
