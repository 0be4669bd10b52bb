import { type Bindings, bind, locateFault } from "../../compute/bindings.ts";
import { compare, DECIDABLE, undecidable } from "../../compute/compare.ts";
import { type Entry, missingValue, noValueFor, toEntry } from "../../compute/entry.ts";
import { evaluate } from "../../compute/evaluate.ts";
import type { Expression } from "../../compute/expression.ts";
import { findName } from "../../compute/find-name.ts";
import { countFrom, indexLength, indexUses } from "../../compute/index-length.ts";
import { interpret } from "../../compute/interpret/interpret.ts";
import { makeScope } from "../../compute/scope.ts";
import { describe, dimensionsOf, format, isList, isSet, shapeOf, toNumber, type Value } from "../../compute/value.ts";
import { isBare, isPlainLetter, type NodeOf, type TexNode } from "../../parse/node.ts";
import { print } from "../../parse/print-tree.ts";
import { isComma, splitAt } from "../../parse/split.ts";
import { spanOf } from "../../span.ts";
import { TexError, type TexMessage } from "../../tex-error.ts";
import type { Statement } from "./statement.ts";
import { agrees, agreesComputed, digitsOf } from "./tolerance.ts";

/** What is known of an example while the statements of a formula are checked in order. */
export interface Context {
  entries: readonly Entry[];
  /** Keys of the entries used so far. */
  used: Set<string>;
  /** Names to which the formula itself gives a value, and where. */
  defined: Map<string, TexNode>;
  /** The ranges of free indices: `i = 1, \dots, n`. */
  ranges: Map<string, { from: TexNode[]; to: TexNode[] }>;
  budget: { steps: number };
}

export interface Outcome {
  messages: TexMessage[];
  /** Number of relations that were decided. */
  checked: number;
}

const EQUALITIES: ReadonlySet<string> = new Set(["=", ":=", "\\coloneqq", "\\triangleq", "\\equiv"]);
/** `\theta \leftarrow …`: the new value of the left side. */
const ASSIGNMENTS: ReadonlySet<string> = new Set(["\\leftarrow"]);
const NUMBER_SETS: ReadonlySet<string> = new Set(["\\mathbb{R}", "\\mathbb{N}", "\\mathbb{Z}"]);
const MAX_COMBINATIONS = 10_000;

/** Records the range of an index; false when the statement is about something else. */
export function recordRange({ sides, relations }: Statement, context: Context): boolean {
  const [left = [], right = []] = sides;
  const [letter] = left;
  const [from, dots, to] = splitAt(right, isComma);
  const isRange =
    relations.length === 1 && relations[0]?.name === "=" && dots?.length === 1 && dots[0]?.type === "dots";
  if (!isRange || left.length !== 1 || !isPlainLetter(letter) || from === undefined || to === undefined) return false;
  context.ranges.set(letter.name, { from, to });
  return true;
}

/** The name to which a statement gives a value, when the example gives it none. */
export function definedName({ sides, relations }: Statement, context: Context): NodeOf<"symbol"> | undefined {
  const [node, ...more] = sides[0] ?? [];
  if (node?.type !== "symbol" || more.length > 0 || node.sup !== undefined) return undefined;
  if (!EQUALITIES.has(relations[0]?.name ?? "")) return undefined;
  if (node.sub !== undefined && !(node.sub.length === 1 && isPlainLetter(node.sub[0]))) return undefined;
  return findName(context.entries, [node], 0) === undefined ? node : undefined;
}

/** The reason for a formula that asserts nothing. */
export const NO_EQUATION = "There is no equation to check: name the result, `y = …`";

/** Checks every relation of a statement, for all values of its free indices.
 *  @throws {TexError} when it cannot be understood or evaluated. */
