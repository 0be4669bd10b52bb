import type { TexNode } from "../../parse/node.ts";
import { TexError } from "../../span.ts";
import type { Expression } from "../expression.ts";
import { isComma } from "../find-name.ts";
import { parseCondition } from "./conditions.ts";
import type { Parser } from "./interpret.ts";

/** A matrix, or cases. */
export function parseTable(
  parser: Parser,
  node: TexNode & { type: "table" },
  shape: "lines" | "cases" | "matrix",
): Expression {
  const span = { start: node.start, end: node.end };
  switch (shape) {
    case "lines":
      throw new TexError("Unexpected lines inside an expression", node);
    case "matrix":
      return { type: "matrix", rows: node.rows.map((row) => row.map((cell) => parser.parseList(cell, node))), ...span };
    case "cases":
      return { type: "cases", branches: node.rows.map((row) => parseBranch(parser, row, node)), ...span };
    default:
      return shape satisfies never;
  }
}

function parseBranch(
  parser: Parser,
  row: readonly TexNode[][],
  table: TexNode,
): (Expression & { type: "cases" })["branches"][number] {
  const [value = [], condition, ...more] = row;
  if (more.length > 0 || condition === undefined)
    throw new TexError("Expected `value & condition` in each case", table);
  const last = value.at(-1);
  const trimmed = last !== undefined && isComma(last) ? value.slice(0, -1) : value;
  return { value: parser.parseList(trimmed, table), when: parseCondition(condition, parser.scope, table) };
}
