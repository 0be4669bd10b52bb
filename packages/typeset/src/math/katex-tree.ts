import katex from "katex";
import { withoutSmallScripts } from "./script-sizes.ts";

/** The tree that KaTeX renders to HTML; only the parts used here (KaTeX 0.19, `src/domTree.ts`). */
export interface SpanNode {
  readonly classes: readonly string[];
  readonly style: Style;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children: readonly TreeNode[];
  readonly height: number;
  readonly depth: number;
}
export interface SymbolNode {
  readonly text: string;
  readonly classes: readonly string[];
  readonly style: Style;
  /** Italic correction in em: space after the symbol. */
  readonly italic: number;
}
export interface SvgNode {
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgChild[];
}
export interface SvgChild {
  readonly attributes?: Readonly<Record<string, string>>;
  toMarkup(): string;
}
export type TreeNode = SpanNode | SymbolNode | SvgNode;

/** CSS of a node, in camel case; lengths are in em. */
export type Style = Readonly<Partial<Record<string, string>>>;

interface KatexInternals {
  __renderToHTMLTree(tex: string, options: object): SpanNode;
}

const options = { throwOnError: true, strict: "ignore", trust: false, maxExpand: 1000, maxSize: 50 } as const;

/**
 * Builds the boxes of a formula.
 * @throws {katex.ParseError} if KaTeX cannot parse the formula.
 */
export function katexTree(tex: string, isDisplay: boolean): SpanNode {
  const internals = katex as unknown as KatexInternals;
  const root = internals.__renderToHTMLTree(withoutSmallScripts(tex, isDisplay), { ...options, displayMode: isDisplay });
  const html = find(root);
  if (!html) throw new Error("KaTeX gave no `katex-html` box: its tree has changed");
  return html;
}

export function isSymbol(node: TreeNode): node is SymbolNode {
  return "text" in node;
}

export function isSvg(node: TreeNode): node is SvgNode {
  return !("classes" in node);
}

function find(node: TreeNode): SpanNode | undefined {
  if (isSymbol(node) || isSvg(node)) return undefined;
  if (node.classes.includes("katex-html")) return node;
  for (const child of node.children) {
    const found = find(child);
    if (found) return found;
  }
  return undefined;
}