export function checkStatement(statement: Statement, context: Context): Outcome {
  const { relations } = statement;
  const [first] = relations;
  if (first === undefined) {
    throw new TexError(NO_EQUATION, spanOf(statement.sides[0] ?? []));
  }
  const name = definedName(statement, context);
  const scope = makeScope(context.entries, context.used);
  const isStep = ASSIGNMENTS.has(first.name);
  const sides = statement.sides.map((side, i) => {
    if (i === 0 && name !== undefined) return undefined;
    if (isNumberSet(side) && relations[i - 1]?.name === "\\in") return undefined;
    const place = relations[i] ?? relations[i - 1] ?? first;
    return interpret(i === 0 && isStep ? afterStep(side, context) : side, scope, place);
  });
  if (name?.sub !== undefined) scope.free.add(print(name.sub));
  for (const [letter, span] of scope.unresolved) {
    if (!scope.free.has(letter)) throw noValueFor(letter, span);
  }
  const cases = bindFreeIndices(
    [...scope.free].sort(),
    sides.filter((side) => side !== undefined),
    context,
    first,
  );
  if (name !== undefined) define(name, sides[1], cases, context);
  const outcome: Outcome = { messages: [], checked: 0 };
  for (const [i, relation] of relations.entries()) {
    if (i === 0 && name !== undefined) continue;
    const right = statement.sides[i + 1] ?? [];
    const fault = firstDefined(cases, (bindings) =>
      checkRelation(relation, sides[i], sides[i + 1], right, bindings, context),
    );
    outcome.checked += 1;
    if (fault !== undefined)
      outcome.messages.push({
        reason: `${fault}: correct the numbers or the formula`,
        ...spanOf(right.length > 0 ? right : [relation]),
      });
  }
  if (outcome.messages.length === 0) {
    keepAllDigits(sides[0], sides[1], first.name, cases, context);
  }
  return outcome;
}

function firstDefined<T, Result>(items: readonly T[], find: (item: T) => Result | undefined): Result | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `\theta \leftarrow …` is checked against `\theta'`. */
function afterStep(side: readonly TexNode[], context: Context): TexNode[] {
  const [node, ...more] = side;
  if (node === undefined || more.length > 0) {
    throw new TexError("`\\leftarrow` assigns to one name: write only that before it", spanOf(side));
  }
  const primed = [{ ...node, primes: node.primes + 1 }];
  if (findName(context.entries, primed, 0) !== undefined) return primed;
  throw new TexError(`${missingValue(print(primed))}, the value of \`${print(side)}\` after the step`, node);
}

function isNumberSet(side: readonly TexNode[]): boolean {
  const [node, ...more] = side;
  return node?.type === "symbol" && more.length === 0 && NUMBER_SETS.has(node.name) && node.sub === undefined;
}

/** The bindings of every combination of free indices. */
function bindFreeIndices(
  letters: readonly string[],
  sides: readonly Expression[],
  context: Context,
  place: TexNode,
): Bindings[] {
  let cases: Bindings[] = [{ values: new Map(), budget: context.budget }];
  for (const letter of letters) {
    cases = cases.flatMap((bindings) =>
      valuesOfIndex(letter, sides, context, bindings, place).map((i) => bind(bindings, letter, i)),
    );
    if (cases.length > MAX_COMBINATIONS) {
      throw new TexError(`The free indices have more than ${MAX_COMBINATIONS} combinations: use shorter lists`, place);
    }
  }
  return cases;
}

function valuesOfIndex(
  letter: string,
  sides: readonly Expression[],
  context: Context,
  bindings: Bindings,
  place: TexNode,
): number[] {
  const range = context.ranges.get(letter);
  const uses = sides.flatMap((side) => indexUses(letter, side));
  const length = indexLength(letter, uses, bindings, evaluate);
  if (range !== undefined) {
    const scope = makeScope(context.entries, context.used);
    const [from, to] = [range.from, range.to].map((end) =>
      locateFault(place, () => toNumber(evaluate(interpret(end, scope, place), bindings))),
    );
    if (from === undefined || to === undefined || !(to - from < MAX_COMBINATIONS)) {
      const reason = `The range of \`${letter}\` is too long: choose numbers that give at most ${MAX_COMBINATIONS} values`;
      throw new TexError(reason, spanOf(range.to));
    }
    return countFrom(from, to - from + 1);
  }
  if (length === undefined) {
    throw new TexError(`The range of \`${letter}\` is unknown: give the example a list that it indexes`, place);
  }
  return countFrom(1, length);
}

