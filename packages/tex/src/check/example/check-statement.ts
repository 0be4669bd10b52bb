import { type Entry, toEntry } from "../../compute/entry.ts";
import { at, bindLocal, compare, compute, type Environment } from "../../compute/evaluate.ts";
import type { Expression } from "../../compute/expression.ts";
import { findName, isComma, splitAt } from "../../compute/find-name.ts";
import { DECIDABLE } from "../../compute/interpret/conditions.ts";
import { parseExpression } from "../../compute/interpret/interpret.ts";
import { lengthOver } from "../../compute/reduce.ts";
import { makeScope } from "../../compute/scope.ts";
import { dimensionsOf, format, isList, isSet, toNumber, type Value } from "../../compute/value.ts";
import { isBare, isPlainLetter, type TexNode } from "../../parse/node.ts";
import { print } from "../../parse/print-tree.ts";
import { spanOf, TexError, type TexMessage } from "../../span.ts";
import type { Statement } from "./statement.ts";
import { agrees, agreesComputed, digitsOf } from "./tolerance.ts";

/** What is known of an example while the statements of a formula are checked one after the other. */
export interface Context {
  entries: Entry[];
  used: Set<string>;
  /** Names that the formula itself gives a value, and where. */
  defined: Map<string, TexNode>;
  /** `i = 1, \dots, n`. */
  limits: Map<string, { from: TexNode[]; to: TexNode[] }>;
  budget: { steps: number };
}

export interface Outcome {
  messages: TexMessage[];
  /** How many relations were found to hold or not. */
  checked: number;
}

const EQUALITIES: ReadonlySet<string> = new Set(["=", ":=", "\\coloneqq", "\\triangleq", "\\equiv"]);
const ASSIGNMENTS: ReadonlySet<string> = new Set(["\\leftarrow"]);
const NUMBER_SETS: ReadonlySet<string> = new Set(["\\mathbb{R}", "\\mathbb{N}", "\\mathbb{Z}"]);
const MAX_COMBINATIONS = 10_000;

/** Whether a statement only says how far an index goes; if so, that is noted. */
export function noteLimits({ sides, relations }: Statement, context: Context): boolean {
  const [left = [], right = []] = sides;
  const [letter] = left;
  const [from, dots, to] = splitAt(right, isComma);
  const isRange =
    relations.length === 1 && relations[0]?.name === "=" && dots?.length === 1 && dots[0]?.type === "dots";
  if (!isRange || left.length !== 1 || !isPlainLetter(letter) || from === undefined || to === undefined) return false;
  context.limits.set(letter.name, { from, to });
  return true;
}

/** The name to which a statement gives a value, when the example has none for it. */
export function definedName(
  { sides, relations }: Statement,
  context: Context,
): (TexNode & { type: "symbol" }) | undefined {
  const [node, ...more] = sides[0] ?? [];
  if (node?.type !== "symbol" || more.length > 0 || node.sup !== undefined) return undefined;
  if (!EQUALITIES.has(relations[0]?.name ?? "")) return undefined;
  if (node.sub !== undefined && !(node.sub.length === 1 && isPlainLetter(node.sub[0]))) return undefined;
  return findName(context.entries, [node], 0) === undefined ? node : undefined;
}

/** Checks every relation of a statement, for all values of its free indices.
 *  @throws {TexError} when it cannot be understood or computed. */
