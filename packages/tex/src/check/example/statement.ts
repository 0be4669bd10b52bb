import { isComma } from "../../compute/find-name.ts";
import { textOf } from "../../compute/interpret/conditions.ts";
import type { TexNode } from "../../parse/node.ts";

/** One assertion of a formula: expressions joined by relations. */
export interface Statement {
  sides: TexNode[][];
  relations: (TexNode & { type: "relation" })[];
}

/** Cuts a formula into what it asserts: at line ends, `;`, wide spaces, words such as "where", and at commas between two
 *  relations. */
export function cutStatements(nodes: readonly TexNode[]): Statement[] {
  return linesOf(nodes)
    .flatMap(cutLine)
    .map(trim)
    .filter((part) => part.length > 0 && !isQuantifier(part))
    .map(cutChain);
}

/** A line that goes on with a relation or an operator belongs to the one before. */
function linesOf(nodes: readonly TexNode[]): TexNode[][] {
  const only = nodes.length === 1 ? nodes[0] : undefined;
  const isTable = only?.type === "table" && only.shape === "lines";
  const lines = isTable ? only.rows.map((row) => row.flat()) : splitLines(nodes);
  const joined: TexNode[][] = [];
  for (const line of lines) {
    const [first] = line;
    const goesOn = first?.type === "relation" || (first?.type === "operator" && !QUANTIFIERS.has(first.name));
    const before = joined.at(-1);
    if (goesOn && before !== undefined) before.push(...line);
    else joined.push([...line]);
  }
  return joined;
}

function splitLines(nodes: readonly TexNode[]): TexNode[][] {
  const lines: TexNode[][] = [[]];
  for (const node of nodes) {
    if (node.type === "break") lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

function cutLine(line: readonly TexNode[]): TexNode[][] {
  const parts: { nodes: TexNode[]; afterComma: boolean }[] = [{ nodes: [], afterComma: false }];
  for (const node of line) {
    if (isComma(node) || isEdge(node)) parts.push({ nodes: isComma(node) ? [node] : [], afterComma: isComma(node) });
    else parts.at(-1)?.nodes.push(node);
  }
  const joined: TexNode[][] = [];
  for (const { nodes, afterComma } of parts) {
    const before = joined.at(-1);
    const standsAlone = !afterComma || (before !== undefined && isRelated(before) && isRelated(nodes));
    if (standsAlone || before === undefined) joined.push(nodes.filter((node, i) => i > 0 || !isComma(node)));
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

/** Without the comma or full stop that ends a sentence. */
function trim(nodes: readonly TexNode[]): TexNode[] {
  const end = nodes.findLastIndex((node) => !(node.type === "punctuation" && (node.name === "." || node.name === ",")));
  return nodes.slice(0, end + 1);
}

/** `\forall i`: what a free index means anyway. */
function isQuantifier(nodes: readonly TexNode[]): boolean {
  const [first, ...rest] = nodes;
  const isForAll = first?.type === "operator" && QUANTIFIERS.has(first.name);
  return isForAll && rest.every((node) => isComma(node) || node.type === "symbol");
}

function cutChain(nodes: readonly TexNode[]): Statement {
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
