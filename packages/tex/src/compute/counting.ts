import { toNumber, type Value, ValueError } from "./value.ts";

/** `n!`; Infinity where it exceeds the largest number. */
export function factorial(value: Value): number {
  const n = toNumber(value);
  if (!Number.isInteger(n) || n < 0) throw new ValueError(`A factorial needs a whole number, 0 or more: this is ${n}`);
  let product = 1;
  for (let i = 2; i <= Math.min(n, 171); i += 1) product *= i;
  return product;
}

/** `n` choose `k`: 0 where `k` exceeds `n`. */
export function binomial(top: Value, bottom: Value): number {
  const [n, k] = [toNumber(top), toNumber(bottom)];
  if (!Number.isInteger(n) || !Number.isInteger(k) || n < 0 || k < 0) {
    throw new ValueError(`A binomial needs whole numbers, 0 or more: these are ${n} and ${k}`);
  }
  if (k > n) return 0;
  const count = Math.min(k, n - k);
  if (count > 10_000)
    throw new ValueError(`The binomial of ${n} and ${k} is too large to compute: choose smaller numbers`);
  let product = 1;
  for (let i = 0; i < count; i += 1) product = (product * (n - i)) / (i + 1);
  return Math.round(product) < Number.MAX_SAFE_INTEGER ? Math.round(product) : product;
}
