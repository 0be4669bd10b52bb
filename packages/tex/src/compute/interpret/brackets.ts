import { isBare, type NodeOf, type TexNode } from "../../parse/node.ts";
import { isComma, splitAt } from "../../parse/split.ts";
import { TexError } from "../../tex-error.ts";
import type { Expression } from "../expression.ts";
import type { Interpreter } from "./interpreter.ts";
import { refuse } from "./refuse.ts";
import { applyScripts, applySuperscript } from "./scripts.ts";
import { interpretTable } from "./table.ts";

/** A group: its delimiters decide what is done with the inside. */
export function interpretGroup(interpreter: Interpreter, node: NodeOf<"group">): Expression {
  const span = { start: node.start, end: node.end };
  const only = node.body.length === 1 ? node.body[0] : undefined;
  if (only?.type === "table" && isBare(only)) {
    const isCases = node.open === "\\{" && node.close === ".";
    const table = interpretTable(interpreter, only, isCases ? "cases" : only.shape);
    if (node.open === "|" && node.close === "|") {
      return applyScripts(interpreter, { type: "enclosed", by: "determinant", of: table, ...span }, node);
    }
    if (isCases || node.open === "(" || node.open === "[") return applyScripts(interpreter, table, node);
  }
  const inside = () => interpreter.interpret(node.body, node);
  const enclosed = (by: "floor" | "ceiling" | "absolute") =>
    applyScripts(interpreter, { type: "enclosed", by, of: inside(), ...span }, node);
  switch (node.open + node.close) {
    case "()":
    case "[]":
      return applyScripts(interpreter, inside(), node);
    case "\\lfloor\\rfloor":
      return enclosed("floor");
    case "\\lceil\\rceil":
      return enclosed("ceiling");
    case "||":
      return enclosed("absolute");
    case "\\|\\|": {
      const norm = { type: "norm", of: inside(), order: orderOfNorm(interpreter, node), ...span } as const;
      return applySuperscript(interpreter, norm, node);
    }
    case "\\{\\}": {
      const parts = node.body.length === 0 ? [] : splitAt(node.body, isComma);
      const items = parts.map((item) => interpreter.interpret(item, node));
      return applyScripts(interpreter, { type: "set", items, ...span }, node);
    }
    case "\\langle\\rangle":
      return applyScripts(interpreter, interpretInnerProduct(interpreter, node), node);
    case "":
      throw new TexError("Braces are not printed, so it is unclear what the script applies to: use parentheses", node);
    default:
      throw refuse(node);
  }
}

function interpretInnerProduct(interpreter: Interpreter, node: NodeOf<"group">): Expression {
  const [left, right, ...more] = splitAt(node.body, isComma);
  if (left === undefined || right === undefined || more.length > 0) {
    throw new TexError("Angle brackets take two vectors: write `\\langle a, b \\rangle`", node);
  }
  return {
    type: "binary",
    operator: "\\cdot",
    left: interpreter.interpret(left, node),
    right: interpreter.interpret(right, node),
    start: node.start,
    end: node.end,
  };
}

/** `| … |` and `\| … \|`, whose opening and closing bars look alike: the next bar of the same kind closes. */
export function interpretBars(interpreter: Interpreter, open: NodeOf<"bar">): Expression {
  const { nodes, at } = interpreter;
  const close = nodes.findIndex((node, i) => i > at && node.type === "bar" && node.name === open.name);
  const bar = nodes[close];
  if (bar === undefined) throw new TexError(`\`${open.name}\` is never closed: add \`${open.name}\` after it`, open);
  if (!isBare(open)) throw new TexError(`An opening \`${open.name}\` has a script: put it on the closing one`, open);
  const span = { start: open.start, end: bar.end };
  const of = interpreter.interpret(nodes.slice(at + 1, close), span);
  interpreter.at = close + 1;
  if (open.name === "|") return applyScripts(interpreter, { type: "enclosed", by: "absolute", of, ...span }, bar);
  return applySuperscript(interpreter, { type: "norm", of, order: orderOfNorm(interpreter, bar), ...span }, bar);
}

function orderOfNorm(interpreter: Interpreter, node: TexNode): Expression | "F" {
  if (node.sub === undefined) return { type: "constant", value: 2, start: node.start, end: node.end };
  const only = node.sub.length === 1 ? node.sub[0] : undefined;
  if (only?.type === "symbol" && only.name === "F") return "F";
  return interpreter.interpret(node.sub, node);
}
