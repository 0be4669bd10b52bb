import { type NodeOf, type TexNode, textOf } from "../../parse/node.ts";
import { isComma, splitAt } from "../../parse/split.ts";

/** One assertion of a formula: a chain of expressions joined by relations. */
export interface Statement {
  sides: TexNode[][];
  relations: NodeOf<"relation">[];
}

/** Splits a formula into statements: at line ends, `;`, wide spaces, words such as "where", and commas between two
 *  relations. */
export function splitStatements(nodes: readonly TexNode[]): Statement[] {
  return linesOf(nodes)
    .flatMap(splitLine)
    .map(trim)
    .filter((part) => part.length > 0 && !isQuantifier(part))
    .map(toChain);
}

/** A line that begins with a relation or an operator continues the one before. */
function linesOf(nodes: readonly TexNode[]): TexNode[][] {
  const only = nodes.length === 1 ? nodes[0] : undefined;
  const isTable = only?.type === "table" && only.shape === "lines";
  const lines = isTable ? only.rows.map((row) => row.flat()) : splitAt(nodes, (node) => node.type === "break");
  const joined: TexNode[][] = [];
  for (const line of lines) {
    const [first] = line;
    const continues = first?.type === "relation" || (first?.type === "operator" && !QUANTIFIERS.has(first.name));
    const before = joined.at(-1);
    if (continues && before !== undefined) before.push(...line);
    else joined.push([...line]);
  }
  return joined;
}

function splitLine(line: readonly TexNode[]): TexNode[][] {
  const parts: { nodes: TexNode[]; afterComma: boolean }[] = [{ nodes: [], afterComma: false }];
  for (const node of line) {
    if (isComma(node) || isEdge(node)) parts.push({ nodes: isComma(node) ? [node] : [], afterComma: isComma(node) });
    else parts.at(-1)?.nodes.push(node);
  }
  const joined: TexNode[][] = [];
  for (const { nodes, afterComma } of parts) {
    const before = joined.at(-1);
    const isSeparate = !afterComma || (before !== undefined && isRelated(before) && isRelated(nodes));
    if (isSeparate || before === undefined) joined.push(nodes.filter((node, i) => i > 0 || !isComma(node)));
    else before.push(...nodes);
  }
  return joined;
}

function isEdge(node: TexNode): boolean {
  if (node.type === "gap" || (node.type === "punctuation" && node.name === ";")) return true;
  if (node.type === "relation" && IMPLICATIONS.has(node.name)) return true;
  return /^(where|with|and|s\.t\.|subject to|such that)$/.test(textOf(node) ?? "");
}

const IMPLICATIONS: ReadonlySet<string> = new Set([
  "\\Rightarrow",
  "\\Longrightarrow",
  "\\implies",
  "\\iff",
  "\\Leftrightarrow",
]);
const QUANTIFIERS: ReadonlySet<string> = new Set(["\\forall"]);

function isRelated(nodes: readonly TexNode[]): boolean {
  return (
    nodes.some((node) => node.type === "relation") ||
    nodes.some((node, i) => i > 0 && node.type === "operator" && QUANTIFIERS.has(node.name))
  );
}

/** Removes the comma or full stop at the end of a sentence. */
function trim(nodes: readonly TexNode[]): TexNode[] {
  const end = nodes.findLastIndex((node) => !(node.type === "punctuation" && (node.name === "." || node.name === ",")));
  return nodes.slice(0, end + 1);
}

/** `\forall i` adds nothing: a free index means it already. */
function isQuantifier(nodes: readonly TexNode[]): boolean {
  const [first, ...rest] = nodes;
  const isForAll = first?.type === "operator" && QUANTIFIERS.has(first.name);
  return isForAll && rest.every((node) => isComma(node) || node.type === "symbol");
}

function toChain(nodes: readonly TexNode[]): Statement {
  const statement: Statement = { sides: [[]], relations: [] };
  for (const node of nodes) {
    if (node.type === "relation") {
      statement.relations.push(node);
      statement.sides.push([]);
    } else {
      statement.sides.at(-1)?.push(node);
    }
  }
  return statement;
}
