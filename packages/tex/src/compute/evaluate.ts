import { TexError } from "../tex-error.ts";
import { unreachable } from "../unreachable.ts";
import {
  absolute,
  add,
  combineSets,
  determinant,
  divide,
  dot,
  multiply,
  negate,
  negativeRoot,
  norm,
  power,
  transpose,
} from "./algebra.ts";
import { type Bindings, locate, locateFault, MAX_STEPS } from "./bindings.ts";
import { compare, isEqual, ROUNDING } from "./compare.ts";
import { binomial, factorial } from "./counting.ts";
import { entryError, noValueFor } from "./entry.ts";
import type { Comparison, Expression, Index } from "./expression.ts";
import { BUILTINS } from "./functions.ts";
import { reduce } from "./reduce.ts";
import {
  describe,
  isList,
  isVector,
  makeSet,
  mapNumbers,
  toNumber,
  type Value,
  ValueError,
  zipNumbers,
} from "./value.ts";

/** The value of an expression.
 *  @throws {TexError} at the smallest part that has none. */
export function evaluate(expression: Expression, bindings: Bindings): Value {
  bindings.budget.steps -= 1;
  if (bindings.budget.steps < 0) {
    throw new TexError(`The example takes more than ${MAX_STEPS} steps: use shorter sums or lists`, expression);
  }
  try {
    return evaluateOperation(expression, bindings);
  } catch (error) {
    throw locate(error, expression);
  }
}

function evaluateOperation(expression: Expression, bindings: Bindings): Value {
  const evaluatePart = (part: Expression) => evaluate(part, bindings);
  switch (expression.type) {
    case "constant":
      return expression.value;
    case "name": {
      const { meaning, key } = expression.entry;
      if (meaning.type !== "value")
        throw new TexError(`\`${key}\` is a function without its arguments: add them`, expression);
      return evaluateIndices(meaning.value, expression.indices, key, bindings);
    }
    case "local": {
      const value = bindings.values.get(expression.name);
      if (value === undefined) throw noValueFor(expression.name, expression);
      return value;
    }
    case "index":
      return evaluateIndices(evaluatePart(expression.of), expression.indices, undefined, bindings);
    case "negate":
      return negate(evaluatePart(expression.of));
    case "binary":
      return evaluateBinary(expression, bindings);
    case "power":
      return power(evaluatePart(expression.of), evaluatePart(expression.exponent));
    case "transpose":
      return evaluateTranspose(expression, evaluatePart(expression.of));
    case "factorial":
      return factorial(evaluatePart(expression.of));
    case "binomial":
      return binomial(evaluatePart(expression.top), evaluatePart(expression.bottom));
    case "root":
      return evaluateRoot(
        evaluatePart(expression.of),
        expression.degree === undefined ? 2 : evaluatePart(expression.degree),
      );
    case "enclosed":
      return evaluateEnclosed(expression.by, evaluatePart(expression.of));
    case "norm":
      return norm(
        evaluatePart(expression.of),
        expression.order === "F" ? "F" : toNumber(evaluatePart(expression.order)),
      );
    case "call": {
      const apply = BUILTINS.get(expression.name);
      if (apply === undefined) throw new Error(`${expression.name} is not a known function`);
      return apply(expression.args.map(evaluatePart));
    }
    case "apply":
      return evaluateApplication(expression, bindings);
    case "lookup":
      return evaluateLookup(expression, expression.args.map(evaluatePart));
    case "logarithm":
      return evaluateLogarithm(evaluatePart(expression.of), toNumber(evaluatePart(expression.base)));
    case "reduction":
      return reduce(expression, bindings, evaluate);
    case "cases":
      return evaluateCases(expression, bindings);
    case "indicator":
      return expression.when.every((comparison) => holds(comparison, bindings)) ? 1 : 0;
    case "matrix":
      return evaluateMatrix(expression.rows.map((row) => row.map(evaluatePart)));
    case "set":
      return makeSet(expression.items.map(evaluatePart));
    default:
      return unreachable(expression);
  }
}

/** The entry of a list, counted from 1; `x_{a:b}` includes both ends. `name` is that of the list, if it has one. */
function evaluateIndices(value: Value, indices: readonly Index[], name: string | undefined, bindings: Bindings): Value {
  const [index, ...rest] = indices;
  if (index === undefined) return value;
  const shown = name === undefined ? "this" : `\`${name}\``;
  if (!isList(value)) {
    throw new TexError(`Only a list has an index: ${shown} is ${describe(value)} in the example`, index);
  }
  const whole = (end: Expression | undefined, otherwise: number): number => {
    const position = end === undefined ? otherwise : toNumber(evaluate(end, bindings));
    if (Number.isInteger(position) && position >= 1 && position <= value.length) return position;
    const entries = value.length === 1 ? "1 entry" : `${value.length} entries`;
    throw new TexError(`There is no entry ${position}: ${shown} has ${entries}, counted from 1`, index);
  };
  if (index.type === "slice") {
    const part = value.slice(whole(index.from, 1) - 1, whole(index.to, value.length));
    return part.map((item) => evaluateIndices(item, rest, name, bindings));
  }
  return evaluateIndices(value[whole(index, 0) - 1] ?? 0, rest, name, bindings);
}