export function checkStatement(statement: Statement, context: Context): Outcome {
  const { relations } = statement;
  const [first] = relations;
  if (first === undefined) {
    throw new TexError("Expected an equation, name the result: `y = …`", spanOf(statement.sides[0] ?? []));
  }
  const name = definedName(statement, context);
  const scope = makeScope(context.entries, context.used);
  const isStep = ASSIGNMENTS.has(first.name);
  const sides = statement.sides.map((side, i) => {
    if (i === 0 && name !== undefined) return undefined;
    if (isNumberSet(side) && relations[i - 1]?.name === "\\in") return undefined;
    const place = relations[i] ?? relations[i - 1] ?? first;
    return parseExpression(i === 0 && isStep ? afterStep(side, context) : side, scope, place);
  });
  if (name?.sub !== undefined) scope.free.add(print(name.sub));
  for (const [letter, span] of scope.unresolved) {
    if (!scope.free.has(letter)) throw new TexError(`Expected a value for \`${letter}\` in the example`, span);
  }
  const environments = forAll(
    [...scope.free].sort(),
    sides.filter((side) => side !== undefined),
    context,
    first,
  );
  if (name !== undefined) define(name, sides[1], environments, context);
  const outcome: Outcome = { messages: [], checked: 0 };
  for (const [i, relation] of relations.entries()) {
    if (i === 0 && name !== undefined) continue;
    const right = statement.sides[i + 1] ?? [];
    const fault = environments
      .map((environment) => checkRelation(relation, sides[i], sides[i + 1], right, environment, context))
      .find((reason) => reason !== undefined);
    outcome.checked += 1;
    if (fault !== undefined) outcome.messages.push({ reason: fault, ...spanOf(right.length > 0 ? right : [relation]) });
  }
  if (outcome.messages.length === 0) sharpen(sides[0], sides[1], relations[0]?.name ?? "", environments, context);
  return outcome;
}

/** `\theta \leftarrow …` gives `\theta'`. */
function afterStep(side: readonly TexNode[], context: Context): TexNode[] {
  const [node, ...more] = side;
  if (node === undefined || more.length > 0) throw new TexError("Expected one name before `\\leftarrow`", spanOf(side));
  const primed = [{ ...node, primes: node.primes + 1 }];
  if (findName(context.entries, primed, 0) !== undefined) return primed;
  throw new TexError(
    `Expected a value for \`${print(primed)}\` in the example: \`${print(side)}\` after the step`,
    node,
  );
}

function isNumberSet(side: readonly TexNode[]): boolean {
  const [node, ...more] = side;
  return node?.type === "symbol" && more.length === 0 && NUMBER_SETS.has(node.name) && node.sub === undefined;
}

/** One environment for every combination of the free indices. */
function forAll(
  letters: readonly string[],
  sides: readonly Expression[],
  context: Context,
  place: TexNode,
): Environment[] {
  let environments: Environment[] = [{ locals: new Map(), budget: context.budget }];
  for (const letter of letters) {
    environments = environments.flatMap((environment) =>
      indicesOf(letter, sides, context, environment, place).map((i) => bindLocal(environment, letter, i)),
    );
    if (environments.length > MAX_COMBINATIONS) throw new TexError("Unexpected number of free indices", place);
  }
  return environments;
}

function indicesOf(
  letter: string,
  sides: readonly Expression[],
  context: Context,
  environment: Environment,
  place: TexNode,
): number[] {
  const limits = context.limits.get(letter);
  const length = lengthOver(letter, sides, environment);
  if (limits !== undefined) {
    const scope = makeScope(context.entries, context.used);
    const [from, to] = [limits.from, limits.to].map((end) =>
      at(place, () => toNumber(compute(parseExpression(end, scope, place), environment))),
    );
    if (from === undefined || to === undefined || !(to - from < MAX_COMBINATIONS)) {
      throw new TexError(`Unexpected range of \`${letter}\``, spanOf(limits.to));
    }
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  }
  if (length === undefined)
    throw new TexError(`Expected a list in the example that tells how far \`${letter}\` goes`, place);
  return Array.from({ length }, (_, i) => i + 1);
}

/** Makes an entry of a name that the formula defines, for the statements that follow. */
function define(
  name: TexNode & { type: "symbol" },
  right: Expression | undefined,
  environments: readonly Environment[],
  context: Context,
): void {
  if (right === undefined) throw new TexError("Expected a value, nothing stands here", name);
  const values = environments.map((environment) => compute(right, environment));
  const value = name.sub === undefined ? values[0] : values;
  if (value === undefined || isSet(value))
    throw new TexError(`Expected a value for \`${print([name])}\` in the example`, name);
  const key = print([name]);
  const entry = toEntry(key, 0, []);
  const letters = name.sub === undefined ? [] : [print(name.sub)];
  context.entries.push({ ...entry, meaning: { type: "value", value, letters } });
  context.defined.set(key, name);
}

