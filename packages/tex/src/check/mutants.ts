import { type NodeOf, partsOf, type TexNode } from "../parse/node.ts";
import { print } from "../parse/print-tree.ts";
import { readOrNothing } from "../parse/read.ts";
import type { Span } from "../span.ts";
import { type Example, holdsFor, readExamples } from "./example/check-example.ts";

/** A formula with one mistake in it, of the kind that authors make. */
export interface Mutant extends Span {
  /** The wrong formula. */
  tex: string;
  kind: "sign" | "constant" | "fraction";
  /** The change, in words for a message. `start` and `end` are its place in the original formula. */
  what: string;
}

/** Every formula that differs in one sign, one constant (plus one) or one fraction (upside down). None for TeX that cannot
 *  be read. */
export function mutantsOf(tex: string): Mutant[] {
  return mutateList(readOrNothing(tex), tex).filter((mutant) => mutant.tex !== tex);
}

/** The mutants for which the example holds as well: mistakes that it would not reveal. */
export function survivingMutants(tex: string, example: Example | readonly Example[]): Mutant[] {
  const examples = readExamples(example);
  return mutantsOf(tex).filter((mutant) => holdsFor(mutant.tex, examples));
}

function mutateList(nodes: readonly TexNode[], tex: string): Mutant[] {
  return nodes.flatMap((node, i) => [
    ...(isUpperBound(nodes, i) ? [] : mutateNode(node, nodes[i + 1], tex)),
    ...mutateInside(node, tex),
  ]);
}

const atMost = ["<", "\\lt", "\\le", "\\leq", "\\leqslant"];
const atLeast = [">", "\\gt", "\\ge", "\\geq", "\\geqslant"];

/** Whether a number is a whole side of an inequality and bounds from above: with one more, it holds as well. */
function isUpperBound(nodes: readonly TexNode[], i: number): boolean {
  if (nodes[i]?.type !== "number") return false;
  const isEnd = (node: TexNode | undefined) =>
    node === undefined || node.type === "relation" || node.type === "punctuation";
  const is = (node: TexNode | undefined, names: readonly string[]) =>
    node?.type === "relation" && names.includes(node.name);
  const [before, after] = [nodes[i - 1], nodes[i + 1]];
  return (is(before, atMost) && isEnd(after)) || (is(after, atLeast) && isEnd(before));
}

/** Mutates the parts and scripts of a node, but no subscript of a letter: it is a name or an index. */
function mutateInside(node: TexNode, tex: string): Mutant[] {
  const isNamed = node.type === "symbol";
  const sub = isNamed || node.sub === undefined ? [] : mutateList(node.sub, tex);
  return [...partsOf(node).flatMap((part) => mutateList(part, tex)), ...sub, ...mutateList(node.sup ?? [], tex)];
}

function mutateNode(node: TexNode, next: TexNode | undefined, tex: string): Mutant[] {
  const replace = (kind: Mutant["kind"], replacement: string, end: number, what: string): Mutant[] => [
    { tex: tex.slice(0, node.start) + replacement + tex.slice(end), kind, what, start: node.start, end },
  ];
  if (node.type === "operator" && startsOperand(next)) {
    const end = node.start + node.name.length;
    if (node.name === "+") return replace("sign", "-", end, "`+` for `-`");
    if (node.name === "-") return replace("sign", "+", end, "`-` for `+`");
    if (node.name === "/") return replace("fraction", "\\cdot ", end, "`/` for a product");
  }
  if (node.type === "number") {
    const more = increment(node.text);
    return replace("constant", `{${more}}`, node.start + node.text.length, `${node.text} for ${more}`);
  }
  if (node.type === "fraction" && !isDerivative(node)) {
    const upsideDown = print([{ ...node, top: node.bottom, bottom: node.top }]);
    return replace("fraction", upsideDown, node.end, "a fraction for its inverse");
  }
  return [];
}

/** Whether a node is the operand of the sign before it; a sign alone is a label, as in `n_+` and `P(+ \mid D)`. */
function startsOperand(node: TexNode | undefined): boolean {
  if (node === undefined || node.type === "relation" || node.type === "punctuation") return false;
  return node.type !== "operator" && node.type !== "bar" ? true : node.type === "bar" && node.name === "|";
}

/** `\frac{\partial L}{\partial W}` is one name. */
function isDerivative({ top }: NodeOf<"fraction">): boolean {
  const [first] = top;
  return first?.type === "symbol" && (first.name === "\\partial" || (first.name === "d" && print(top).length <= 2));
}

function increment(text: string): string {
  const [whole = "", ...decimals] = text.split(".");
  return [String(BigInt(whole === "" ? 0 : whole) + 1n), ...decimals].join(".");
}
