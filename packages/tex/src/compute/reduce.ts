import { TexError } from "../span.ts";
import { add, multiply } from "./algebra.ts";
import { at, bindLocal, compute, type Environment, holds } from "./evaluate.ts";
import { type Expression, type Index, partsOfExpression } from "./expression.ts";
import { format, isList, isSet, makeSet, shapeOf, toNumber, type Value, ValueError } from "./value.ts";

type Over = Expression & { type: "over" };

const MAX_SUBSETS_OF = 12;
const MAX_RANGE = 10_000;

/** A sum, product or extreme over what a letter runs through. */
export function computeOver(expression: Over, environment: Environment): Value {
  const results: { of: Value; value: Value }[] = [];
  for (const of of at(expression, () => membersOf(expression, environment))) {
    const inner = bindLocal(environment, expression.variable, of);
    if (!expression.only.every((comparison) => holds(comparison, inner))) continue;
    results.push({ of, value: compute(expression.body, inner) });
  }
  return at(expression, () => combine(expression.kind, results));
}

function membersOf(expression: Over, environment: Environment): Value[] {
  const { range, variable } = expression;
  switch (range.type) {
    case "from-to": {
      const [from, to] = [range.from, range.to].map((end) => toNumber(compute(end, environment)));
      if (from === undefined || to === undefined || !Number.isInteger(from) || !Number.isInteger(to)) {
        throw new ValueError(`Unexpected limits ${from} and ${to}, expected whole numbers`);
      }
      if (to - from >= MAX_RANGE)
        throw new ValueError(`Unexpected range of ${to - from + 1}, expected at most ${MAX_RANGE}`);
      return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
    }
    case "members": {
      const of = compute(range.of, environment);
      if (isSet(of)) return of.items;
      if (isList(of)) return of;
      throw new ValueError(`Unexpected ${shapeOf(of)}, expected a set or a list to take \`${variable}\` from`);
    }
    case "subsets": {
      const of = compute(range.of, environment);
      if (!isSet(of)) throw new ValueError(`Unexpected ${shapeOf(of)}, expected a set`);
      return subsetsOf(of.items);
    }
    case "lists": {
      const length = commonLength(variable, usesIn(expression), environment);
      if (length === undefined) {
        throw new ValueError(`Expected a list with the index \`${variable}\`, or limits such as \`${variable}=1\``);
      }
      return Array.from({ length }, (_, i) => i + 1);
    }
    default:
      return range satisfies never;
  }
}

/** An inner sum is computed often; where its letter is an index is looked up once. */
function usesIn(expression: Over): readonly Use[] {
  const known = USES.get(expression) ?? usesOf(expression.variable, expression.body);
  USES.set(expression, known);
  return known;
}

const USES = new WeakMap<Over, readonly Use[]>();

function subsetsOf(items: readonly Value[]): Value[] {
  if (items.length > MAX_SUBSETS_OF) {
    throw new ValueError(
      `Unexpected set of ${items.length}, expected at most ${MAX_SUBSETS_OF} to go through its subsets`,
    );
  }
  return Array.from({ length: 2 ** items.length }, (_, bits) => makeSet(items.filter((_item, i) => (bits >> i) & 1)));
}

function combine(kind: Over["kind"], results: readonly { of: Value; value: Value }[]): Value {
  switch (kind) {
    case "sum":
      return results.reduce<Value>((sum, { value }, i) => (i === 0 ? value : add(sum, value, 1)), 0);
    case "product":
      return results.reduce<Value>((product, { value }, i) => (i === 0 ? value : multiply(product, value)), 1);
    case "max":
    case "min":
    case "argmax":
    case "argmin": {
      const sign = kind.endsWith("max") ? 1 : -1;
      const [first, ...others] = results;
      if (first === undefined) throw new ValueError("Expected at least one value to choose from");
      const best = others.reduce((a, b) => (sign * toNumber(b.value) > sign * toNumber(a.value) ? b : a), first);
      if (!kind.startsWith("arg")) return toNumber(best.value);
      const ties = results.filter(({ value }) => value === best.value).length;
      if (ties > 1) throw new ValueError(`Unexpected tie, ${ties} of them give ${format(best.value)}`);
      return best.of;
    }
    default:
      return kind satisfies never;
  }
}

/** How many entries the lists have that a letter is an index of; all must agree.
 *  @throws {TexError} when two lists differ. */
export function lengthOver(
  letter: string,
  expressions: readonly Expression[],
  environment: Environment,
): number | undefined {
  const uses = expressions.flatMap((expression) => usesOf(letter, expression));
  return commonLength(letter, uses, environment);
}

function commonLength(letter: string, uses: readonly Use[], environment: Environment): number | undefined {
  let found: { name: string; length: number } | undefined;
  for (const use of uses) {
    const length = lengthAt(use, environment);
    if (length === undefined) continue;
    const name = use.of.type === "name" ? use.of.entry.key : "this";
    if (found !== undefined && found.length !== length) {
      const reason = `\`${name}\` has ${length} entries but \`${found.name}\` has ${found.length}, both are indexed by \`${letter}\``;
      throw new TexError(reason, use.of);
    }
    found ??= { name, length };
  }
  return found?.length;
}

interface Use {
  of: Expression & { type: "name" | "index" };
  /** Which of its indices the letter is. */
  position: number;
}

function usesOf(letter: string, expression: Expression): Use[] {
  const isShadowed = expression.type === "over" && expression.variable === letter;
  const inner = isShadowed ? [] : partsOfExpression(expression).flatMap((part) => usesOf(letter, part));
  if (expression.type !== "name" && expression.type !== "index") return inner;
  const isLetter = (index: Index) => index.type === "local" && index.name === letter;
  const own = expression.indices.flatMap((index, position) => (isLetter(index) ? [{ of: expression, position }] : []));
  return [...own, ...inner];
}

function lengthAt({ of, position }: Use, environment: Environment): number | undefined {
  if (of.type === "index" && !isComputable(of.of, environment)) return undefined;
  const whole =
    of.type === "index" ? compute(of.of, environment) : of.entry.meaning.type === "value" ? of.entry.meaning.value : 0;
  let value: Value = whole;
  for (const index of of.indices.slice(0, position)) {
    if (!isList(value)) return undefined;
    const known = index.type !== "slice" && isComputable(index, environment) ? compute(index, environment) : 1;
    value = (typeof known === "number" ? value[known - 1] : undefined) ?? value[0] ?? 0;
  }
  return isList(value) ? value.length : undefined;
}

function isComputable(expression: Expression, environment: Environment): boolean {
  if (expression.type === "local") return environment.locals.has(expression.name);
  if (expression.type === "over" || expression.type === "apply") return false;
  return partsOfExpression(expression).every((part) => isComputable(part, environment));
}
