import { isBare, type NodeOf } from "../../parse/node.ts";
import { print } from "../../parse/print-tree.ts";
import { isComma, splitAt } from "../../parse/split.ts";
import { TexError } from "../../tex-error.ts";
import type { Expression } from "../expression.ts";
import { findName } from "../find-name.ts";
import { BUILTINS } from "../functions.ts";
import type { Interpreter } from "./interpreter.ts";
import { interpretReduction, REDUCTIONS } from "./reduction.ts";
import { refuse } from "./refuse.ts";
import { applySuperscript } from "./scripts.ts";
import { startsFactor } from "./starts-factor.ts";

/** `\log x`, `\max(a, b)`, `\sum_i`: a function printed upright, and its argument. */
export function interpretFunction(interpreter: Interpreter, node: NodeOf<"function">): Expression {
  if (node.primes > 0) throw refuse(node);
  const next = interpreter.peek();
  if (node.name === "\\arg" && next?.type === "function" && (next.name === "\\max" || next.name === "\\min")) {
    interpreter.at += 1;
    return interpretReduction(interpreter, { ...next, name: `\\arg${next.name.slice(1)}`, start: node.start });
  }
  if (REDUCTIONS.has(node.name) && node.sub !== undefined) return interpretReduction(interpreter, node);
  if (!BUILTINS.has(node.name)) throw refuse(node);
  if (node.sub !== undefined && node.name !== "\\log") {
    throw new TexError(`\`${node.name}\` has a subscript, which only \`\\log\` takes: remove it`, node);
  }
  const base = node.sub && interpreter.interpret(node.sub, node);
  const args =
    next?.type === "group" && ARGUMENT_BRACKETS.has(next.open)
      ? takeArguments(interpreter, next)
      : [interpretBareArgument(interpreter, node)];
  const span = { start: node.start, end: args.at(-1)?.end ?? node.end };
  const [first] = args;
  const hasBase = base !== undefined && first !== undefined && args.length === 1;
  if (base !== undefined && !hasBase) {
    throw new TexError("A logarithm takes one argument: remove the others", span);
  }
  const call: Expression = hasBase
    ? { type: "logarithm", of: first, base, ...span }
    : { type: "call", name: node.name, args, ...span };
  return raiseToPower(interpreter, call, node);
}

/** `\log^2 x` is a power of the result; `\sin^{-1} x` may be the inverse function or the reciprocal. */
function raiseToPower(interpreter: Interpreter, call: Expression, node: NodeOf<"function">): Expression {
  const raised = applySuperscript(interpreter, call, node);
  if (raised.type === "power" && raised.exponent.type === "negate") {
    throw new TexError("`^{-1}` on a function has two meanings: write `\\arcsin` or a fraction", node);
  }
  return raised;
}

function takeArguments(interpreter: Interpreter, group: NodeOf<"group">): Expression[] {
  interpreter.at += 1;
  if (!isBare(group)) {
    throw new TexError("A script after the argument has two meanings: write `\\log^2(x)` or `\\log(x^2)`", group);
  }
  return splitAt(group.body, isComma).map((part) => interpreter.interpret(part, group));
}

/** `\log p_i`, `\cos m\theta`: without parentheses, the argument is the factors up to an operator or another function, as in
 *  TeX books. A bracket may be the argument's or a factor of its own: that is refused. */
function interpretBareArgument(interpreter: Interpreter, owner: NodeOf<"function">): Expression {
  const first = interpreter.peek();
  if (first === undefined || !startsFactor(first)) {
    throw new TexError(`\`${owner.name}\` lacks its argument: write one after it`, owner);
  }
  const from = interpreter.at;
  let argument = interpreter.interpretFactor();
  const isComplete = first.type === "function" || first.type === "bar";
  for (let node = interpreter.peek(); node !== undefined && !isComplete; node = interpreter.peek()) {
    if (!startsFactor(node) || node.type === "function") break;
    const isName = findName(interpreter.scope.entries, interpreter.nodes, interpreter.at) !== undefined;
    if (!isName && (node.type === "group" || node.type === "bar" || node.type === "table" || node.type === "number")) {
      const [short, next] = [print(interpreter.nodes.slice(from, interpreter.at)), print([node])];
      const ways =
        node.type === "bar"
          ? `\`${owner.name}(${short})\``
          : `\`${owner.name}(${short})${next}\` or \`${owner.name}(${short}${next})\``;
      throw new TexError(
        `The argument of \`${owner.name}\` may end before \`${print([node])}\` or after it: write ${ways}`,
        node,
      );
    }
    const right = interpreter.interpretFactor();
    argument = {
      type: "binary",
      operator: "juxtaposed",
      left: argument,
      right,
      start: argument.start,
      end: right.end,
    };
  }
  interpreter.bareArgument = { from, end: interpreter.at, owner: owner.name };
  return argument;
}

const ARGUMENT_BRACKETS: ReadonlySet<string> = new Set(["(", "[", "\\{"]);
