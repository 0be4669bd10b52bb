import { isBare, type TexNode } from "../../parse/node.ts";
import { TexError } from "../../span.ts";
import type { Expression } from "../expression.ts";
import { findName, isComma, splitAt } from "../find-name.ts";
import { BUILTINS } from "../functions.ts";
import { type Parser, parseExpression } from "./interpret.ts";
import { FUNCTIONS_OVER, parseOver } from "./reduction.ts";
import { unexpected } from "./refuse.ts";
import { raise } from "./scripts.ts";
import { startsFactor } from "./starts-factor.ts";

/** `\log x`, `\max(a, b)`, `\sum_i`: a function that is printed upright, and what it acts on. */
export function parseFunction(parser: Parser, node: TexNode & { type: "function" }): Expression {
  if (node.primes > 0) throw unexpected(node);
  const next = parser.peek();
  if (node.name === "\\arg" && next?.type === "function" && (next.name === "\\max" || next.name === "\\min")) {
    parser.at += 1;
    return parseOver(parser, { ...next, name: `\\arg${next.name.slice(1)}`, start: node.start });
  }
  if (FUNCTIONS_OVER.has(node.name) && node.sub !== undefined) return parseOver(parser, node);
  if (!BUILTINS.has(node.name)) throw unexpected(node);
  const isLogarithm = node.name === "\\log";
  if (node.sub !== undefined && !isLogarithm) throw new TexError(`Unexpected subscript of \`${node.name}\``, node);
  const base = node.sub && parser.parseList(node.sub, node);
  const args =
    next?.type === "group" && ARGUMENT_BRACKETS.has(next.open)
      ? takeArguments(parser, next)
      : [parseBareArgument(parser, node)];
  const span = { start: node.start, end: args.at(-1)?.end ?? node.end };
  const [first] = args;
  const isWithBase = base !== undefined && first !== undefined && args.length === 1;
  if (base !== undefined && !isWithBase) throw new TexError("Expected one argument of a logarithm", span);
  const call: Expression = isWithBase
    ? { type: "logarithm", of: first, base, ...span }
    : { type: "call", name: node.name, args, ...span };
  return raiseFunction(parser, call, node);
}

/** `\log^2 x` is a power of the result; `\sin^{-1}` could be two things. */
function raiseFunction(parser: Parser, call: Expression, node: TexNode): Expression {
  const raised = raise(parser, call, node);
  const isInverse = raised.type === "power" && raised.exponent.type === "negate";
  if (isInverse) throw new TexError("Unexpected `^{-1}` on a function, expected `\\arcsin` or a fraction", node);
  return raised;
}

function takeArguments(parser: Parser, group: TexNode & { type: "group" }): Expression[] {
  parser.at += 1;
  if (!isBare(group)) {
    throw new TexError("Unexpected script after the argument, expected `\\log^2(x)` or `\\log(x^2)`", group);
  }
  return splitAt(group.body, isComma).map((part) => parseExpression(part, parser.scope, group));
}

/** `\log p_i`, `\cos 2\theta`: an argument without parentheses is one thing, or a number and what it multiplies. */
function parseBareArgument(parser: Parser, owner: TexNode & { type: "function" }): Expression {
  const next = parser.peek();
  if (next === undefined || !startsFactor(next))
    throw new TexError(`Expected something after \`${owner.name}\``, owner);
  let argument = parser.parseFactor();
  const isComplete = next.type === "function" || next.type === "bar";
  for (let node = parser.peek(); node !== undefined && !isComplete && startsFactor(node); node = parser.peek()) {
    if (node.type === "function") break;
    const isName = findName(parser.scope.entries, parser.nodes, parser.at) !== undefined;
    if (!isName && (node.type === "group" || node.type === "bar" || node.type === "table")) {
      throw new TexError(`Unexpected bracket, expected parentheses around all that \`${owner.name}\` acts on`, node);
    }
    if (next.type !== "number") {
      throw new TexError(
        `Unexpected product after \`${owner.name}\`, expected parentheses around all that it acts on`,
        node,
      );
    }
    const right = parser.parseFactor();
    argument = {
      type: "binary",
      operator: "juxtaposed",
      left: argument,
      right,
      start: argument.start,
      end: right.end,
    };
  }
  parser.bare = { at: parser.at, owner: owner.name };
  return argument;
}

const ARGUMENT_BRACKETS: ReadonlySet<string> = new Set(["(", "[", "\\{"]);
