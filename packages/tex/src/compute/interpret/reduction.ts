import { isBare, type NodeOf, type TexNode } from "../../parse/node.ts";
import { isComma, splitAt } from "../../parse/split.ts";
import { spanOf } from "../../span.ts";
import { TexError } from "../../tex-error.ts";
import { DECIDABLE } from "../compare.ts";
import type { Comparison, Expression, Range, ReductionOperator } from "../expression.ts";
import { bindLocals } from "../scope.ts";
import type { Interpreter } from "./interpreter.ts";

export const REDUCTIONS: ReadonlyMap<string, ReductionOperator> = new Map([
  ["\\sum", "sum"],
  ["\\prod", "product"],
  ["\\max", "max"],
  ["\\min", "min"],
  ["\\argmax", "argmax"],
  ["\\argmin", "argmin"],
]);

interface IndexRange {
  variable: string;
  range: Range;
  conditions: Comparison[];
}

/** `\sum_{i=1}^{n}`, `\prod_i`, `\max_{x \in S}`, `\arg\min_\theta`, and the term that follows. */
export function interpretReduction(interpreter: Interpreter, node: NodeOf<"function">): Expression {
  const operator = REDUCTIONS.get(node.name);
  if (operator === undefined || node.sub === undefined) {
    throw new TexError(`\`${node.name}\` has no index: write one below it, such as \`${node.name}_i\``, node);
  }
  const parts = splitAt(node.sub, isComma);
  const letters = parts.map((part) => variableOf(part, node));
  if (parts.length > 1 && operator.startsWith("arg")) {
    throw new TexError("`\\arg` has more than one letter below it: write one", node);
  }
  const ranges = parts.map((part, i) => interpretRange(interpreter, part, letters.slice(0, i), node));
  if (node.sup !== undefined && !ranges.some(({ range }) => range.type === "from-to")) {
    throw new TexError(`\`${node.name}\` has an upper limit but no lower one: write \`i=1\` below it`, node);
  }
  const body = interpreter.interpretBody(node.name, letters);
  return ranges.reduceRight<Expression>(
    (inner, range) => ({ type: "reduction", operator, ...range, body: inner, start: node.start, end: body.end }),
    body,
  );
}

function variableOf(part: readonly TexNode[], node: TexNode): string {
  const [first] = part;
  if (first?.type === "symbol" && isBare(first)) return first.name;
  throw unknownLimits(part, node);
}

function unknownLimits(part: readonly TexNode[], node: TexNode): TexError {
  const place = part.length === 0 ? node : spanOf(part);
  return new TexError(
    "The limits are not understood: write `i`, `i=1`, `x \\in S`, `S \\subseteq F` or `j \\neq i`",
    place,
  );
}

/** `outer`: the letters that the same operator binds before this one. */
function interpretRange(
  interpreter: Interpreter,
  part: readonly TexNode[],
  outer: readonly string[],
  node: TexNode,
): IndexRange {
  const variable = variableOf(part, node);
  const [, relation] = part;
  if (relation === undefined) return { variable, range: { type: "lists" }, conditions: [] };
  if (relation.type !== "relation") throw unknownLimits(part, node);
  const scope = bindLocals(interpreter.scope, outer);
  const interpret = (nodes: readonly TexNode[]) => interpreter.interpret(nodes, spanOf(part), scope);
  const rest = part.slice(2);
  switch (relation.name) {
    case "=":
      if (node.sup === undefined) {
        throw new TexError("The upper limit is missing: write one, such as `\\sum_{i=1}^{n}`", node);
      }
      return { variable, range: { type: "from-to", from: interpret(rest), to: interpret(node.sup) }, conditions: [] };
    case "\\in":
      return { variable, range: { type: "members", of: interpret(rest) }, conditions: [] };
    case "\\subseteq":
      return { variable, range: { type: "subsets", of: interpret(rest) }, conditions: [] };
    case "\\subset":
      throw new TexError("`\\subset` leaves open whether the whole set counts: write `\\subseteq`", relation);
    default: {
      if (!DECIDABLE.has(relation.name)) throw unknownLimits(part, node);
      const letter = part.slice(0, 1);
      const left = interpreter.interpret(letter, spanOf(letter), bindLocals(scope, [variable]));
      const right = interpret(rest);
      const condition = { relation: relation.name, left, right, start: left.start, end: right.end };
      return { variable, range: { type: "lists" }, conditions: [condition] };
    }
  }
}
