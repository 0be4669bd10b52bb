import type { NodeOf, TexNode } from "../../parse/node.ts";
import { print } from "../../parse/print-tree.ts";
import { TexError } from "../../tex-error.ts";
import { refuse } from "./refuse.ts";

/** The fault of dots between terms, with the sum or product that they stand for when the terms show it. */
export function refuseDots(nodes: readonly TexNode[], at: number): TexError {
  const dots = nodes[at];
  if (dots === undefined) throw new Error("there are no dots here");
  const written = seriesAround(nodes, at);
  if (written === undefined || dots.type !== "dots") return refuse(dots);
  return new TexError(`\`${dots.name}\` cannot be evaluated: write \`${written}\``, dots);
}

/** `\sum_{i=1}^{n} x_i` of the dots in `x_1 + \dots + x_n`. */
function seriesAround(nodes: readonly TexNode[], at: number): string | undefined {
  const [before, after] = [nodes[at - 1], nodes[at + 1]];
  const sum = isOperator(before, "+") && isOperator(after, "+");
  const first = isOperator(before) ? nodes[at - 2] : before;
  const last = isOperator(after) ? nodes[at + 2] : after;
  if (isOperator(before) !== isOperator(after)) return undefined;
  if (!sum && isOperator(before) && !PRODUCTS.has(before.name)) return undefined;
  if (first?.type !== "symbol" || last?.type !== "symbol" || first.name !== last.name) return undefined;
  if (first.sub === undefined || last.sub === undefined || first.sup || last.sup) return undefined;
  return `${sum ? "\\sum" : "\\prod"}_{i=1}^{${print(last.sub)}} ${first.name}_i`;
}

const PRODUCTS: ReadonlySet<string> = new Set(["\\cdot", "\\times", "*"]);

function isOperator(node: TexNode | undefined, name?: string): node is NodeOf<"operator"> {
  return node?.type === "operator" && (name === undefined || node.name === name);
}
