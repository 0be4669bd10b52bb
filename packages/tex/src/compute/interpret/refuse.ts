import type { TexNode } from "../../parse/node.ts";
import { printBase } from "../../parse/print-tree.ts";
import { TexError } from "../../span.ts";

/** The message for what no rule of the grammar takes. */
export function unexpected(node: TexNode): TexError {
  const shown = node.type === "unknown" ? node.name : printBase(node);
  if (node.type === "fence") return new TexError(`Unexpected \`${shown}\`, it has no partner`, node);
  if (node.type === "dots")
    return new TexError("Unexpected `\\dots`, expected a sum or a list to stand for all of them", node);
  if (node.type === "gap") return new TexError("Unexpected wide space inside an expression", node);
  return new TexError(`Unexpected \`${shown}\`, it cannot be evaluated here`, node);
}
