import { isBare, isPlainLetter, type TexNode } from "../../parse/node.ts";
import { type Span, spanOf, TexError } from "../../span.ts";
import type { Expression, Index } from "../expression.ts";
import { findName, isComma, splitAt } from "../find-name.ts";
import type { Parser } from "./interpret.ts";

/** What a node's scripts make of it: an entry of a list, then a power. */
export function finish(parser: Parser, expression: Expression, node: TexNode): Expression {
  return raise(parser, index(parser, expression, node), node);
}

export function index(parser: Parser, of: Expression, node: TexNode): Expression {
  if (node.sub === undefined) return of;
  return { type: "index", of, indices: parseIndices(parser, node.sub), start: of.start, end: node.end };
}

/** Exponent, or the mark of a transpose. */
export function raise(parser: Parser, of: Expression, node: TexNode): Expression {
  if (node.primes > 0 && of.type !== "name") throw new TexError(`Unexpected \`'\` on something that has no name`, node);
  if (node.sup === undefined) return of;
  const mark = node.sup.length === 1 ? node.sup[0] : undefined;
  const span = { start: of.start, end: node.end };
  if (mark?.type === "symbol" && isBare(mark)) {
    if (mark.name === "\\top" || mark.name === "\\intercal") return { type: "transpose", of, mark: "\\top", ...span };
    const isNamed = parser.scope.locals.has(mark.name) || findName(parser.scope.entries, node.sup, 0) !== undefined;
    if (TRANSPOSE_LETTERS.has(mark.name) && !isNamed) return { type: "transpose", of, mark: "T", ...span };
  }
  return { type: "power", of, exponent: parser.parseList(node.sup, node), ...span };
}

export function parseIndices(parser: Parser, nodes: readonly TexNode[]): Index[] {
  if (nodes.length === 0) return [];
  return splitAt(nodes, isComma).flatMap((part) => {
    const isRowOfLetters =
      part.length > 1 &&
      part.every((node) => isPlainLetter(node) || (node.type === "number" && /^\d$/.test(node.text)));
    const isName = findName(parser.scope.entries, part, 0)?.length === part.length;
    const indices = isRowOfLetters && !isName ? part.map((node) => [node]) : [part];
    return indices.map((index) => parseIndex(parser, index, spanOf(nodes)));
  });
}

function parseIndex(parser: Parser, nodes: readonly TexNode[], place: Span): Index {
  const colon = nodes.findIndex((node) => node.type === "punctuation" && node.name === ":");
  if (colon >= 0) {
    const [before, after] = [nodes.slice(0, colon), nodes.slice(colon + 1)];
    const from = before.length === 0 ? undefined : parser.parseList(before, place);
    const to = after.length === 0 ? undefined : parser.parseList(after, place);
    return { type: "slice", from, to, ...spanOf(nodes) };
  }
  const only = nodes.length === 1 ? nodes[0] : undefined;
  if (
    isPlainLetter(only) &&
    !parser.scope.locals.has(only.name) &&
    findName(parser.scope.entries, nodes, 0) === undefined
  ) {
    parser.scope.free.add(only.name);
    return { type: "local", name: only.name, start: only.start, end: only.end };
  }
  return parser.parseList(nodes, place);
}

const TRANSPOSE_LETTERS: ReadonlySet<string> = new Set(["T", "\\mathsf{T}", "\\mathrm{T}", "\\mathtt{T}"]);
