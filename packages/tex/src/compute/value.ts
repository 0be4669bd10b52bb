/** The value of a part of a formula. A list counts as a column vector, a list of lists as a matrix of rows. */
export type Value = number | Value[] | SetValue | Identity;

export interface SetValue {
  kind: "set";
  items: Value[];
}

/** `I` times a number: an identity matrix of whatever size fits. */
export interface Identity {
  kind: "identity";
  scale: number;
}

/** Thrown when values do not fit together. `locateFault` turns it into a TexError with a place. */
export class ValueError extends Error {
  override name = "ValueError";
}

export function isList(value: Value): value is Value[] {
  return Array.isArray(value);
}

export function isMatrix(value: Value): value is number[][] {
  return (
    isList(value) && value.length > 0 && value.every((row) => isList(row) && row.every((x) => typeof x === "number"))
  );
}

export function isSquareMatrix(value: Value): value is number[][] {
  return isMatrix(value) && value.every((row) => row.length === value.length);
}

export function isVector(value: Value): value is number[] {
  return isList(value) && value.every((x) => typeof x === "number");
}

export function isSet(value: Value): value is SetValue {
  return typeof value === "object" && !isList(value) && value.kind === "set";
}

export function isIdentity(value: Value): value is Identity {
  return typeof value === "object" && !isList(value) && value.kind === "identity";
}

/** A set without duplicates. */
export function makeSet(items: readonly Value[]): SetValue {
  const byText = new Map(items.map((item) => [JSON.stringify(item), item]));
  return { kind: "set", items: [...byText.values()] };
}

/** What a value is, as messages name it: `a number`, `a list of shape [2×3]`. */
export function describe(value: Value): string {
  if (typeof value === "number") return "a number";
  if (isList(value)) return `a ${isMatrix(value) ? "matrix" : "list"} of shape ${shapeOf(value)}`;
  return isSet(value) ? "a set" : "the identity matrix";
}

/** `[2×3]`; of a number or a set its kind. */
export function shapeOf(value: Value): string {
  return isList(value) ? `[${dimensionsOf(value).join("×")}]` : describe(value);
}

/** The length of a list at each depth: `[2, 3]` for a 2×3 matrix, `[]` for a number. */
export function dimensionsOf(value: Value): number[] {
  if (!isList(value)) return [];
  const first = value[0];
  return first === undefined ? [0] : [value.length, ...dimensionsOf(first)];
}

/** Applies a function to every number of a value. */
export function mapNumbers(value: Value, change: (x: number) => number): Value {
  if (typeof value === "number") return change(value);
  if (isList(value)) return value.map((item) => mapNumbers(item, change));
  throw new ValueError(`This needs a number, a list or a matrix: it is ${describe(value)}`);
}

/** Every number of a list, at any depth. */
export function flatten(value: Value): number[] {
  if (typeof value === "number") return [value];
  if (isList(value)) return value.flatMap(flatten);
  throw new ValueError(`This needs numbers: it is ${describe(value)}`);
}

export function toNumber(value: Value): number {
  if (typeof value === "number") return value;
  throw new ValueError(`This needs a single number: it is ${describe(value)}`);
}

/** Combines two values number by number; a single number is combined with every entry of a list. */
export function zipNumbers(left: Value, right: Value, combine: (a: number, b: number) => number): Value {
  if (typeof left === "number" && typeof right === "number") return combine(left, right);
  if (isList(left) && isList(right)) {
    if (left.length !== right.length) throw differentShapes(left, right);
    return left.map((item, index) => zipNumbers(item, right[index] ?? [], combine));
  }
  if (isList(left) && typeof right === "number") return left.map((item) => zipNumbers(item, right, combine));
  if (typeof left === "number" && isList(right)) return right.map((item) => zipNumbers(left, item, combine));
  throw new ValueError(`${capitalize(describe(left))} cannot be combined with ${describe(right)}`);
}

export function differentShapes(left: Value, right: Value): ValueError {
  return new ValueError(`The shapes differ, ${shapeOf(left)} and ${shapeOf(right)}: correct a value or the formula`);
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A value as messages print it: six significant digits, at most six entries. */
export function format(value: Value): string {
  if (typeof value === "number") return String(Number(value.toPrecision(6)));
  if (isList(value)) {
    const shown = value.slice(0, 6).map(format);
    return `[${(value.length > 6 ? [...shown, "…"] : shown).join(", ")}]`;
  }
  return isSet(value) ? `{${value.items.map(format).join(", ")}}` : `${format(value.scale)} I`;
}
