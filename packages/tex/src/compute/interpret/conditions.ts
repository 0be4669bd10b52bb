import type { TexNode } from "../../parse/node.ts";
import { type Span, spanOf, TexError } from "../../span.ts";
import type { Comparison } from "../expression.ts";
import { isComma, splitAt } from "../find-name.ts";
import type { Scope } from "../scope.ts";
import { parseExpression } from "./interpret.ts";

/** Relations that two values either fulfil or not. */
export const DECIDABLE: ReadonlySet<string> = new Set([
  "=",
  "\\neq",
  "<",
  ">",
  "\\leq",
  "\\geq",
  "\\leqslant",
  "\\geqslant",
  "\\in",
  "\\notin",
]);

/** The condition of a case, which may be `\text{otherwise}`. */
export function parseCondition(nodes: readonly TexNode[], scope: Scope, place: Span): Comparison[] | "otherwise" {
  const only = nodes.length === 1 ? nodes[0] : undefined;
  const isRest = only !== undefined && /^(otherwise|else)[.,]?$/.test(textOf(only) ?? "");
  return isRest ? "otherwise" : parseComparisons(nodes, scope, place);
}

/** `x > 0`, `a \le x < b`; several joined by a comma or "and". */
export function parseComparisons(nodes: readonly TexNode[], scope: Scope, place: Span): Comparison[] {
  const isJoint = (node: TexNode) =>
    isComma(node) || textOf(node) === "and" || (node.type === "operator" && node.name === "\\wedge");
  const stated = nodes.filter((node) => !/^(if|for|when)$/.test(textOf(node) ?? ""));
  const parts = splitAt(stated, isJoint).filter((part) => part.length > 0);
  if (parts.length === 0) throw noCondition(place);
  return parts.flatMap((part) => parseChain(part, scope));
}

/** The words of `\text{…}`. */
export function textOf(node: TexNode): string | undefined {
  return node.type === "symbol" ? /^\\(?:text|mathrm)\{(.*)\}$/.exec(node.name)?.[1] : undefined;
}

function noCondition(place: Span): TexError {
  return new TexError("Expected a condition such as `x > 0`", place);
}

function parseChain(nodes: readonly TexNode[], scope: Scope): Comparison[] {
  const relations = nodes.filter((node) => node.type === "relation");
  const sides = splitAt(nodes, (node) => node.type === "relation").map((side) =>
    parseExpression(side, scope, spanOf(nodes)),
  );
  if (relations.length === 0) throw noCondition(spanOf(nodes));
  return relations.map((relation, i) => {
    const [left, right] = [sides[i], sides[i + 1]];
    if (left === undefined || right === undefined) throw new Error("a relation has two sides");
    if (!DECIDABLE.has(relation.name)) throw new TexError(`Unexpected \`${relation.name}\` in a condition`, relation);
    return { relation: relation.name, left, right, start: left.start, end: right.end };
  });
}
