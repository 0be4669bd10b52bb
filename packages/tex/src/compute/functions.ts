import { determinant } from "./algebra.ts";
import { flatten, isList, isMatrix, isVector, mapNumbers, shapeOf, toNumber, type Value, ValueError } from "./value.ts";

/** What a function makes of its arguments. */
export type Apply = (args: readonly Value[]) => Value;

/** Functions that formulas may use without declaring them, by their name in normal spelling. */
export const BUILTINS: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ["\\log", each(logarithm)],
  ["\\ln", each(logarithm)],
  ["\\exp", each(Math.exp)],
  ["\\sin", each(Math.sin)],
  ["\\cos", each(Math.cos)],
  ["\\tan", each(Math.tan)],
  ["\\cot", each((x) => 1 / Math.tan(x))],
  ["\\sec", each((x) => 1 / Math.cos(x))],
  ["\\csc", each((x) => 1 / Math.sin(x))],
  ["\\arcsin", each(Math.asin)],
  ["\\arccos", each(Math.acos)],
  ["\\arctan", each(Math.atan)],
  ["\\sinh", each(Math.sinh)],
  ["\\cosh", each(Math.cosh)],
  ["\\tanh", each(Math.tanh)],
  ["\\coth", each((x) => 1 / Math.tanh(x))],
  ["\\sigma", each(logistic)],
  ["\\Phi", each((x) => (1 + erf(x / Math.SQRT2)) / 2)],
  ["\\mathrm{erf}", each(erf)],
  ["\\mathrm{sign}", each(Math.sign)],
  ["\\mathrm{sgn}", each(Math.sign)],
  ["\\mathrm{round}", each((x) => Math.sign(x) * Math.round(Math.abs(x)))],
  ["\\mathrm{ReLU}", each((x) => Math.max(0, x))],
  ["\\mathrm{SiLU}", each((x) => x * logistic(x))],
  ["\\mathrm{softplus}", each((x) => Math.log1p(Math.exp(-Math.abs(x))) + Math.max(0, x))],
  ["\\max", (args) => extreme(args, Math.max)],
  ["\\min", (args) => extreme(args, Math.min)],
  ["\\mathrm{clip}", clip],
  ["\\mathrm{softmax}", one(softmax)],
  ["\\mathrm{diag}", one(diagonal)],
  ["\\mathrm{tr}", one(trace)],
  ["\\mathrm{Tr}", one(trace)],
  ["\\det", one(determinant)],
  ["\\gcd", greatestCommonDivisor],
  ["\\mathrm{Concat}", concatenate],
  ["\\mathrm{concat}", concatenate],
]);

/** A function of one number, applied to every entry. */
function each(change: (x: number) => number): Apply {
  return one((value) =>
    mapNumbers(value, (x) => {
      const result = change(x);
      if (Number.isNaN(result)) throw new ValueError(`Unexpected argument ${x}, the function has no value there`);
      return result;
    }),
  );
}

function one(apply: (value: Value) => Value): Apply {
  return ([value, ...others]) => {
    if (value === undefined || others.length > 0) throw new ValueError("Expected one argument");
    return apply(value);
  };
}

function logarithm(x: number): number {
  if (x === 0) throw new ValueError("Unexpected logarithm of 0");
  return Math.log(x);
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Error function: its power series near 0, a continued fraction (Lentz) for the tail; 15 digits. */
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
  if (args.length === 1 && typeof args[0] === "number")
    throw new ValueError("Unexpected single number, expected a list or several arguments");
  return choose(...values);
}

function clip(args: readonly Value[]): Value {
  const [value, low, high] = args;
  if (value === undefined || low === undefined || high === undefined || args.length > 3) {
    throw new ValueError("Expected three arguments: the value, the lowest and the highest");
  }
  const [lowest, highest] = [toNumber(low), toNumber(high)];
  return mapNumbers(value, (x) => Math.min(highest, Math.max(lowest, x)));
}

/** Of a matrix, row by row. Less the largest entry, so that nothing overflows. */
function softmax(value: Value): Value {
  if (isMatrix(value)) return value.map(softmax);
  if (!isVector(value)) throw new ValueError(`Unexpected softmax of ${shapeOf(value)}, expected a list or a matrix`);
  const largest = Math.max(...value);
  const weights = value.map((x) => Math.exp(x - largest));
  const total = weights.reduce((sum, x) => sum + x, 0);
  return weights.map((x) => x / total);
}

/** Of a list the diagonal matrix, of a matrix its diagonal. */
function diagonal(value: Value): Value {
  if (isMatrix(value)) return value.map((row, i) => row[i] ?? 0);
  if (!isVector(value)) throw new ValueError(`Unexpected diag of ${shapeOf(value)}, expected a list or a matrix`);
  return value.map((x, i) => value.map((_, j) => (i === j ? x : 0)));
}

function trace(value: Value): number {
  if (!isMatrix(value) || value.some((row) => row.length !== value.length)) {
    throw new ValueError(`Unexpected trace of ${shapeOf(value)}, expected a square matrix`);
  }
  return value.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
}

function greatestCommonDivisor(args: readonly Value[]): number {
  const values = args.flatMap(flatten);
  if (values.length < 2 || !values.every(Number.isSafeInteger))
    throw new ValueError("Expected two or more whole numbers");
  return values.reduce((a, b) => {
    let [x, y] = [Math.abs(a), Math.abs(b)];
    while (y > 0) [x, y] = [y, x % y];
    return x;
  });
}

/** Lists end to end; matrices side by side, as the heads of attention. */
function concatenate(args: readonly Value[]): Value {
  const parts = args.length === 1 && isList(args[0] ?? 0) ? (args[0] as Value[]) : args;
  const first = parts[0];
  if (first === undefined) throw new ValueError("Expected something to concatenate");
  if (parts.every(isVector)) return parts.flat();
  const matrices = parts.filter(isMatrix);
  if (matrices.length !== parts.length || matrices.some((matrix) => matrix.length !== matrices[0]?.length)) {
    throw new ValueError(`Shapes do not fit side by side: ${parts.map(shapeOf).join(", ")}`);
  }
  return (matrices[0] ?? []).map((_, i) => matrices.flatMap((matrix) => matrix[i] ?? []));
}
