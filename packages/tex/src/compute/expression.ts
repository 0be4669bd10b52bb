import type { Span } from "../span.ts";
import { unreachable } from "../unreachable.ts";
import type { Bindings } from "./bindings.ts";
import type { Entry, TableRow } from "./entry.ts";
import type { Value } from "./value.ts";

/** What is computed, each part with its place in the formula. */
export type Expression = Span & Operation;

export type Operation =
  | { type: "constant"; value: Value }
  /** A name of the example and the indices into its list, outermost first. */
  | { type: "name"; entry: Entry; indices: Index[] }
  /** A letter bound by a sum, a free index, or a parameter of a function. */
  | { type: "local"; name: string }
  | { type: "index"; of: Expression; indices: Index[] }
  | { type: "negate"; of: Expression }
  | { type: "binary"; operator: BinaryOperator; left: Expression; right: Expression }
  | { type: "power"; of: Expression; exponent: Expression }
  | { type: "transpose"; of: Expression; sign: "T" | "\\top" }
  | { type: "factorial"; of: Expression }
  | { type: "binomial"; top: Expression; bottom: Expression }
  | { type: "root"; of: Expression; degree: Expression | undefined }
  | { type: "enclosed"; by: "floor" | "ceiling" | "absolute" | "determinant"; of: Expression }
  | { type: "norm"; of: Expression; order: Expression | "F" }
  | { type: "call"; name: string; args: Expression[] }
  /** A function that the example gives by its body; the places of `body` refer to the entry. */
  | { type: "apply"; entry: Entry; args: Expression[]; parameters: readonly string[]; body: Expression }
  /** A function that the example gives by a table. */
  | { type: "lookup"; entry: Entry; args: Expression[]; rows: readonly TableRow[] }
  | { type: "logarithm"; of: Expression; base: Expression }
  /** A sum, product or extreme over an index; terms count only where all `conditions` hold. */
  | {
      type: "reduction";
      operator: ReductionOperator;
      variable: string;
      range: Range;
      conditions: Comparison[];
      body: Expression;
    }
  | { type: "cases"; branches: { value: Expression; when: Comparison[] | "otherwise" }[] }
  | { type: "indicator"; when: Comparison[] }
  | { type: "matrix"; rows: Expression[][] }
  | { type: "set"; items: Expression[] };

export type BinaryOperator = "+" | "-" | "juxtaposed" | "\\times" | "\\cdot" | "\\odot" | "/" | "\\bmod" | SetOperator;
export type SetOperator = "\\cup" | "\\cap" | "\\setminus";
export type ReductionOperator = "sum" | "product" | "max" | "min" | "argmax" | "argmin";

/** One index, counted from 1; a slice includes both ends. */
export type Index = Expression | (Span & { type: "slice"; from: Expression | undefined; to: Expression | undefined });

/** The values that a bound letter takes. */
export type Range =
  | { type: "from-to"; from: Expression; to: Expression }
  | { type: "members"; of: Expression }
  | { type: "subsets"; of: Expression }
  /** 1 to the length of the lists that the letter indexes. */
  | { type: "lists" };

/** Evaluates a part: `evaluate`, for files that it depends on itself. */
export type Evaluate = (expression: Expression, bindings: Bindings) => Value;

export type Comparison = Span & { relation: string; left: Expression; right: Expression };

/** The expressions directly inside one. */
export function partsOfExpression(expression: Expression): Expression[] {
  switch (expression.type) {
    case "constant":
    case "local":
      return [];
    case "name":
      return expression.indices.flatMap(partsOfIndex);
    case "index":
      return [expression.of, ...expression.indices.flatMap(partsOfIndex)];
    case "negate":
    case "transpose":
    case "factorial":
    case "enclosed":
      return [expression.of];
    case "binary":
      return [expression.left, expression.right];
    case "power":
      return [expression.of, expression.exponent];
    case "binomial":
      return [expression.top, expression.bottom];
    case "root":
      return expression.degree === undefined ? [expression.of] : [expression.of, expression.degree];
    case "norm":
      return expression.order === "F" ? [expression.of] : [expression.of, expression.order];
    case "call":
    case "apply":
    case "lookup":
      return expression.args;
    case "logarithm":
      return [expression.of, expression.base];
    case "reduction":
      return [...partsOfRange(expression.range), ...expression.conditions.flatMap(partsOfComparison), expression.body];
    case "cases":
      return expression.branches.flatMap(({ value, when }) => [
        value,
        ...(when === "otherwise" ? [] : when.flatMap(partsOfComparison)),
      ]);
    case "indicator":
      return expression.when.flatMap(partsOfComparison);
    case "matrix":
      return expression.rows.flat();
    case "set":
      return expression.items;
    default:
      return unreachable(expression);
  }
}

function partsOfIndex(index: Index): Expression[] {
  return index.type === "slice" ? [index.from, index.to].filter((end) => end !== undefined) : [index];
}

function partsOfRange(range: Range): Expression[] {
  switch (range.type) {
    case "from-to":
      return [range.from, range.to];
    case "members":
    case "subsets":
      return [range.of];
    case "lists":
      return [];
    default:
      return unreachable(range);
  }
}

function partsOfComparison(comparison: Comparison): Expression[] {
  return [comparison.left, comparison.right];
}
