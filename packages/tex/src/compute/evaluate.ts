import { type Span, TexError } from "../span.ts";
import {
  absolute,
  add,
  binomial,
  combineSets,
  determinant,
  divide,
  dot,
  factorial,
  multiply,
  negate,
  norm,
  power,
  transpose,
} from "./algebra.ts";
import { entryError } from "./entry.ts";
import type { Comparison, Expression, Index } from "./expression.ts";
import { BUILTINS } from "./functions.ts";
import { computeOver } from "./reduce.ts";
import {
  isList,
  isMatrix,
  isSet,
  isVector,
  makeSet,
  mapNumbers,
  shapeOf,
  toNumber,
  type Value,
  ValueError,
  zipNumbers,
} from "./value.ts";

/** What the bound letters are worth, and how much work is left. */
export interface Environment {
  locals: ReadonlyMap<string, Value>;
  /** Shared by all who compute one example, so that no formula runs for ever. */
  budget: { steps: number };
}

/** How many operations an example may take. */
export const MAX_STEPS = 200_000;

/** @throws {TexError} at the smallest part that has no value. */
export function compute(expression: Expression, environment: Environment): Value {
  environment.budget.steps -= 1;
  if (environment.budget.steps < 0)
    throw new TexError(`Unexpected amount of work, expected at most ${MAX_STEPS} steps`, expression);
  return at(expression, () => computeOperation(expression, environment));
}

export function bindLocal(environment: Environment, name: string, value: Value): Environment {
  return { ...environment, locals: new Map(environment.locals).set(name, value) };
}

/** Gives a fault of values the place where it happened. */
export function at<T>(span: Span, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ValueError) throw new TexError(error.message, span);
    throw error;
  }
}

function computeOperation(expression: Expression, environment: Environment): Value {
  const worth = (part: Expression) => compute(part, environment);
  switch (expression.type) {
    case "constant":
      return expression.value;
    case "name": {
      const { meaning, key } = expression.entry;
      if (meaning.type !== "value") throw new TexError(`Expected the arguments of \`${key}\``, expression);
      return computeIndices(meaning.value, expression.indices, key, environment);
    }
    case "local": {
      const value = environment.locals.get(expression.name);
      if (value === undefined)
        throw new TexError(`Expected a value for \`${expression.name}\` in the example`, expression);
      return value;
    }
    case "index":
      return computeIndices(worth(expression.of), expression.indices, "this", environment);
    case "negate":
      return negate(worth(expression.of));
    case "binary":
      return computeBinary(expression, environment);
    case "power":
      return power(worth(expression.of), worth(expression.exponent));
    case "transpose":
      return computeTranspose(expression, worth(expression.of));
    case "factorial":
      return factorial(worth(expression.of));
    case "binomial":
      return binomial(worth(expression.top), worth(expression.bottom));
    case "root":
      return computeRoot(worth(expression.of), expression.degree === undefined ? 2 : worth(expression.degree));
    case "enclosed":
      return computeEnclosed(expression.by, worth(expression.of));
    case "norm":
      return norm(worth(expression.of), expression.order === "F" ? "F" : toNumber(worth(expression.order)));
    case "call": {
      const apply = BUILTINS.get(expression.name);
      if (apply === undefined) throw new Error(`${expression.name} is not a known function`);
      return apply(expression.args.map(worth));
    }
    case "apply":
      return computeApplication(expression, environment);
    case "lookup":
      return computeLookup(expression, expression.args.map(worth));
    case "logarithm":
      return computeLogarithm(worth(expression.of), toNumber(worth(expression.base)));
    case "over":
      return computeOver(expression, environment);
    case "cases":
      return computeCases(expression, environment);
    case "indicator":
      return expression.when.every((comparison) => holds(comparison, environment)) ? 1 : 0;
    case "matrix":
      return computeMatrix(expression.rows.map((row) => row.map(worth)));
    case "set":
      return makeSet(expression.items.map(worth));
    default:
      return expression satisfies never;
  }
}

/** Entries counted from 1; `x_{a:b}` has both ends. */
function computeIndices(value: Value, indices: readonly Index[], name: string, environment: Environment): Value {
  const [index, ...rest] = indices;
  if (index === undefined) return value;
  if (!isList(value)) throw new TexError(`Unexpected index, \`${name}\` is ${shapeOf(value)} and not a list`, index);
  const whole = (end: Expression | undefined, otherwise: number): number => {
    const position = end === undefined ? otherwise : toNumber(compute(end, environment));
    if (Number.isInteger(position) && position >= 1 && position <= value.length) return position;
    const reason = `\`${name}\` has no entry ${position}, it has ${value.length}, counted from 1`;
    throw new TexError(reason, index);
  };
  if (index.type === "slice") {
    const part = value.slice(whole(index.from, 1) - 1, whole(index.to, value.length));
    return part.map((item) => computeIndices(item, rest, name, environment));
  }
  return computeIndices(value[whole(index, 0) - 1] ?? 0, rest, name, environment);
}

function computeBinary(expression: Expression & { type: "binary" }, environment: Environment): Value {
  const left = compute(expression.left, environment);
  const right = compute(expression.right, environment);
  const { operator } = expression;
  switch (operator) {
    case "+":
      return add(left, right, 1);
    case "-":
      return add(left, right, -1);
    case "juxtaposed":
      return multiply(left, right);
    case "\\times":
      if (isVector(left) && isVector(right))
        throw new ValueError("Unexpected `\\times` between vectors, a cross product is not known");
      return multiply(left, right);
    case "\\cdot":
      return dot(left, right);
    case "\\odot":
      return zipNumbers(left, right, (x, y) => x * y);
    case "/":
      return divide(left, right);
    case "\\bmod": {
      const [a, n] = [toNumber(left), toNumber(right)];
      if (n === 0) throw new ValueError("Unexpected remainder of a division by zero");
      return a - n * Math.floor(a / n);
    }
    case "\\cup":
    case "\\cap":
    case "\\setminus":
      return combineSets(left, right, operator);
    default:
      return operator satisfies never;
  }
}

