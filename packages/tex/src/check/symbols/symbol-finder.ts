import { BUILTINS } from "../../compute/functions.ts";
import { isBare, isLabel, isPlainLetter, type NodeOf, partsOf, type TexNode, withoutScript } from "../../parse/node.ts";
import { print, printBase } from "../../parse/print-tree.ts";
import { BINDERS, CONSTANTS } from "../../parse/tables.ts";
import type { Span } from "../../span.ts";
import { boundIn, EXPECTATIONS, indicesIn, labelsIn, subscriptOwners } from "./letters.ts";
import { isDecoration, isTranspose } from "./superscript.ts";

/** One place where a formula uses a symbol. */
export interface SymbolUse extends Span {
  /** In normal spelling, without index: `\hat{y}` for `\hat y_i`, `F_{1}` for `F_1`. */
  symbol: string;
}

/** A declared symbol. */
export interface Name {
  /** As the author wrote it. */
  declared: string;
  nodes: readonly TexNode[];
}

/** Walks a formula once, and collects the symbols that no name declares and the names that it uses. */
export class SymbolFinder {
  readonly undeclared: SymbolUse[] = [];
  readonly used = new Set<Name>();
  private readonly names: readonly Name[];
  private readonly bound: ReadonlySet<string>;
  private readonly indices: ReadonlySet<string>;
  /** For each letter that is a whole subscript, the symbols that have it. */
  private readonly owners: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(names: readonly Name[], nodes: readonly TexNode[]) {
    this.names = names;
    this.bound = new Set(boundIn(nodes));
    this.indices = new Set([...this.bound, ...indicesIn(nodes)]);
    this.owners = subscriptOwners(nodes);
  }

  walk(nodes: readonly TexNode[]): void {
    for (let at = 0; at < nodes.length; ) {
      const name = this.findName(nodes, at);
      const node = nodes[at];
      if (node === undefined) return;
      if (name !== undefined) {
        this.used.add(name);
        for (const [i, key] of name.nodes.entries()) this.walkRest(nodes[at + i] ?? node, key);
        at += name.nodes.length;
        continue;
      }
      at += this.walkNode(node, nodes, at);
    }
  }

  /** Counts declared letters that are only indices, or bound, as used. */
  useIndices(nodes: readonly TexNode[]): void {
    const letters = new Set([...this.indices, ...labelsIn(nodes)]);
    for (const name of this.names) {
      const [node, ...more] = name.nodes;
      if (node !== undefined && more.length === 0 && node.type === "symbol" && letters.has(node.name))
        this.used.add(name);
    }
  }

  /** Walks a node that no name declares; returns the number of nodes taken. */
  private walkNode(node: TexNode, nodes: readonly TexNode[], at: number): number {
    if (node.type === "function") {
      this.walkLimits(node);
      if (node.sup !== undefined) this.walk(node.sup);
      return 1;
    }
    if (node.type !== "symbol") {
      for (const part of withoutDifferentials(node)) this.walk(part);
      // Nothing decorates a number: a word above it is a power, as in `2^{\mathrm{rel}_i}`.
      if (node.sup !== undefined && (node.type === "number" || !isDecoration(node.sup))) this.walk(node.sup);
      return 1;
    }
    const next = nodes[at + 1];
    const isDifferential = node.name === "d" && isBare(node) && next?.type === "symbol" && this.bound.has(next.name);
    if (isDifferential) return 2;
    if (!this.needsNoEntry(node, next)) this.note(node);
    this.walkScripts(node);
    return 1;
  }

  private note(node: NodeOf<"symbol">): void {
    const isIndexed = node.sub !== undefined && this.isIndex(node.sub) && !this.hasSibling(node);
    const primed = "'".repeat(node.primes);
    const sub = node.sub === undefined || isIndexed ? "" : `_{${print(node.sub)}}`;
    this.undeclared.push({ symbol: `${node.name}${primed}${sub}`, start: node.start, end: node.end });
  }