/** Adds the name that a statement defines to the entries, for the other statements. */
function define(
  name: NodeOf<"symbol">,
  right: Expression | undefined,
  cases: readonly Bindings[],
  context: Context,
): void {
  if (right === undefined) throw new TexError(`\`${print([name])}\` has no right side: write one`, name);
  const values = cases.map((bindings) => evaluate(right, bindings));
  const value = name.sub === undefined ? values[0] : values;
  if (value === undefined || isSet(value)) throw noValueFor(print([name]), name);
  const key = print([name]);
  const entry = toEntry(key, 0, []);
  const indexLetters = name.sub === undefined ? [] : [print(name.sub)];
  context.entries = [...context.entries, { ...entry, meaning: { type: "value", value, indexLetters } }];
  context.defined.set(key, name);
}

function checkRelation(
  relation: NodeOf<"relation">,
  left: Expression | undefined,
  right: Expression | undefined,
  rightNodes: readonly TexNode[],
  bindings: Bindings,
  context: Context,
): string | undefined {
  if (left === undefined) throw new TexError(`\`${relation.name}\` has nothing before it: write both sides`, relation);
  const a = evaluate(left, bindings);
  if (right === undefined) return checkShape(a, left, rightNodes, context);
  const b = evaluate(right, bindings);
  const isEquality = EQUALITIES.has(relation.name) || ASSIGNMENTS.has(relation.name);
  if (isEquality || relation.name === "\\approx") return checkEqual(left, a, right, b, !isEquality);
  if (!DECIDABLE.has(relation.name)) throw new TexError(undecidable(relation.name), relation);
  const isTrue = locateFault(relation, () => compare(relation.name, a, b));
  return isTrue ? undefined : `\`${format(a)} ${relation.name} ${format(b)}\` is false in the example`;
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
    : `The left side gives ${format(a)} in the example, but the right side gives ${format(b)}`;
}

function digitsOfEntry({ meaning }: Entry): number {
  return meaning.type === "value" ? digitsOf(meaning.value) : 0;
}

/** Checks `W \in \mathbb{R}^{d \times k}`, which gives the shape of W. */
function checkShape(value: Value, left: Expression, set: readonly TexNode[], context: Context): string | undefined {
  const name = left.type === "name" ? `\`${print(left.entry.nodes)}\`` : "The left side";
  const exponent = set[0]?.sup;
  const isWhole = set[0]?.type === "symbol" && set[0].name !== "\\mathbb{R}";
  if (isWhole && typeof value === "number" && !Number.isInteger(value)) return `${name} is not a whole number`;
  if (exponent === undefined) {
    return isList(value) ? `${name} is ${describe(value)} in the example, but the formula says a number` : undefined;
  }
  const sizes = splitAt(exponent, (node) => node.type === "operator" && node.name === "\\times");
  const wanted = sizes.map((size) => sizeOf(size, context));
  const found = dimensionsOf(value);
  const fits = wanted.length === found.length && wanted.every((size, i) => size === undefined || size === found[i]);
  if (fits) return undefined;
  const shape = isList(value) ? `has the shape ${shapeOf(value)}` : `is ${describe(value)}`;
  return `${name} ${shape} in the example, but the formula says [${sizes.map(print).join("×")}]`;
}

/** The size that a number or a name in an exponent gives; undefined, and so any, for a name without a value. */
function sizeOf(nodes: readonly TexNode[], context: Context): number | undefined {
  const [node, ...more] = nodes;
  if (node?.type === "number" && more.length === 0 && isBare(node)) return Number(node.text);
  const match = findName(context.entries, nodes, 0);
  if (match?.length !== nodes.length || match.entry.meaning.type !== "value") return undefined;
  context.used.add(match.entry.key);
  return typeof match.entry.meaning.value === "number" ? match.entry.meaning.value : undefined;
}

/** Replaces a rounded value of the example by the computed one, so that rounding does not add up in later statements. */
function keepAllDigits(
  left: Expression | undefined,
  right: Expression | undefined,
  relation: string,
  cases: readonly Bindings[],
  context: Context,
): void {
  const [bindings] = cases;
  if (left?.type !== "name" || left.indices.length > 0 || right === undefined || bindings === undefined) return;
  if (cases.length > 1 || !EQUALITIES.has(relation) || bindings.values.size > 0) return;
  const value = evaluate(right, bindings);
  if (isSet(value)) return;
  context.entries = context.entries.map((entry) =>
    entry.key === left.entry.key && entry.meaning.type === "value"
      ? { ...entry, meaning: { ...entry.meaning, value } }
      : entry,
  );
}
