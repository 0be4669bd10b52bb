import { isBare, isPlainLetter, type TexNode } from "../../parse/node.ts";
import { print } from "../../parse/print-tree.ts";
import { type Span, TexError } from "../../span.ts";
import { type Entry, entryError, isSeparator } from "../entry.ts";
import type { Expression } from "../expression.ts";
import { isComma, splitAt } from "../find-name.ts";
import { BUILTINS } from "../functions.ts";
import type { Scope } from "../scope.ts";
import { parseComparisons } from "./conditions.ts";
import { type Parser, parseExpression } from "./interpret.ts";
import { finish, index, raise } from "./scripts.ts";

/** A letter or word that is no value of the example: a function, a constant or an index. */
export function parseSymbol(parser: Parser, node: TexNode & { type: "symbol" }): Expression {
  const span = { start: node.start, end: node.end };
  const next = parser.peek();
  const argument = next?.type === "group" && next.open !== "" ? next : undefined;
  if (argument !== undefined) {
    const applied = parseApplication(parser, node, argument) ?? parseIndicator(parser, node, argument);
    if (applied !== undefined) return applied;
  }
  if (node.sub === undefined && node.primes === 0) {
    const constant = CONSTANT_VALUES.get(node.name);
    if (constant !== undefined) return raise(parser, { type: "constant", value: constant, ...span }, node);
    if (isPlainLetter({ ...node, sup: undefined } as TexNode) && argument === undefined) {
      parser.scope.unresolved.set(node.name, span);
      return raise(parser, { type: "local", name: node.name, ...span }, node);
    }
  }
  throw noValue(parser, node, argument !== undefined);
}

function noValue(parser: Parser, node: TexNode & { type: "symbol" }, isCalled: boolean): TexError {
  const name = print([{ ...node, sup: undefined } as TexNode]);
  const plain = parser.scope.entries.find((entry) => entry.key === node.name && node.sub !== undefined);
  if (plain !== undefined && plain.meaning.type === "value" && !Array.isArray(plain.meaning.value)) {
    return new TexError(`Unexpected \`${name}\`, the example has \`${node.name}\` as a number, not as a list`, node);
  }
  if (isCalled) return new TexError(`Unexpected \`${name}(…)\`, neither in the example nor a known function`, node);
  return new TexError(`Expected a value for \`${name}\` in the example`, node);
}

/** `f(x)` of a declared or a known function. */
function parseApplication(
  parser: Parser,
  node: TexNode & { type: "symbol" },
  group: TexNode & { type: "group" },
): Expression | undefined {
  const head = { ...node, sup: undefined } as TexNode;
  const declared = parser.scope.entries.find(
    ({ meaning, nodes }) =>
      meaning.type !== "value" && nodes.length === 2 && print(nodes.slice(0, 1)) === print([head]),
  );
  const isBuiltin = node.primes === 0 && BUILTINS.has(node.name);
  if (declared === undefined && !isBuiltin) return undefined;
  parser.at += 1;
  const span = { start: node.start, end: group.end };
  const parts = splitAt(group.body, declared === undefined ? isComma : isSeparator);
  const args = parts.map((part) => parseExpression(part, parser.scope, group));
  const call =
    declared === undefined
      ? ({ type: "call", name: node.name, args, ...span } as const)
      : applyEntry(parser, declared, args, span);
  const indexed = index(parser, declared === undefined ? index(parser, call, node) : call, group);
  return raise(parser, raise(parser, indexed, node), group);
}

function applyEntry(parser: Parser, entry: Entry, args: Expression[], span: Span): Expression {
  parser.scope.used.add(entry.key);
  const { meaning } = entry;
  if (meaning.type === "table") return { type: "lookup", entry, args, rows: meaning.rows, ...span };
  if (meaning.type === "value") throw new Error("a value is not applied");
  if (args.length !== meaning.parameters.length) {
    const expected = meaning.parameters.length;
    throw new TexError(
      `Unexpected ${args.length} arguments, the example declares \`${entry.key}\` with ${expected}`,
      span,
    );
  }
  const { parameters } = meaning;
  return {
    type: "apply",
    entry,
    args,
    parameters,
    body: readBody(entry, parameters, meaning.body, parser.scope),
    ...span,
  };
}

/** A function's body knows its parameters and the example, not the letters bound where it is called. */
function readBody(entry: Entry, parameters: readonly string[], body: readonly TexNode[], scope: Scope): Expression {
  const known = scope.bodies.get(entry.key);
  if (known === "open") throw entryError(entry.key, "Unexpected function that calls itself");
  if (known !== undefined) return known;
  scope.bodies.set(entry.key, "open");
  const inner: Scope = { ...scope, locals: new Set(parameters), free: new Set(), unresolved: new Map() };
  try {
    const expression = parseExpression(body, inner);
    const [loose] = [...inner.unresolved.keys(), ...inner.free];
    if (loose !== undefined) throw entryError(entry.key, `Expected a value for \`${loose}\` in the example`);
    scope.bodies.set(entry.key, expression);
    return expression;
  } catch (error) {
    if (error instanceof TexError && error.entry === undefined) throw entryError(entry.key, error.message);
    throw error;
  }
}

/** `\mathbb{1}[x > 0]` is 1 where the condition holds, else 0. */
function parseIndicator(
  parser: Parser,
  node: TexNode & { type: "symbol" },
  group: TexNode & { type: "group" },
): Expression | undefined {
  if (!INDICATORS.has(node.name) || !isBare(node)) return undefined;
  if (!group.body.some((inner) => inner.type === "relation")) return undefined;
  parser.at += 1;
  const when = parseComparisons(group.body, parser.scope, group);
  return finish(parser, { type: "indicator", when, start: node.start, end: group.end }, group);
}

const INDICATORS: ReadonlySet<string> = new Set(["\\mathbb{1}", "\\mathbf{1}", "\\mathbb{I}"]);
const CONSTANT_VALUES: ReadonlyMap<string, number | { kind: "identity"; scale: number }> = new Map<
  string,
  number | { kind: "identity"; scale: number }
>([
  ["e", Math.E],
  ["\\mathrm{e}", Math.E],
  ["\\pi", Math.PI],
  ["\\infty", Number.POSITIVE_INFINITY],
  ["I", { kind: "identity", scale: 1 }],
  ["\\mathbf{I}", { kind: "identity", scale: 1 }],
]);