  /** Whether the table has the same letter with another subscript that is no index either. */
  private hasSibling(node: NodeOf<"symbol">): boolean {
    if (!this.isLabelLetter(node.sub)) return false;
    return this.names.some(
      ({ nodes: [key] }) => key?.type === "symbol" && key.name === node.name && this.isLabelLetter(key.sub),
    );
  }

  private needsNoEntry(node: NodeOf<"symbol">, next: TexNode | undefined): boolean {
    const isApplied = next?.type === "group" && next.open !== "";
    if (CONSTANTS.has(node.name) || this.bound.has(node.name)) return true;
    if (INDEX_LETTERS.has(node.name) && this.indices.has(node.name)) return true;
    if (/^\\(text|mbox)\{/.test(node.name)) return isRemark(node.name);
    if (WELL_KNOWN.has(node.name)) return true;
    if (node.isWord && isApplied) return true;
    return node.isWord && BUILTINS.has(node.name);
  }

  private walkScripts(node: NodeOf<"symbol">): void {
    if (EXPECTATIONS.has(node.name)) this.walkLimits(node);
    else if (node.sub !== undefined && CONSTANTS.has(node.name)) this.walk(node.sub);
    if (node.sup !== undefined && !isDecoration(node.sup)) this.walk(node.sup);
  }

  /** Walks the parts of a node that its declared name does not cover: the argument and the power. */
  private walkRest(node: TexNode, key: TexNode): void {
    const isWhole = print([withoutScripts(node)]) === print([withoutScripts(key)]);
    if (!isWhole) for (const part of partsOf(node)) this.walk(part);
    if (node.sup !== undefined && key.sup === undefined && !isDecoration(node.sup)) this.walk(node.sup);
    if (node.type === "group" && node.sub !== undefined && key.sub === undefined) this.walk(node.sub);
  }

  /** `n` of `\sum_{i=1}^n`, `S` of `\max_{x \in S}`. */
  private walkLimits(node: TexNode): void {
    if (node.sub === undefined) return;
    if (node.type === "function" && !BINDERS.has(node.name)) {
      this.walk(node.sub);
      return;
    }
    const relation = node.sub.findIndex((inner) => inner.type === "relation");
    if (relation >= 0) this.walk(node.sub.slice(relation + 1));
  }

  /** The declared name that fits best at a place. */
  private findName(nodes: readonly TexNode[], at: number): Name | undefined {
    let best: { name: Name; score: number } | undefined;
    for (const name of this.names) {
      const score = this.scoreName(name, nodes, at);
      if (score > 0 && (best === undefined || score > best.score)) best = { name, score };
    }
    return best?.name;
  }

  private scoreName(name: Name, nodes: readonly TexNode[], at: number): number {
    let sum = 0;
    for (const [i, key] of name.nodes.entries()) {
      const score = this.score(key, nodes[at + i], i > 0);
      if (score === 0) return 0;
      sum += score;
    }
    return sum;
  }

  /** How well a declared node fits one of the formula; 0 when it does not. */
  private score(key: TexNode, node: TexNode | undefined, isArgument: boolean): number {
    if (node === undefined || key.type !== node.type) return 0;
    const isApplication = isArgument && key.type === "group" && node.type === "group" && key.open === node.open;
    const isSame = printBase(key) === printBase(node);
    if (!isSame && !isApplication) return 0;
    if (key.primes > 0 && key.primes !== node.primes) return 0;
    const subscript = this.scoreSub(key.sub, node.sub);
    if (subscript === 0) return 0;
    if (key.sup !== undefined && (node.sup === undefined || print(key.sup) !== print(node.sup))) return 0;
    const isLabelled =
      key.sup === undefined && node.sup !== undefined && isDecoration(node.sup) && !isTranspose(node.sup);
    const decorations = (key.sup === undefined ? 0 : 2) + (key.primes === node.primes ? 1 : 0) - (isLabelled ? 0.5 : 0);
    return (isSame ? 10 : 5) + subscript + decorations;
  }

  private scoreSub(key: readonly TexNode[] | undefined, found: readonly TexNode[] | undefined): number {
    if (key === undefined && found === undefined) return 3;
    if (key !== undefined && found !== undefined && print(key) === print(found)) return 4;
    const isLoose = (sub: readonly TexNode[] | undefined) => sub === undefined || this.isIndex(sub);
    // `p_o` and `p_e` are two names, `x_i` and `x_j` two entries of one.
    if (this.isLabelLetter(key) && this.isLabelLetter(found)) return 0;
    return isLoose(key) && (isLoose(found) || isNumber(found)) ? 1 : 0;
  }

  /** Whether a subscript is one letter that is no index anywhere: nothing binds it, and only one symbol has it. */
  private isLabelLetter(sub: readonly TexNode[] | undefined): boolean {
    const [letter, ...more] = sub ?? [];
    if (more.length > 0 || !isPlainLetter(letter) || !this.isIndex([letter])) return false;
    const { name } = letter;
    return !USUAL_INDICES.has(name) && !this.bound.has(name) && (this.owners.get(name)?.size ?? 0) < 2;
  }

  /** Whether a subscript only picks an entry: one small letter, several separated by commas, or sums of them. Letters side
   *  by side are a word (`n_{in}`), unless each is an index elsewhere. */
  private isIndex(sub: readonly TexNode[]): boolean {
    if (isLabel(sub) || isNumber(sub)) return false;
    const isLetterOrNumber = (node: TexNode) => isPlainLetter(node) || (node.type === "number" && isBare(node));
    const isJoint = (node: TexNode) =>
      node.type === "punctuation" || node.type === "relation" || (node.type === "operator" && /^[+-]$/.test(node.name));
    if (!sub.every((node) => isLetterOrNumber(node) || isJoint(node)) || !sub.some(isPlainLetter))
      return sub.every(isColon);
    const isWord = sub.length > 1 && sub.every(isLetterOrNumber);
    return !isWord || sub.every((node) => node.type === "number" || this.indices.has(printBase(node)));
  }
}

/** Letters that are an index even outside a subscript: `S \setminus \{i\}`. */
const INDEX_LETTERS: ReadonlySet<string> = new Set("ijkl");

/** Letters that authors use as indices, of entries, steps, layers, classes and the like. */
const USUAL_INDICES: ReadonlySet<string> = new Set("abcijklmnqrstuv");

/** Operators and sets that need no explanation. */
const WELL_KNOWN: ReadonlySet<string> = new Set(
  ["E", "R", "N", "Z", "Q", "C", "P", "V", "1", "I"]
    .map((letter) => `\\mathbb{${letter}}`)
    .concat("\\mathbf{1}", "\\mathrm{e}", "\\mathrm{d}"),
);

/** The parts of a node, without the d of `\frac{dy}{dx}`. */
function withoutDifferentials(node: TexNode): readonly (readonly TexNode[])[] {
  if (node.type !== "fraction" || !startsWithD(node.top) || !startsWithD(node.bottom)) return partsOf(node);
  return [node.top.slice(1), node.bottom.slice(1)];
}

function startsWithD([first]: readonly TexNode[]): boolean {
  return first?.type === "symbol" && (first.name === "d" || first.name === "\\mathrm{d}") && first.sub === undefined;
}

function isColon(node: TexNode): boolean {
  return node.type === "punctuation";
}

function isNumber(nodes: readonly TexNode[] | undefined): boolean {
  return nodes?.length === 1 && nodes[0]?.type === "number";
}

function withoutScripts(node: TexNode): TexNode {
  return withoutScript(withoutScript(node, "sub"), "sup");
}

/** Words between formulas: "if", "otherwise", "for all i". */
function isRemark(name: string): boolean {
  const text = (/\{(.*)\}$/.exec(name)?.[1] ?? "").trim();
  return (
    /\s/.test(text) || /^(if|else|otherwise|where|when|with|for|and|or|such that|s\.t\.|subject to|,|\.|)$/.test(text)
  );
}
