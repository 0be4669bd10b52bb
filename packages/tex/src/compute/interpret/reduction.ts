import { isBare, type TexNode } from "../../parse/node.ts";
import { spanOf, TexError } from "../../span.ts";
import type { Comparison, Expression, OverKind, Range } from "../expression.ts";
import { isComma, splitAt } from "../find-name.ts";
import { bindLocals, type Scope } from "../scope.ts";
import { DECIDABLE } from "./conditions.ts";
import { type Parser, parseExpression } from "./interpret.ts";

export const FUNCTIONS_OVER: ReadonlyMap<string, OverKind> = new Map([
  ["\\sum", "sum"],
  ["\\prod", "product"],
  ["\\max", "max"],
  ["\\min", "min"],
  ["\\argmax", "argmax"],
  ["\\argmin", "argmin"],
]);

interface Binding {
  variable: string;
  range: Range;
  only: Comparison[];
}

/** `\sum_{i=1}^{n}`, `\prod_i`, `\max_{x \in S}`, `\arg\min_\theta`: what they go over is the term that follows. */
export function parseOver(parser: Parser, node: TexNode & { type: "function" }): Expression {
  const kind = FUNCTIONS_OVER.get(node.name);
  if (kind === undefined || node.sub === undefined) {
    throw new TexError(`Expected an index under \`${node.name}\`, such as \`${node.name}_i\``, node);
  }
  const parts = splitAt(node.sub, isComma);
  const names = parts.map((part) => variableOf(part, node));
  if (parts.length > 1 && kind.startsWith("arg")) throw new TexError("Expected one letter under `\\arg`", node);
  const bindings = parts.map((part, i) => parseBinding(part, names.slice(0, i), node, parser.scope));
  if (node.sup !== undefined && !bindings.some(({ range }) => range.type === "from-to")) {
    throw new TexError(`Unexpected upper limit of \`${node.name}\`, expected \`i=1\` below it`, node);
  }
  const body = parser.parseBody(node.name, names);
  return bindings.reduceRight<Expression>(
    (inner, binding) => ({ type: "over", kind, ...binding, body: inner, start: node.start, end: body.end }),
    body,
  );
}

function variableOf(part: readonly TexNode[], node: TexNode): string {
  const [first] = part;
  if (first?.type === "symbol" && isBare(first)) return first.name;
  const place = part.length === 0 ? node : spanOf(part);
  throw new TexError("Unexpected limits, expected `i`, `i=1`, `x \\in S`, `S \\subseteq F` or `j \\neq i`", place);
}

function parseBinding(part: readonly TexNode[], outer: string[], node: TexNode, scope: Scope): Binding {
  const known = bindLocals(scope, outer);
  const variable = variableOf(part, node);
  const [, relation] = part;
  const rest = part.slice(2);
  if (relation === undefined) return { variable, range: { type: "lists" }, only: [] };
  if (relation.type !== "relation")
    throw new TexError("Unexpected limits, expected one letter and a relation", spanOf(part));
  const bound = (nodes: readonly TexNode[]) => parseExpression(nodes, known, spanOf(part));
  switch (relation.name) {
    case "=":
      if (node.sup === undefined) throw new TexError("Expected an upper limit, such as `\\sum_{i=1}^{n}`", node);
      return { variable, range: { type: "from-to", from: bound(rest), to: bound(node.sup) }, only: [] };
    case "\\in":
      return { variable, range: { type: "members", of: bound(rest) }, only: [] };
    case "\\subseteq":
    case "\\subset":
      if (relation.name === "\\subset") throw new TexError("Unexpected `\\subset`, expected `\\subseteq`", relation);
      return { variable, range: { type: "subsets", of: bound(rest) }, only: [] };
    default: {
      if (!DECIDABLE.has(relation.name)) throw new TexError(`Unexpected \`${relation.name}\` in limits`, relation);
      const left = parseExpression(part.slice(0, 1), bindLocals(known, [variable]));
      const right = bound(rest);
      const only = { relation: relation.name, left, right, start: left.start, end: right.end };
      return { variable, range: { type: "lists" }, only: [only] };
    }
  }
}