function computeTranspose(expression: Expression & { type: "transpose" }, value: Value): Value {
  if (expression.mark === "T" && !isList(value)) {
    throw new ValueError(
      `Unexpected \`T\` above ${shapeOf(value)}, expected its value in the example, or a matrix below it`,
    );
  }
  return transpose(value);
}

function computeRoot(value: Value, degree: Value): Value {
  const n = toNumber(degree);
  return mapNumbers(value, (x) => {
    if (x < 0) throw new ValueError("Unexpected root of a negative number");
    return n === 2 ? Math.sqrt(x) : x ** (1 / n);
  });
}

function computeEnclosed(by: (Expression & { type: "enclosed" })["by"], value: Value): Value {
  switch (by) {
    case "floor":
      return mapNumbers(value, (x) => Math.floor(x + ROUNDING));
    case "ceiling":
      return mapNumbers(value, (x) => Math.ceil(x - ROUNDING));
    case "absolute":
      return absolute(value);
    case "determinant":
      return determinant(value);
    default:
      return by satisfies never;
  }
}

/** 0.1 times 30 is not quite 3 in binary; its floor is. */
const ROUNDING = 1e-12;

function computeLogarithm(value: Value, base: number): Value {
  if (!(base > 0) || base === 1) throw new ValueError(`Unexpected base ${base} of a logarithm`);
  return mapNumbers(value, (x) => {
    if (!(x > 0)) throw new ValueError(`Unexpected logarithm of ${x}`);
    return base === 2 ? Math.log2(x) : base === 10 ? Math.log10(x) : Math.log(x) / Math.log(base);
  });
}

function computeApplication(expression: Expression & { type: "apply" }, environment: Environment): Value {
  const args = expression.args.map((argument) => compute(argument, environment));
  const locals = new Map(expression.parameters.map((name, i) => [name, args[i] ?? 0] as const));
  try {
    return compute(expression.body, { ...environment, locals });
  } catch (error) {
    if (error instanceof TexError && error.entry === undefined) throw entryError(expression.entry.key, error.message);
    throw error;
  }
}

function computeLookup(expression: Expression & { type: "lookup" }, args: readonly Value[]): Value {
  const argument = args.length === 1 ? args[0] : [...args];
  const row = expression.rows.find((candidate) => argument !== undefined && equals(candidate.argument, argument));
  if (row !== undefined) return row.value;
  throw new TexError(`Expected a row for this argument in the table of \`${expression.entry.key}\``, expression);
}

/** A list stands for a set in a table's rows, because YAML has no sets. */
function equals(wanted: Value, found: Value): boolean {
  if (typeof wanted === "number" && typeof found === "number")
    return Math.abs(wanted - found) <= 1e-9 * Math.max(1, Math.abs(wanted));
  if (isSet(found)) {
    const items = isSet(wanted) ? wanted.items : isList(wanted) ? wanted : [wanted];
    return (
      items.length === found.items.length && items.every((item) => found.items.some((other) => equals(item, other)))
    );
  }
  return (
    isList(wanted) &&
    isList(found) &&
    wanted.length === found.length &&
    wanted.every((item, i) => equals(item, found[i] ?? 0))
  );
}

function computeCases(expression: Expression & { type: "cases" }, environment: Environment): Value {
  for (const { value, when } of expression.branches) {
    if (when === "otherwise" || when.every((comparison) => holds(comparison, environment)))
      return compute(value, environment);
  }
  throw new TexError("Expected a case that applies, none does", expression);
}

function computeMatrix(rows: readonly Value[][]): Value {
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== width)) throw new ValueError("Unexpected rows of different length");
  if (rows.flat().some((cell) => typeof cell !== "number")) throw new ValueError("Unexpected matrix of matrices");
  return width === 1 ? rows.flat() : rows.map((row) => [...row]);
}

/** Whether a comparison is true; equal means to 9 digits. */
export function holds(comparison: Comparison, environment: Environment): boolean {
  const left = compute(comparison.left, environment);
  const right = compute(comparison.right, environment);
  return at(comparison, () => compare(comparison.relation, left, right));
}

export function compare(relation: string, left: Value, right: Value): boolean {
  if (relation === "\\in" || relation === "\\notin") {
    const items = isSet(right) ? right.items : isList(right) && !isMatrix(right) ? right : undefined;
    if (items === undefined) throw new ValueError(`Unexpected ${shapeOf(right)}, expected a set or a list`);
    return items.some((item) => equals(item, left)) === (relation === "\\in");
  }
  if (relation === "=" || relation === "\\neq") return equals(left, right) === (relation === "=");
  const [a, b] = [toNumber(left), toNumber(right)];
  switch (relation) {
    case "<":
      return a < b;
    case ">":
      return a > b;
    case "\\leq":
    case "\\leqslant":
      return a <= b + ROUNDING * Math.abs(b);
    case "\\geq":
    case "\\geqslant":
      return a >= b - ROUNDING * Math.abs(b);
    default:
      throw new ValueError(`Unexpected \`${relation}\`, numbers cannot decide it`);
  }
}
