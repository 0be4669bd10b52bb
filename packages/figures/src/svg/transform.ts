import { parseAngle, parseDimension, parseNumbers } from "../css/numbers.ts";
import { identity, type Matrix, multiply, rotation, scaling, translation } from "./matrix.ts";

/** A step's name and what is between its brackets. */
const step = /([a-z]+)\s*\(([^()]*)\)[\s,]*/iy;

/** Reads a `transform` attribute: plain numbers, angles in degrees; undefined when any step is not understood. */
export function parseTransform(text: string): Matrix | undefined {
  return parseSteps(text, (name, list) => {
    const values = parseNumbers(list);
    return values && stepOf(name, values);
  });
}

/** Reads a `transform` of a style: lengths in `px`, angles with their unit. */
export function parseCssTransform(text: string): Matrix | undefined {
  if (text.toLowerCase() === "none") return identity;
  return parseSteps(text, (name, list) => {
    const values: number[] = [];
    for (const part of list.split(",")) {
      const value = parseArgument(name.toLowerCase(), part.trim());
      if (value === undefined) return undefined;
      values.push(value);
    }
    const [first = 0, second = 0] = values;
    const one = values.length === 1;
    switch (name.toLowerCase()) {
      case "translatex":
        return one ? translation(first, 0) : undefined;
      case "translatey":
        return one ? translation(0, first) : undefined;
      case "scalex":
        return one ? scaling(first, 1) : undefined;
      case "scaley":
        return one ? scaling(1, first) : undefined;
      case "skew":
        return values.length > 2 ? undefined : [1, tangent(second), tangent(first), 1, 0, 0];
      case "rotate":
        return one ? rotation(first) : undefined;
      case "skewx":
        return stepOf("skewX", values);
      case "skewy":
        return stepOf("skewY", values);
      default:
        return stepOf(name.toLowerCase(), values);
    }
  });
}

function parseSteps(text: string, read: (name: string, list: string) => Matrix | undefined): Matrix | undefined {
  let matrix = identity;
  const trimmed = text.trim();
  let at = 0;
  while (at < trimmed.length) {
    step.lastIndex = at;
    const [, name = "", list = ""] = step.exec(trimmed) ?? [];
    const after = step.lastIndex;
    const next = name === "" ? undefined : read(name, list);
    if (!next) return undefined;
    at = after;
    matrix = multiply(matrix, next);
    if (!matrix.every(Number.isFinite)) return undefined;
  }
  return matrix;
}

function parseArgument(name: string, text: string): number | undefined {
  const dimension = parseDimension(text);
  if (!dimension) return undefined;
  if (name.startsWith("rotate") || name.startsWith("skew")) return parseAngle(text);
  if (name.startsWith("translate")) {
    return dimension.unit === "px" || dimension.value === 0 ? dimension.value : undefined;
  }
  return dimension.unit === "" ? dimension.value : undefined;
}

function stepOf(name: string, values: readonly number[]): Matrix | undefined {
  const [first = 0, second, third] = values;
  const count = values.length;
  switch (name) {
    case "translate":
      return count === 1 || count === 2 ? translation(first, second ?? 0) : undefined;
    case "scale":
      return count === 1 || count === 2 ? scaling(first, second ?? first) : undefined;
    case "rotate": {
      if (count !== 1 && count !== 3) return undefined;
      const [x, y] = [second ?? 0, third ?? 0];
      return multiply(multiply(translation(x, y), rotation(first)), translation(-x, -y));
    }
    case "skewX":
      return count === 1 ? [1, 0, tangent(first), 1, 0, 0] : undefined;
    case "skewY":
      return count === 1 ? [1, tangent(first), 0, 1, 0, 0] : undefined;
    case "matrix":
      return count === 6 ? (values as unknown as Matrix) : undefined;
    default:
      return undefined;
  }
}

function tangent(degrees: number): number {
  return Math.tan((degrees * Math.PI) / 180);
}