function checkRelation(
  relation: TexNode & { type: "relation" },
  left: Expression | undefined,
  right: Expression | undefined,
  rightNodes: readonly TexNode[],
  environment: Environment,
  context: Context,
): string | undefined {
  if (left === undefined) throw new TexError("Expected something to compare", relation);
  const a = compute(left, environment);
  if (right === undefined)
    return checkShape(a, print(left.type === "name" ? left.entry.nodes : []), rightNodes, context);
  const b = compute(right, environment);
  const isEquality = EQUALITIES.has(relation.name) || ASSIGNMENTS.has(relation.name);
  if (isEquality || relation.name === "\\approx") return checkEqual(left, a, right, b, !isEquality);
  if (!DECIDABLE.has(relation.name))
    throw new TexError(`Unexpected \`${relation.name}\`, numbers cannot decide it`, relation);
  const isTrue = at(relation, () => compare(relation.name, a, b));
  return isTrue ? undefined : `${format(a)} ${relation.name} ${format(b)} does not hold`;
}

function checkEqual(left: Expression, a: Value, right: Expression, b: Value, isRough: boolean): string | undefined {
  if (left.type === "name") {
    if (agrees(b, a, digitsOfEntry(left.entry), isRough)) return undefined;
    return `\`${left.entry.key}\` is ${format(a)} in the example, but the formula gives ${format(b)}`;
  }
  if (right.type === "name") {
    if (agrees(a, b, digitsOfEntry(right.entry), isRough)) return undefined;
    return `\`${right.entry.key}\` is ${format(b)} in the example, but the left side gives ${format(a)}`;
  }
  return agreesComputed(a, b, isRough)
    ? undefined
    : `The left side gives ${format(a)}, but the right side ${format(b)}`;
}

function digitsOfEntry({ meaning }: Entry): number {
  return meaning.type === "value" ? digitsOf(meaning.value) : 0;
}

/** `W \in \mathbb{R}^{d \times k}` says what shape W has. */
function checkShape(value: Value, name: string, set: readonly TexNode[], context: Context): string | undefined {
  const shape = set[0]?.sup;
  const found = dimensionsOf(value);
  const isWhole = set[0]?.type === "symbol" && set[0].name !== "\\mathbb{R}";
  if (isWhole && typeof value === "number" && !Number.isInteger(value)) return `${format(value)} is not a whole number`;
  if (shape === undefined)
    return isList(value) ? `\`${name}\` has the shape [${found.join("×")}], not a number` : undefined;
  const sizes = splitAt(shape, (node) => node.type === "operator" && node.name === "\\times");
  const wanted = sizes.map((size) => sizeOf(size, context));
  const fits = wanted.length === found.length && wanted.every((size, i) => size === undefined || size === found[i]);
  return fits ? undefined : `\`${name}\` has the shape [${found.join("×")}], not [${sizes.map(print).join("×")}]`;
}

/** The size that a number or a name in an exponent stands for; a name without a value fits any size. */
function sizeOf(nodes: readonly TexNode[], context: Context): number | undefined {
  const [node, ...more] = nodes;
  if (node?.type === "number" && more.length === 0 && isBare(node)) return Number(node.text);
  const match = findName(context.entries, nodes, 0);
  if (match?.length !== nodes.length || match.entry.meaning.type !== "value") return undefined;
  context.used.add(match.entry.key);
  return typeof match.entry.meaning.value === "number" ? match.entry.meaning.value : undefined;
}

/** A name whose value holds gets all its digits, so that rounding does not add up in later statements. */
function sharpen(
  left: Expression | undefined,
  right: Expression | undefined,
  relation: string,
  environments: readonly Environment[],
  context: Context,
): void {
  const [environment] = environments;
  if (left?.type !== "name" || left.indices.length > 0 || right === undefined || environment === undefined) return;
  if (environments.length > 1 || !EQUALITIES.has(relation) || environment.locals.size > 0) return;
  const value = compute(right, environment);
  if (isSet(value)) return;
  context.entries = context.entries.map((entry) =>
    entry.key === left.entry.key && entry.meaning.type === "value"
      ? { ...entry, meaning: { ...entry.meaning, value } }
      : entry,
  );
}
