import { isBare, isPlainLetter, type TexNode } from "../../parse/node.ts";
import { isComma, splitAt } from "../../parse/split.ts";
import { type Span, spanOf } from "../../span.ts";
import { TexError } from "../../tex-error.ts";
import type { Expression, Index } from "../expression.ts";
import { findName } from "../find-name.ts";
import type { Interpreter } from "./interpreter.ts";

/** Applies a node's subscript as an index, then its superscript as a power or a transpose. */
export function applyScripts(interpreter: Interpreter, of: Expression, node: TexNode): Expression {
  return applySuperscript(interpreter, applySubscript(interpreter, of, node), node);
}

export function applySubscript(interpreter: Interpreter, of: Expression, node: TexNode): Expression {
  if (node.sub === undefined) return of;
  return { type: "index", of, indices: interpretIndices(interpreter, node.sub), start: of.start, end: node.end };
}

export function applySuperscript(interpreter: Interpreter, of: Expression, node: TexNode): Expression {
  if (node.primes > 0 && of.type !== "name") {
    throw new TexError("Only a name has primes: give the primed name a value in the example", node);
  }
  if (node.sup === undefined) return of;
  const only = node.sup.length === 1 ? node.sup[0] : undefined;
  const span = { start: of.start, end: node.end };
  if (only?.type === "symbol" && isBare(only)) {
    if (only.name === "\\top" || only.name === "\\intercal") return { type: "transpose", of, sign: "\\top", ...span };
    const { scope } = interpreter;
    const isNamed = scope.locals.has(only.name) || findName(scope.entries, node.sup, 0) !== undefined;
    if (TRANSPOSE_LETTERS.has(only.name) && !isNamed) return { type: "transpose", of, sign: "T", ...span };
  }
  return { type: "power", of, exponent: interpreter.interpret(node.sup, node), ...span };
}

const TRANSPOSE_LETTERS: ReadonlySet<string> = new Set(["T", "\\mathsf{T}", "\\mathrm{T}", "\\mathtt{T}"]);

/** The indices of a subscript, separated by commas; letters side by side are one index each: `x_{ij}`. */
export function interpretIndices(interpreter: Interpreter, nodes: readonly TexNode[]): Index[] {
  if (nodes.length === 0) return [];
  return splitAt(nodes, isComma).flatMap((part) => {
    const isRowOfLetters =
      part.length > 1 &&
      part.every((node) => isPlainLetter(node) || (node.type === "number" && /^\d$/.test(node.text)));
    const isName = findName(interpreter.scope.entries, part, 0)?.length === part.length;
    const indices = isRowOfLetters && !isName ? part.map((node) => [node]) : [part];
    return indices.map((index) => interpretIndex(interpreter, index, spanOf(nodes)));
  });
}

function interpretIndex(interpreter: Interpreter, nodes: readonly TexNode[], place: Span): Index {
  const colon = nodes.findIndex((node) => node.type === "punctuation" && node.name === ":");
  if (colon >= 0) {
    const [before, after] = [nodes.slice(0, colon), nodes.slice(colon + 1)];
    const from = before.length === 0 ? undefined : interpreter.interpret(before, place);
    const to = after.length === 0 ? undefined : interpreter.interpret(after, place);
    return { type: "slice", from, to, ...spanOf(nodes) };
  }
  const { scope } = interpreter;
  const only = nodes.length === 1 ? nodes[0] : undefined;
  const isFree = isPlainLetter(only) && !scope.locals.has(only.name) && findName(scope.entries, nodes, 0) === undefined;
  if (!isFree) return interpreter.interpret(nodes, place);
  scope.free.add(only.name);
  return { type: "local", name: only.name, start: only.start, end: only.end };
}
