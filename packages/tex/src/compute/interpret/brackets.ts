import { isBare, type TexNode } from "../../parse/node.ts";
import { TexError } from "../../span.ts";
import type { Expression } from "../expression.ts";
import { isComma, splitAt } from "../find-name.ts";
import type { Parser } from "./interpret.ts";
import { unexpected } from "./refuse.ts";
import { finish, raise } from "./scripts.ts";
import { parseTable } from "./table.ts";

/** What stands between two delimiters, which say what is done with it. */
export function parseGroup(parser: Parser, node: TexNode & { type: "group" }): Expression {
  const span = { start: node.start, end: node.end };
  const only = node.body.length === 1 ? node.body[0] : undefined;
  if (only?.type === "table" && isBare(only)) {
    const isCases = node.open === "\\{" && node.close === ".";
    const table = parseTable(parser, only, isCases ? "cases" : only.shape);
    if (node.open === "|" && node.close === "|") {
      return finish(parser, { type: "enclosed", by: "determinant", of: table, ...span }, node);
    }
    if (isCases || node.open === "(" || node.open === "[") return finish(parser, table, node);
  }
  switch (node.open + node.close) {
    case "()":
    case "[]":
      return finish(parser, parser.parseList(node.body, node), node);
    case "\\lfloor\\rfloor":
      return finish(parser, { type: "enclosed", by: "floor", of: parser.parseList(node.body, node), ...span }, node);
    case "\\lceil\\rceil":
      return finish(parser, { type: "enclosed", by: "ceiling", of: parser.parseList(node.body, node), ...span }, node);
    case "||":
      return finish(parser, { type: "enclosed", by: "absolute", of: parser.parseList(node.body, node), ...span }, node);
    case "\\|\\|":
      return raise(
        parser,
        { type: "norm", of: parser.parseList(node.body, node), order: parseOrder(parser, node), ...span },
        node,
      );
    case "\\{\\}": {
      const items =
        node.body.length === 0 ? [] : splitAt(node.body, isComma).map((item) => parser.parseList(item, node));
      return finish(parser, { type: "set", items, ...span }, node);
    }
    case "\\langle\\rangle":
      return finish(parser, parseInnerProduct(parser, node), node);
    case "":
      throw new TexError("Unexpected script on braces, which print nothing, expected parentheses", node);
    default:
      throw unexpected(node);
  }
}

function parseInnerProduct(parser: Parser, node: TexNode & { type: "group" }): Expression {
  const [left, right, ...more] = splitAt(node.body, isComma);
  if (left === undefined || right === undefined || more.length > 0) {
    throw new TexError("Unexpected angle brackets, expected two vectors: `\\langle a, b \\rangle`", node);
  }
  return {
    type: "binary",
    operator: "\\cdot",
    left: parser.parseList(left, node),
    right: parser.parseList(right, node),
    start: node.start,
    end: node.end,
  };
}

/** `| … |` and `\| … \|`, whose two ends look alike. */
export function parseBars(parser: Parser, open: TexNode & { type: "bar" }): Expression {
  const close = parser.nodes.findIndex((node, i) => i > parser.at && node.type === "bar" && node.name === open.name);
  const bar = parser.nodes[close];
  if (bar === undefined) throw new TexError(`Unexpected \`${open.name}\`, it is never closed`, open);
  if (!isBare(open)) throw new TexError(`Unexpected script on an opening \`${open.name}\``, open);
  const of = parser.parseList(parser.nodes.slice(parser.at + 1, close), { start: open.start, end: bar.end });
  parser.at = close + 1;
  const span = { start: open.start, end: bar.end };
  if (open.name === "|") return finish(parser, { type: "enclosed", by: "absolute", of, ...span }, bar);
  return raise(parser, { type: "norm", of, order: parseOrder(parser, bar), ...span }, bar);
}

function parseOrder(parser: Parser, node: TexNode): Expression | "F" {
  const only = node.sub?.length === 1 ? node.sub[0] : undefined;
  if (node.sub === undefined) return { type: "constant", value: 2, start: node.start, end: node.end };
  if (only?.type === "symbol" && only.name === "F") return "F";
  return parser.parseList(node.sub, node);
}
