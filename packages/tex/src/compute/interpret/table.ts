import type { NodeOf, TableShape, TexNode } from "../../parse/node.ts";
import { isComma } from "../../parse/split.ts";
import { TexError } from "../../tex-error.ts";
import { unreachable } from "../../unreachable.ts";
import type { Expression } from "../expression.ts";
import { interpretCondition } from "./conditions.ts";
import type { Interpreter } from "./interpreter.ts";

/** A matrix, or cases. */
export function interpretTable(interpreter: Interpreter, node: NodeOf<"table">, shape: TableShape): Expression {
  const span = { start: node.start, end: node.end };
  switch (shape) {
    case "lines":
      throw new TexError("Lines are inside an expression: put the environment around the whole formula", node);
    case "matrix": {
      const rows = node.rows.map((row) => row.map((cell) => interpreter.interpret(cell, node)));
      return { type: "matrix", rows, ...span };
    }
    case "cases":
      return { type: "cases", branches: node.rows.map((row) => interpretBranch(interpreter, row, node)), ...span };
    default:
      return unreachable(shape);
  }
}

function interpretBranch(
  interpreter: Interpreter,
  row: readonly (readonly TexNode[])[],
  table: TexNode,
): (Expression & { type: "cases" })["branches"][number] {
  const [value = [], condition, ...more] = row;
  if (more.length > 0 || condition === undefined) {
    throw new TexError("A case lacks its condition: write `value & condition` in each line", table);
  }
  const last = value.at(-1);
  const trimmed = last !== undefined && isComma(last) ? value.slice(0, -1) : value;
  return {
    value: interpreter.interpret(trimmed, table),
    when: interpretCondition(interpreter, condition, table),
  };
}
