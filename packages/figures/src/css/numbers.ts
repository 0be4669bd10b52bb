import { limits } from "../limits.ts";

/** A number of CSS and SVG; its alternatives never overlap, so that reading is linear. */
const number = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;

/** A number at an offset, and where it ends; undefined when there is none, or when it is out of bounds. */
export function numberAt(text: string, at: number): { readonly value: number; readonly end: number } | undefined {
  number.lastIndex = at;
  const [match] = number.exec(text) ?? [];
  if (match === undefined) return undefined;
  const value = Number(match);
  if (Math.abs(value) > limits.number) return undefined;
  // Numbers this small only cause overflow when something is divided by them.
  return { value: Math.abs(value) < 1e-9 ? 0 : value, end: at + match.length };
}

/** A number and the unit after it, in lower case. */
export interface Dimension {
  readonly value: number;
  readonly unit: string;
}

/** All of a text as a number with its unit. */
export function parseDimension(text: string): Dimension | undefined {
  const found = numberAt(text, 0);
  if (!found) return undefined;
  const unit = text.slice(found.end).toLowerCase();
  return unit === "" || unit === "%" || /^[a-z]{1,4}$/.test(unit) ? { value: found.value, unit } : undefined;
}

/** All of a text as a number without a unit. */
export function parseNumber(text: string): number | undefined {
  const dimension = parseDimension(text);
  return dimension?.unit === "" ? dimension.value : undefined;
}

/** Numbers between white space, commas or their own signs; undefined when something else is among them. */
export function parseNumbers(text: string): number[] | undefined {
  const numbers: number[] = [];
  let at = skipSeparator(text, 0);
  while (at < text.length) {
    const found = numberAt(text, at);
    if (!found) return undefined;
    numbers.push(found.value);
    at = skipSeparator(text, found.end);
  }
  return numbers;
}

const separator = /[\s,]*/y;

/** The offset after white space and commas. */
export function skipSeparator(text: string, at: number): number {
  separator.lastIndex = at;
  separator.exec(text);
  return separator.lastIndex;
}

/** Degrees in one of each unit of angle. */
const degrees: Readonly<Record<string, number>> = { deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 };

/** An angle in degrees; `bare` is the unit of a number without one, if that is allowed. */
export function parseAngle(text: string, bare?: "deg"): number | undefined {
  const dimension = parseDimension(text);
  if (!dimension) return undefined;
  const unit = dimension.unit === "" ? bare : dimension.unit;
  if (unit === undefined && dimension.value === 0) return 0;
  const scale = unit === undefined ? undefined : degrees[unit];
  return scale === undefined ? undefined : dimension.value * scale;
}

/** A number from 0 to 1, or a percentage; values out of range become the nearest bound. */
export function parseShare(text: string): number | undefined {
  const dimension = parseDimension(text);
  if (!dimension || (dimension.unit !== "" && dimension.unit !== "%")) return undefined;
  return Math.min(1, Math.max(0, dimension.value / (dimension.unit === "%" ? 100 : 1)));
}
