import type { Example } from "../compute/entry.ts";
import { type NodeOf, partsOf, type TexNode, withPart } from "../parse/node.ts";
import { print } from "../parse/print-tree.ts";
import { readOrNothing } from "../parse/read.ts";
import type { Span } from "../span.ts";
import { holdsForCopy } from "./example/holds-for-copy.ts";
import { runExamples } from "./example/run.ts";

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
  return mutate(tex, readOrNothing(tex)).map(({ mutant }) => mutant);
}

/** The mutants for which the example holds as well: mistakes that it would not reveal. */
export function survivingMutants(tex: string, example: Example | readonly Example[]): Mutant[] {
  const mutants = mutate(tex, readOrNothing(tex));
  if (mutants.length === 0) return [];
  const runs = runExamples(tex, example);
  if (runs.length === 0) return [];
  return mutants.filter(({ nodes }) => runs.every((run) => holdsForCopy(nodes, run))).map(({ mutant }) => mutant);
}

/** The nodes of a mutant are those that its TeX reads as, but for their places. */
function mutate(tex: string, nodes: readonly TexNode[]): { mutant: Mutant; nodes: readonly TexNode[] }[] {
  return changesIn(nodes)
    .map(({ replacement, kind, what, start, end, changed }) => {
      const mutant = { tex: tex.slice(0, start) + replacement + tex.slice(end), kind, what, start, end };
      return { mutant, nodes: changed };
    })
    .filter(({ mutant }) => mutant.tex !== tex);
}

/** A change of a formula's text, and what it makes of a part of the tree. */
interface Change<Part> extends Span {
  kind: Mutant["kind"];
  what: string;
  /** The new text between `start` and `end`. */
  replacement: string;
  changed: Part;
}

function changesIn(nodes: readonly TexNode[]): Change<readonly TexNode[]>[] {
  return nodes.flatMap((node, i) => [
    ...(isUpperBound(nodes, i) ? [] : within(changesOf(node, nodes[i + 1]), (changed) => nodes.with(i, changed))),
    ...within(changesInside(node), (changed) => nodes.with(i, changed)),
  ]);
}

/** The same changes, as those of a larger part. */
function within<Part, Whole>(changes: readonly Change<Part>[], wrap: (part: Part) => Whole): Change<Whole>[] {
  return changes.map((change) => ({ ...change, changed: wrap(change.changed) }));
}

const AT_MOST = ["<", "\\lt", "\\le", "\\leq", "\\leqslant"];
const AT_LEAST = [">", "\\gt", "\\ge", "\\geq", "\\geqslant"];

/** Whether a number is a whole side of an inequality and bounds from above: with one more, it holds as well. */
function isUpperBound(nodes: readonly TexNode[], i: number): boolean {
  if (nodes[i]?.type !== "number") return false;
  const isEnd = (node: TexNode | undefined) =>
    node === undefined || node.type === "relation" || node.type === "punctuation";
  const is = (node: TexNode | undefined, names: readonly string[]) =>
    node?.type === "relation" && names.includes(node.name);
  const [before, after] = [nodes[i - 1], nodes[i + 1]];
  return (is(before, AT_MOST) && isEnd(after)) || (is(after, AT_LEAST) && isEnd(before));
}

/** Changes of the parts and scripts of a node, but of no subscript of a letter: it is a name or an index. */
function changesInside(node: TexNode): Change<TexNode>[] {
  const sub = node.type === "symbol" ? undefined : node.sub;
  return [
    ...partsOf(node).flatMap((part, i) => within(changesIn(part), (changed) => withPart(node, i, changed))),
    ...within(changesIn(sub ?? []), (changed) => ({ ...node, sub: changed })),
    ...within(changesIn(node.sup ?? []), (changed) => ({ ...node, sup: changed })),
  ];
}

/** Changes of the node itself; `next` is the node after it. */
function changesOf(node: TexNode, next: TexNode | undefined): Change<TexNode>[] {
  const { start } = node;
  if (node.type === "operator" && startsOperand(next)) {
    const place = { start, end: start + node.name.length };
    const become = (name: string) => ({ replacement: name, changed: { ...node, name } });
    if (node.name === "+") return [{ kind: "sign", what: "`+` for `-`", ...become("-"), ...place }];
    if (node.name === "-") return [{ kind: "sign", what: "`-` for `+`", ...become("+"), ...place }];
    if (node.name === "/") {
      const changed = { ...node, name: "\\cdot" };
      return [{ kind: "fraction", what: "`/` for a product", replacement: "\\cdot ", changed, ...place }];
    }
  }
  if (node.type === "number") {
    const text = increment(node.text);
    const place = { start, end: start + node.text.length };
    const what = `${node.text} for ${text}`;
    return [{ kind: "constant", what, replacement: `{${text}}`, changed: { ...node, text }, ...place }];
  }
  if (node.type === "fraction" && !isDerivative(node)) {
    const changed = { ...node, top: node.bottom, bottom: node.top };
    const what = "a fraction for its inverse";
    return [{ kind: "fraction", what, replacement: print([changed]), changed, start, end: node.end }];
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

/** One more than a number, in the same notation. */
function increment(text: string): string {
  const [whole = "", ...decimals] = text.split(".");
  return [String(BigInt(whole === "" ? 0 : whole) + 1n), ...decimals].join(".");
}
