import { determinant, notSquare } from "./algebra.ts";
import {
  describe,
  flatten,
  isList,
  isMatrix,
  isSquareMatrix,
  isVector,
  mapNumbers,
  shapeOf,
  toNumber,
  type Value,
  ValueError,
} from "./value.ts";

/** The value of a function for its arguments. */
export type Apply = (args: readonly Value[]) => Value;

/** Functions that a formula may use undeclared, by their name in normal spelling. */
export const BUILTINS: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ["\\log", elementwise(logarithm)],
  ["\\ln", elementwise(logarithm)],
  ["\\exp", elementwise(Math.exp)],
  ["\\sin", elementwise(Math.sin)],
  ["\\cos", elementwise(Math.cos)],
  ["\\tan", elementwise(Math.tan)],
  ["\\cot", elementwise((x) => 1 / Math.tan(x))],
  ["\\sec", elementwise((x) => 1 / Math.cos(x))],
  ["\\csc", elementwise((x) => 1 / Math.sin(x))],
  ["\\arcsin", elementwise(Math.asin)],
  ["\\arccos", elementwise(Math.acos)],
  ["\\arctan", elementwise(Math.atan)],
  ["\\sinh", elementwise(Math.sinh)],
  ["\\cosh", elementwise(Math.cosh)],
  ["\\tanh", elementwise(Math.tanh)],
  ["\\coth", elementwise((x) => 1 / Math.tanh(x))],
  ["\\sigma", elementwise(logistic)],
  ["\\Phi", elementwise((x) => (1 + erf(x / Math.SQRT2)) / 2)],
  ["\\mathrm{erf}", elementwise(erf)],
  ["\\mathrm{sign}", elementwise(Math.sign)],
  ["\\mathrm{sgn}", elementwise(Math.sign)],
  ["\\mathrm{round}", elementwise((x) => Math.sign(x) * Math.round(Math.abs(x)))],
  ["\\mathrm{ReLU}", elementwise((x) => Math.max(0, x))],
  ["\\mathrm{SiLU}", elementwise((x) => x * logistic(x))],
  ["\\mathrm{softplus}", elementwise((x) => Math.log1p(Math.exp(-Math.abs(x))) + Math.max(0, x))],
  ["\\max", (args) => extreme(args, Math.max)],
  ["\\min", (args) => extreme(args, Math.min)],
  ["\\mathrm{clip}", clip],
  ["\\mathrm{softmax}", unary(softmax)],
  ["\\mathrm{diag}", unary(diagonal)],
  ["\\mathrm{tr}", unary(trace)],
  ["\\mathrm{Tr}", unary(trace)],
  ["\\det", unary(determinant)],
  ["\\gcd", greatestCommonDivisor],
  ["\\mathrm{Concat}", concatenate],
  ["\\mathrm{concat}", concatenate],
]);

/** A function of one number, applied to every entry of a list. */
function elementwise(change: (x: number) => number): Apply {
  return unary((value) =>
    mapNumbers(value, (x) => {
      const result = change(x);
      if (Number.isNaN(result))
        throw new ValueError(`The function has no value for ${x}: change the numbers of the example`);
      return result;
    }),
  );
}

function unary(apply: (value: Value) => Value): Apply {
  return ([value, ...others]) => {
    if (value === undefined || others.length > 0) {
      throw new ValueError(`The function takes one argument: it has ${others.length + (value === undefined ? 0 : 1)}`);
    }
    return apply(value);
  };
}

function logarithm(x: number): number {
  if (x === 0) throw new ValueError("The logarithm of 0 has no value: change the numbers of the example");
  return Math.log(x);
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Error function to 15 digits: the power series near 0, a continued fraction for the tail.
 *  @see Abramowitz & Stegun 7.1.5 and 7.1.14 */
function erf(x: number): number {
  const z = Math.abs(x);
  if (z > 6) return Math.sign(x);
  if (z > 2.5) return Math.sign(x) * (1 - complementaryErf(z));
  let sum = 0;
  let term = x;
  for (let n = 0; n < 100; n += 1) {
    sum += term / (2 * n + 1);
    term *= (-x * x) / (n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

function complementaryErf(z: number): number {
  let fraction = 0;
  for (let n = 200; n >= 1; n -= 1) fraction = n / 2 / (z + fraction);
  return Math.exp(-z * z) / Math.sqrt(Math.PI) / (z + fraction);
}

function extreme(args: readonly Value[], choose: (...values: number[]) => number): number {
  const values = args.flatMap(flatten);
  if (args.length === 1 && typeof args[0] === "number") {
    throw new ValueError("A maximum or minimum takes a list or several arguments: this is a single number");
  }
  return choose(...values);
}

function clip(args: readonly Value[]): Value {
  const [value, low, high] = args;
  if (value === undefined || low === undefined || high === undefined || args.length > 3) {
    throw new ValueError("`clip` takes three arguments: the value, the lowest and the highest");
  }
  const [lowest, highest] = [toNumber(low), toNumber(high)];
  return mapNumbers(value, (x) => Math.min(highest, Math.max(lowest, x)));
}

/** Softmax of a list, or of each row of a matrix. Subtracts the largest entry against overflow. */
function softmax(value: Value): Value {
  if (isMatrix(value)) return value.map(softmax);
  if (!isVector(value)) throw new ValueError(`\`softmax\` takes a list or a matrix: this is ${describe(value)}`);
  const largest = Math.max(...value);
  const weights = value.map((x) => Math.exp(x - largest));
  const total = weights.reduce((sum, x) => sum + x, 0);
  return weights.map((x) => x / total);
}

/** The diagonal matrix of a list, or the diagonal of a matrix. */
function diagonal(value: Value): Value {
  if (isMatrix(value)) return value.map((row, i) => row[i] ?? 0);
  if (!isVector(value)) throw new ValueError(`\`diag\` takes a list or a matrix: this is ${describe(value)}`);
  return value.map((x, i) => value.map((_, j) => (i === j ? x : 0)));
}

function trace(value: Value): number {
  if (!isSquareMatrix(value)) throw notSquare("a trace", value);
  return value.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
}

function greatestCommonDivisor(args: readonly Value[]): number {
  const values = args.flatMap(flatten);
  if (values.length < 2 || !values.every(Number.isSafeInteger)) {
    throw new ValueError("`\\gcd` takes two or more whole numbers");
  }
  return values.reduce((a, b) => {
    let [x, y] = [Math.abs(a), Math.abs(b)];
    while (y > 0) [x, y] = [y, x % y];
    return x;
  });
}

/** Joins lists end to end, and matrices side by side. */
function concatenate(args: readonly Value[]): Value {
  const parts = args.length === 1 && isList(args[0] ?? 0) ? (args[0] as Value[]) : args;
  const first = parts[0];
  if (first === undefined) throw new ValueError("`Concat` has no arguments: give it lists or matrices");
  if (parts.every(isVector)) return parts.flat();
  const matrices = parts.filter(isMatrix);
  if (matrices.length !== parts.length || matrices.some((matrix) => matrix.length !== matrices[0]?.length)) {
    throw new ValueError(`The shapes do not fit side by side: ${parts.map(shapeOf).join(", ")}`);
  }
  return (matrices[0] ?? []).map((_, i) => matrices.flatMap((matrix) => matrix[i] ?? []));
}
