import { isBare, isPlainLetter, type NodeOf, type TexNode, withoutScript } from "../../parse/node.ts";
import { print } from "../../parse/print-tree.ts";
import { isArgumentSeparator, isComma, splitAt } from "../../parse/split.ts";
import type { Span } from "../../span.ts";
import { TexError } from "../../tex-error.ts";
import { type Entry, entryError, missingValue, noValueFor } from "../entry.ts";
import type { Expression } from "../expression.ts";
import { BUILTINS } from "../functions.ts";
import type { Identity } from "../value.ts";
import { interpretComparisons } from "./conditions.ts";
import type { Interpreter } from "./interpreter.ts";
import { applyScripts, applySubscript, applySuperscript } from "./scripts.ts";

/** A letter or word without a value in the example: a function, a constant or an index. */
export function interpretSymbol(interpreter: Interpreter, node: NodeOf<"symbol">): Expression {
  const span = { start: node.start, end: node.end };
  const next = interpreter.peek();
  const argument = next?.type === "group" && next.open !== "" ? next : undefined;
  if (argument !== undefined) {
    const applied =
      interpretApplication(interpreter, node, argument) ?? interpretIndicator(interpreter, node, argument);
    if (applied !== undefined) return applied;
  }
  if (node.sub === undefined && node.primes === 0) {
    const value = CONSTANT_VALUES.get(node.name);
    if (value !== undefined) return applySuperscript(interpreter, { type: "constant", value, ...span }, node);
    if (isPlainLetter(withoutScript(node, "sup")) && argument === undefined) {
      interpreter.scope.unresolved.set(node.name, span);
      return applySuperscript(interpreter, { type: "local", name: node.name, ...span }, node);
    }
  }
  throw noValue(interpreter, node, argument !== undefined);
}

function noValue(interpreter: Interpreter, node: NodeOf<"symbol">, isCalled: boolean): TexError {
  const name = print([withoutScript(node, "sup")]);
  const plain = interpreter.scope.entries.find((entry) => entry.key === node.name && node.sub !== undefined);
  if (plain !== undefined && plain.meaning.type === "value" && !Array.isArray(plain.meaning.value)) {
    const reason = `The example has a value for \`${node.name}\`, not for \`${name}\`: add one, or give \`${node.name}\` a list`;
    return new TexError(reason, node, undefined, { missing: name });
  }
  if (!isCalled) return noValueFor(name, node);
  return new TexError(`\`${name}(…)\` is no known function: add it to the example`, node);
}

/** `f(x)` of a function that the example or this package declares. */
function interpretApplication(
  interpreter: Interpreter,
  node: NodeOf<"symbol">,
  group: NodeOf<"group">,
): Expression | undefined {
  const name = print([withoutScript(node, "sup")]);
  const declared = interpreter.scope.entries.find(
    ({ meaning, nodes }) => meaning.type !== "value" && nodes.length === 2 && print(nodes.slice(0, 1)) === name,
  );
  const isBuiltin = node.primes === 0 && BUILTINS.has(node.name);
  if (declared === undefined && !isBuiltin) return undefined;
  interpreter.at += 1;
  const span = { start: node.start, end: group.end };
  const parts = splitAt(group.body, declared === undefined ? isComma : isArgumentSeparator);
  const args = parts.map((part) => interpreter.interpret(part, group));
  const call: Expression =
    declared === undefined
      ? applySubscript(interpreter, { type: "call", name: node.name, args, ...span }, node)
      : applyEntry(interpreter, declared, args, span);
  const indexed = applySubscript(interpreter, call, group);
  return applySuperscript(interpreter, applySuperscript(interpreter, indexed, node), group);
}

function applyEntry(interpreter: Interpreter, entry: Entry, args: Expression[], span: Span): Expression {
  interpreter.scope.used.add(entry.key);
  const { meaning } = entry;
  if (meaning.type === "table") return { type: "lookup", entry, args, rows: meaning.rows, ...span };
  if (meaning.type === "value") throw new Error("a value is not applied");
  const { parameters, body } = meaning;
  if (args.length !== parameters.length) {
    const taken = parameters.length === 1 ? "1 argument" : `${parameters.length} arguments`;
    throw new TexError(`\`${entry.key}\` takes ${taken}, here it has ${args.length}: make them equal`, span);
  }
  return { type: "apply", entry, args, parameters, body: interpretBody(interpreter, entry, parameters, body), ...span };
}

/** A function's body knows its parameters and the example, not the letters bound where it is called. */
function interpretBody(
  interpreter: Interpreter,
  entry: Entry,
  parameters: readonly string[],
  body: readonly TexNode[],
): Expression {
  const { scope } = interpreter;
  const known = scope.bodies.get(entry.key);
  if (known === "open") throw entryError(entry.key, "The function calls itself: write its body without it");
  if (known !== undefined) return known;
  scope.bodies.set(entry.key, "open");
  const inner = { ...scope, locals: new Set(parameters), free: new Set<string>(), unresolved: new Map() };
  try {
    const expression = interpreter.interpret(body, { start: 0, end: 0 }, inner);
    const [loose] = [...inner.unresolved.keys(), ...inner.free];
    if (loose !== undefined) throw entryError(entry.key, missingValue(loose));
    scope.bodies.set(entry.key, expression);
    return expression;
  } catch (error) {
    if (error instanceof TexError && error.entry === undefined) throw entryError(entry.key, error.message);
    throw error;
  }
}

/** `\mathbb{1}[x > 0]` is 1 where the condition holds, else 0. */
function interpretIndicator(
  interpreter: Interpreter,
  node: NodeOf<"symbol">,
  group: NodeOf<"group">,
): Expression | undefined {
  if (!INDICATORS.has(node.name) || !isBare(node)) return undefined;
  if (!group.body.some((inner) => inner.type === "relation")) return undefined;
  interpreter.at += 1;
  const when = interpretComparisons(interpreter, group.body, group);
  return applyScripts(interpreter, { type: "indicator", when, start: node.start, end: group.end }, group);
}

const INDICATORS: ReadonlySet<string> = new Set(["\\mathbb{1}", "\\mathbf{1}", "\\mathbb{I}"]);
const CONSTANT_VALUES: ReadonlyMap<string, number | Identity> = new Map<string, number | Identity>([
  ["e", Math.E],
  ["\\mathrm{e}", Math.E],
  ["\\pi", Math.PI],
  ["\\infty", Number.POSITIVE_INFINITY],
  ["I", { kind: "identity", scale: 1 }],
  ["\\mathbf{I}", { kind: "identity", scale: 1 }],
]);
