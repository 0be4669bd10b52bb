import type { Span } from "../span.ts";

/** What stands above and below a node. */
export interface Scripts {
  sub?: TexNode[];
  sup?: TexNode[];
  /** How many `'` follow. */
  primes: number;
}

/** One thing of a formula, as it is printed. Spacing, sizes and colours are gone; delimiters are paired. */
export type TexNode = Span & Scripts & Content;

export type Content =
  | { type: "number"; text: string }
  /** A letter with its font and accent, or a word: `x`, `\alpha`, `\hat{y}`, `\mathbf{w}`, `\mathrm{TP}`, `\text{if}`. */
  | { type: "symbol"; name: string; isWord: boolean }
  | { type: "operator"; name: string }
  | { type: "relation"; name: string }
  | { type: "punctuation"; name: string }
  /** `\log`, `\sum`, `\max`: stands before what it acts on. */
  | { type: "function"; name: string }
  /** `|` (also `\mid`) or `\|`: opens, closes or parts, which only an evaluator can tell. */
  | { type: "bar"; name: "|" | "\\|" }
  /** A delimiter without a partner, as in `[0, 1)`. */
  | { type: "fence"; name: string }
  /** `open` is empty for braces, which print nothing but carry a script. */
  | { type: "group"; open: string; close: string; body: TexNode[] }
  | { type: "fraction"; top: TexNode[]; bottom: TexNode[] }
  | { type: "binomial"; top: TexNode[]; bottom: TexNode[] }
  | { type: "root"; body: TexNode[]; degree: TexNode[] | undefined }
  | { type: "table"; shape: "lines" | "cases" | "matrix"; rows: TexNode[][][] }
  /** `\quad`: wide enough to part two statements. */
  | { type: "gap" }
  /** `\\` outside an environment. */
  | { type: "break" }
  /** `\dots` */
  | { type: "dots" }
  /** What KaTeX may print, but this package cannot read. */
  | { type: "unknown"; name: string };

/** The node lists inside a node, without its scripts. */
export function partsOf(node: TexNode): TexNode[][] {
  switch (node.type) {
    case "group":
      return [node.body];
    case "fraction":
    case "binomial":
      return [node.top, node.bottom];
    case "root":
      return node.degree === undefined ? [node.body] : [node.degree, node.body];
    case "table":
      return node.rows.flat();
    case "number":
    case "symbol":
    case "operator":
    case "relation":
    case "punctuation":
    case "function":
    case "bar":
    case "fence":
    case "gap":
    case "break":
    case "dots":
    case "unknown":
      return [];
    default:
      return node satisfies never;
  }
}

/** The scripts of a node that has them. */
export function scriptsOf(node: TexNode): TexNode[][] {
  return [node.sub, node.sup].filter((script) => script !== undefined);
}

/** Whether a node is the one italic letter, without scripts or primes: `i`, not `I` and not `\alpha`. */
export function isPlainLetter(node: TexNode | undefined): node is TexNode & { type: "symbol" } {
  return node?.type === "symbol" && /^[a-z]$/.test(node.name) && isBare(node);
}

export function isBare(node: TexNode): boolean {
  return node.sub === undefined && node.sup === undefined && node.primes === 0;
}
