import { isList, isSet, type Value } from "../../compute/value.ts";

/** Largest relative error of a decimal. */
const RELATIVE = 5e-4;

/** Whether a computed value agrees with the example's: whole numbers to 1e-5, decimals to half their last digit or 5e-4 of
 *  their size; with `\approx`, to one percent. `digits` are those after the point of the most exact entry of a list, and
 *  count for all of it, because YAML drops a trailing zero. */
export function agrees(found: Value, given: Value, digits: number, isRough: boolean): boolean {
  return compareValues(found, given, (x, wanted) => {
    if (!Number.isFinite(wanted)) return x === wanted;
    const size = Math.abs(wanted);
    const whole = 1e-5 * Math.max(1, size);
    const decimal = Math.max(0.5 * 10 ** -digits * (1 + 1e-6), RELATIVE * size);
    const slack = digits <= 0 && Number.isInteger(wanted) && size < 1e15 ? whole : decimal;
    return Math.abs(x - wanted) <= Math.max(slack, isRough ? 0.01 * size : 0);
  });
}

/** Whether two computed values agree, each as exact as the numbers of the example. */
export function agreesComputed(left: Value, right: Value, isRough: boolean): boolean {
  return compareValues(left, right, (x, y) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return x === y;
    const size = Math.max(Math.abs(x), Math.abs(y));
    return Math.abs(x - y) <= Math.max(1e-9, (isRough ? 0.01 : RELATIVE) * size);
  });
}

/** Digits after the point of the most exact number in a value. */
export function digitsOf(value: Value): number {
  return Math.max(...numbersOf(value).map(decimalsOf), Number.NEGATIVE_INFINITY);
}

/** Digits after the point as written; negative for 2e9. */
function decimalsOf(x: number): number {
  const match = /^-?\d*\.?(\d*)(?:e([+-]?\d+))?$/.exec(String(x));
  const decimals = match?.[1]?.length ?? 0;
  return decimals - Number(match?.[2] ?? 0);
}

function numbersOf(value: Value): number[] {
  if (typeof value === "number") return [value];
  if (isList(value)) return value.flatMap(numbersOf);
  return isSet(value) ? value.items.flatMap(numbersOf) : [];
}

function compareValues(left: Value, right: Value, isClose: (x: number, y: number) => boolean): boolean {
  if (typeof left === "number" && typeof right === "number") return isClose(left, right);
  if (isSet(left) && isSet(right)) {
    const others = right.items;
    return (
      left.items.length === others.length && left.items.every((x) => others.some((y) => compareValues(x, y, isClose)))
    );
  }
  if (!isList(left) || !isList(right)) return false;
  const [a, b] = [withoutColumn(left, right), withoutColumn(right, left)];
  return a.length === b.length && a.every((x, i) => compareValues(x, b[i] ?? Number.NaN, isClose));
}

/** A column `[[1], [2]]` equals the list `[1, 2]`. */
function withoutColumn(list: Value[], other: Value[]): Value[] {
  const isColumn = list.every((row) => isList(row) && row.length === 1);
  return isColumn && other.every((x) => !isList(x)) ? list.flatMap((row) => row as Value[]) : list;
}
