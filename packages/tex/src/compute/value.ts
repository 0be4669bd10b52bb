/** What a part of a formula is worth. A list counts as a column vector, a list of lists as a matrix of rows. */
export type Value = number | Value[] | SetValue | Identity;

export interface SetValue {
  kind: "set";
  items: Value[];
}

/** `I`, the identity matrix of whatever size fits, times a number. */
export interface Identity {
  kind: "identity";
  scale: number;
}

/** Thrown when values do not fit together; whoever knows the place turns it into a TexError. */
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

export function isVector(value: Value): value is number[] {
  return isList(value) && value.every((x) => typeof x === "number");
}

export function isSet(value: Value): value is SetValue {
  return typeof value === "object" && !isList(value) && value.kind === "set";
}

export function isIdentity(value: Value): value is Identity {
  return typeof value === "object" && !isList(value) && value.kind === "identity";
}

/** A set without its doubles. */
export function makeSet(items: readonly Value[]): SetValue {
  const byText = new Map(items.map((item) => [JSON.stringify(item), item]));
  return { kind: "set", items: [...byText.values()] };
}

/** `[2×3]`, as a message names a shape. */
export function shapeOf(value: Value): string {
  if (typeof value === "number") return "a number";
  if (isList(value)) return `[${dimensionsOf(value).join("×")}]`;
  return isSet(value) ? "a set" : "the identity matrix";
}

export function dimensionsOf(value: Value): number[] {
  if (!isList(value)) return [];
  const first = value[0];
  return first === undefined ? [0] : [value.length, ...dimensionsOf(first)];
}

/** Applies a function to every number. */
export function mapNumbers(value: Value, change: (x: number) => number): Value {
  if (typeof value === "number") return change(value);
  if (isList(value)) return value.map((item) => mapNumbers(item, change));
  throw new ValueError(`Unexpected ${shapeOf(value)}, expected a number, a list or a matrix`);
}

/** Every number of a list, however deep. */
export function flatten(value: Value): number[] {
  if (typeof value === "number") return [value];
  if (isList(value)) return value.flatMap(flatten);
  throw new ValueError(`Unexpected ${shapeOf(value)}, expected numbers`);
}

export function toNumber(value: Value): number {
  if (typeof value === "number") return value;
  throw new ValueError(`Unexpected ${shapeOf(value)}, expected a number`);
}

/** Combines number by number; a number goes with every entry of a list. */
export function zipNumbers(left: Value, right: Value, combine: (a: number, b: number) => number): Value {
  if (typeof left === "number" && typeof right === "number") return combine(left, right);
  if (isList(left) && isList(right)) {
    if (left.length !== right.length) throw new ValueError(`Shapes differ: ${shapeOf(left)} and ${shapeOf(right)}`);
    return left.map((item, index) => zipNumbers(item, right[index] ?? [], combine));
  }
  if (isList(left) && typeof right === "number") return left.map((item) => zipNumbers(item, right, combine));
  if (typeof left === "number" && isList(right)) return right.map((item) => zipNumbers(left, item, combine));
  throw new ValueError(`Unexpected ${shapeOf(left)} with ${shapeOf(right)}, these do not combine`);
}

/** As a message prints it: six digits, long lists cut. */
export function format(value: Value): string {
  if (typeof value === "number") return String(Number(value.toPrecision(6)));
  if (isList(value)) {
    const shown = value.slice(0, 6).map(format);
    return `[${(value.length > 6 ? [...shown, "…"] : shown).join(", ")}]`;
  }
  return isSet(value) ? `{${value.items.map(format).join(", ")}}` : `${format(value.scale)} I`;
}
