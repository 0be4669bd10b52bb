import { type NodeOf, type TexNode, textOf } from "../../parse/node.ts";
import { isComma, splitAt } from "../../parse/split.ts";
import { type Span, spanOf } from "../../span.ts";
import { TexError } from "../../tex-error.ts";
import { DECIDABLE } from "../compare.ts";
import type { Comparison } from "../expression.ts";
import type { Interpreter } from "./interpreter.ts";

/** The condition of a case, which may be `\text{otherwise}`. */
export function interpretCondition(
  interpreter: Interpreter,
  nodes: readonly TexNode[],
  place: Span,
): Comparison[] | "otherwise" {
  const only = nodes.length === 1 ? nodes[0] : undefined;
  const isRest = only !== undefined && /^(otherwise|else)[.,]?$/.test(textOf(only) ?? "");
  return isRest ? "otherwise" : interpretComparisons(interpreter, nodes, place);
}

/** `x > 0`, `a \le x < b`; several joined by a comma or "and". */
export function interpretComparisons(interpreter: Interpreter, nodes: readonly TexNode[], place: Span): Comparison[] {
  const isJoint = (node: TexNode) =>
    isComma(node) || textOf(node) === "and" || (node.type === "operator" && node.name === "\\wedge");
  const stated = nodes.filter((node) => !/^(if|for|when)$/.test(textOf(node) ?? ""));
  const parts = splitAt(stated, isJoint).filter((part) => part.length > 0);
  if (parts.length === 0) throw noCondition(place);
  return parts.flatMap((part) => interpretChain(interpreter, part));
}

function interpretChain(interpreter: Interpreter, nodes: readonly TexNode[]): Comparison[] {
  const relations = nodes.filter((node): node is NodeOf<"relation"> => node.type === "relation");
  const sides = splitAt(nodes, (node) => node.type === "relation").map((side) =>
    interpreter.interpret(side, spanOf(nodes)),
  );
  if (relations.length === 0) throw noCondition(spanOf(nodes));
  return relations.map((relation, i) => {
    const [left, right] = [sides[i], sides[i + 1]];
    if (left === undefined || right === undefined) throw new Error("a relation has two sides");
    if (!DECIDABLE.has(relation.name)) {
      throw new TexError(`\`${relation.name}\` is no condition: write one such as \`x > 0\``, relation);
    }
    return { relation: relation.name, left, right, start: left.start, end: right.end };
  });
}

function noCondition(place: Span): TexError {
  return new TexError("There is no condition: write one such as `x > 0`", place);
}