function evaluateBinary(expression: Expression & { type: "binary" }, bindings: Bindings): Value {
  const left = evaluate(expression.left, bindings);
  const right = evaluate(expression.right, bindings);
  const { operator } = expression;
  switch (operator) {
    case "+":
      return add(left, right, 1);
    case "-":
      return add(left, right, -1);
    case "juxtaposed":
      return multiply(left, right);
    case "\\times":
      if (isVector(left) && isVector(right)) {
        throw new ValueError("A cross product is not supported: write `\\odot`, `\\cdot` or a product of numbers");
      }
      return multiply(left, right);
    case "\\cdot":
      return dot(left, right);
    case "\\odot":
      return zipNumbers(left, right, (x, y) => x * y);
    case "/":
      return divide(left, right);
    case "\\bmod": {
      const [a, n] = [toNumber(left), toNumber(right)];
      if (n === 0) throw new ValueError("The divisor is zero: change the numbers of the example");
      return a - n * Math.floor(a / n);
    }
    case "\\cup":
    case "\\cap":
    case "\\setminus":
      return combineSets(left, right, operator);
    default:
      return unreachable(operator);
  }
}

function evaluateTranspose(expression: Expression & { type: "transpose" }, value: Value): Value {
  if (expression.sign === "T" && !isList(value)) {
    throw new ValueError(`\`T\` above ${describe(value)} is no transpose: give \`T\` a value in the example`);
  }
  return transpose(value);
}

function evaluateRoot(value: Value, degree: Value): Value {
  const n = toNumber(degree);
  return mapNumbers(value, (x) => {
    if (x < 0) throw negativeRoot();
    return n === 2 ? Math.sqrt(x) : x ** (1 / n);
  });
}

function evaluateEnclosed(by: (Expression & { type: "enclosed" })["by"], value: Value): Value {
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
      return unreachable(by);
  }
}

function evaluateLogarithm(value: Value, base: number): Value {
  if (!(base > 0) || base === 1)
    throw new ValueError(`A logarithm has no base ${base}: use a positive number other than 1`);
  return mapNumbers(value, (x) => {
    if (!(x > 0)) throw new ValueError(`The logarithm of ${x} has no value: change the numbers of the example`);
    return base === 2 ? Math.log2(x) : base === 10 ? Math.log10(x) : Math.log(x) / Math.log(base);
  });
}

function evaluateApplication(expression: Expression & { type: "apply" }, bindings: Bindings): Value {
  const args = expression.args.map((argument) => evaluate(argument, bindings));
  const values = new Map(expression.parameters.map((name, i) => [name, args[i] ?? 0] as const));
  try {
    return evaluate(expression.body, { ...bindings, values });
  } catch (error) {
    if (error instanceof TexError && error.entry === undefined) throw entryError(expression.entry.key, error.message);
    throw error;
  }
}

function evaluateLookup(expression: Expression & { type: "lookup" }, args: readonly Value[]): Value {
  const argument = args.length === 1 ? args[0] : [...args];
  const row = expression.rows.find((candidate) => argument !== undefined && isEqual(candidate.argument, argument));
  if (row !== undefined) return row.value;
  throw new TexError(`The table of \`${expression.entry.key}\` has no row for this argument: add one`, expression);
}

function evaluateCases(expression: Expression & { type: "cases" }, bindings: Bindings): Value {
  for (const { value, when } of expression.branches) {
    if (when === "otherwise" || when.every((comparison) => holds(comparison, bindings)))
      return evaluate(value, bindings);
  }
  throw new TexError("No case applies to these numbers: add one, or change the numbers", expression);
}

function evaluateMatrix(rows: readonly Value[][]): Value {
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== width))
    throw new ValueError("The rows of the matrix differ in length: give all as many cells");
  if (rows.flat().some((cell) => typeof cell !== "number"))
    throw new ValueError("A cell of the matrix is no number: write numbers only");
  return width === 1 ? rows.flat() : rows.map((row) => [...row]);
}

function holds(comparison: Comparison, bindings: Bindings): boolean {
  const left = evaluate(comparison.left, bindings);
  const right = evaluate(comparison.right, bindings);
  return locateFault(comparison, () => compare(comparison.relation, left, right));
}
