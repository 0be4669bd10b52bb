import type { Span } from "../span.ts";
import { unreachable } from "../unreachable.ts";

/** The subscript, the superscript and the primes of a node. */
export interface Scripts {
  sub?: readonly TexNode[];
  sup?: readonly TexNode[];
  /** Number of `'` after the node. */
  primes: number;
}

/** One thing that a formula prints. Spacing, sizes and colours are dropped; delimiters are paired. */
export type TexNode = Span & Scripts & Content;

/** A node of one type: `NodeOf<"group">`. */
export type NodeOf<Type extends Content["type"]> = TexNode & { type: Type };

export type Content =
  | { type: "number"; text: string }
  /** A letter with its font and accent, or a word: `x`, `\alpha`, `\hat{y}`, `\mathbf{w}`, `\mathrm{TP}`, `\text{if}`. */
  | { type: "symbol"; name: string; isWord: boolean }
  | { type: "operator"; name: string }
  | { type: "relation"; name: string }
  | { type: "punctuation"; name: string }
  /** `\log`, `\sum`, `\max`: precedes its argument. */
  | { type: "function"; name: string }
  /** `|` (also `\mid`) or `\|`: opens, closes or separates, which only the context decides. */
  | { type: "bar"; name: "|" | "\\|" }
  /** A delimiter without a partner, as in `[0, 1)`. */
  | { type: "delimiter"; name: string }
  /** `open` is empty for braces, which print nothing but can have scripts. */
  | { type: "group"; open: string; close: string; body: readonly TexNode[] }
  | { type: "fraction"; top: readonly TexNode[]; bottom: readonly TexNode[] }
  | { type: "binomial"; top: readonly TexNode[]; bottom: readonly TexNode[] }
  | { type: "root"; body: readonly TexNode[]; degree: readonly TexNode[] | undefined }
  | { type: "table"; shape: TableShape; rows: readonly (readonly (readonly TexNode[])[])[] }
  /** `\quad`: space wide enough to separate two statements. */
  | { type: "gap" }
  /** `\\` outside an environment. */
  | { type: "break" }
  /** `\dots`, or as the author wrote it. */
  | { type: "dots"; name: string }
  /** A command that KaTeX may print, but this package does not know. */
  | { type: "unknown"; name: string };

export type TableShape = "lines" | "cases" | "matrix";

/** The node lists inside a node, without its scripts. */
export function partsOf(node: TexNode): readonly (readonly TexNode[])[] {
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
    case "delimiter":
    case "gap":
    case "break":
    case "dots":
    case "unknown":
      return NO_PARTS;
    default:
      return unreachable(node);
  }
}

const NO_PARTS: readonly (readonly TexNode[])[] = [];

/** A node with one of its parts replaced by another list, by the order of `partsOf`. */
export function withPart(node: TexNode, index: number, part: readonly TexNode[]): TexNode {
  switch (node.type) {
    case "group":
      return { ...node, body: part };
    case "fraction":
    case "binomial":
      return index === 0 ? { ...node, top: part } : { ...node, bottom: part };
    case "root":
      return node.degree === undefined || index === 1 ? { ...node, body: part } : { ...node, degree: part };
    case "table": {
      let at = -1;
      const replaced = (cell: readonly TexNode[]) => {
        at += 1;
        return at === index ? part : cell;
      };
      return { ...node, rows: node.rows.map((row) => row.map(replaced)) };
    }
    case "number":
    case "symbol":
    case "operator":
    case "relation":
    case "punctuation":
    case "function":
    case "bar":
    case "delimiter":
    case "gap":
    case "break":
    case "dots":
    case "unknown":
      throw new Error(`a ${node.type} has no parts`);
    default:
      return unreachable(node);
  }
}

/** The scripts that a node has. */
export function scriptsOf(node: TexNode): readonly (readonly TexNode[])[] {
  if (node.sub === undefined && node.sup === undefined) return NO_PARTS;
  return [node.sub, node.sup].filter((script) => script !== undefined);
}

/** Whether a node has no scripts and no primes. */
export function isBare(node: TexNode): boolean {
  return node.sub === undefined && node.sup === undefined && node.primes === 0;
}

/** Whether a node is one small italic letter, without scripts or primes: `i`, not `I` and not `\alpha`. */
export function isPlainLetter(node: TexNode | undefined): node is NodeOf<"symbol"> {
  return node?.type === "symbol" && /^[a-z]$/.test(node.name) && isBare(node);
}

/** Whether a script is a label, part of the name, and not an index: `\mathrm{c}` in `X_{\mathrm{c}}`. */
export function isLabel(script: readonly TexNode[]): boolean {
  return script.some((node) => node.type === "symbol" && (node.isWord || node.name.startsWith("\\mathrm{")));
}

/** The words of `\text{…}` and `\mathrm{…}`. */
export function textOf(node: TexNode): string | undefined {
  if (node.type !== "symbol") return undefined;
  const command = ["\\text{", "\\mathrm{"].find((start) => node.name.startsWith(start));
  return command === undefined ? undefined : node.name.slice(command.length, -1);
}

export function withoutScript<Node extends TexNode>(node: Node, side: "sub" | "sup"): Node {
  return node[side] === undefined ? node : { ...node, [side]: undefined };
}
