import { isLabel } from "./evaluate/entry.ts";
import { BUILTINS } from "./evaluate/functions.ts";
import { isBare, isPlainLetter, partsOf, type TexNode } from "./read/node.ts";
import { print, printBase } from "./read/print.ts";
import { read } from "./read/reader.ts";
import { BINDERS, CONSTANTS } from "./read/tables.ts";
import { type Span, TexError } from "./span.ts";

/** One place where a formula uses a symbol. */
export interface SymbolUse extends Span {
  /** In normal spelling, without index: `\hat{y}` for `\hat y_i`, `F_{1}` for `F_1`. */
  symbol: string;
}

export interface SymbolReport {
  /** Used but not declared: each at its first place. */
  missing: SymbolUse[];
  /** Declared but not used, as declared. */
  unused: string[];
}

/** The symbols that a reader of a formula must know, wherever it uses one. Bound letters, indices, constants such as
 *  `\pi` and operators are none. Empty for TeX that cannot be read: `checkSyntax` says why. */
export function symbolsOf(tex: string): SymbolUse[] {
  return findSymbols(tex, []).unexplained;
}

/** Compares the symbols of a formula with a table's. A declared name may be several letters (`TP`), hold what it is
 *  applied to (`P(D)`), and be spelt in any way that prints the same. */
export function checkSymbols(tex: string, declared: readonly string[]): SymbolReport {
  const names = declared.map(toName);
  const { unexplained, used } = findSymbols(tex, names);
  const first = new Map<string, SymbolUse>();
  for (const use of unexplained) if (!first.has(use.symbol)) first.set(use.symbol, use);
  return { missing: [...first.values()], unused: names.filter((name) => !used.has(name)).map((name) => name.declared) };
}

/** A symbol in normal spelling. TeX that cannot be read stays as it is. */
export function normalizeSymbol(tex: string): string {
  return print(toName(tex).nodes) || tex;
}

interface Name {
  declared: string;
  nodes: TexNode[];
}

function toName(declared: string): Name {
  const nodes = readOrNothing(declared);
  const last = nodes.at(-1);
  const isPower = last?.sup !== undefined && last.sup.length === 1 && last.sup[0]?.type === "number";
  // `\sigma^2` declares \sigma, whose square the formula shows.
  return { declared, nodes: isPower && last ? [...nodes.slice(0, -1), without(last, "sup")] : nodes };
}

function readOrNothing(tex: string): TexNode[] {
  try {
    return read(tex);
  } catch (error) {
    if (error instanceof TexError) return [];
    throw error;
  }
}

function without(node: TexNode, side: "sub" | "sup"): TexNode {
  const { [side]: _, ...rest } = node;
  return rest;
}

interface Findings {
  unexplained: SymbolUse[];
  used: Set<Name>;
}

function findSymbols(tex: string, names: readonly Name[]): Findings {
  const nodes = readOrNothing(tex);
  const finder = new Finder(names, nodes);
  finder.walk(nodes);
  finder.useIndices(nodes);
  return { unexplained: finder.unexplained.sort((a, b) => a.start - b.start), used: finder.used };
}

class Finder {
  readonly unexplained: SymbolUse[] = [];
  readonly used = new Set<Name>();
  private readonly names: readonly Name[];
  private readonly bound: ReadonlySet<string>;
  private readonly indices: ReadonlySet<string>;

  constructor(names: readonly Name[], nodes: readonly TexNode[]) {
    this.names = names;
    this.bound = new Set(boundIn(nodes));
    this.indices = new Set([...this.bound, ...indicesIn(nodes)]);
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

  /** Declared letters that are only indices, or bound, are used too. */
  useIndices(nodes: readonly TexNode[]): void {
    const letters = new Set([...this.indices, ...labelsIn(nodes)]);
    for (const name of this.names) {
      const [node, ...more] = name.nodes;
      if (node !== undefined && more.length === 0 && node.type === "symbol" && letters.has(node.name))
        this.used.add(name);
    }
  }

  /** Looks at a node that is no declared name; tells how many nodes that took. */
  private walkNode(node: TexNode, nodes: readonly TexNode[], at: number): number {
    if (node.type === "function") {
      this.walkLimits(node);
      if (node.sup !== undefined) this.walk(node.sup);
      return 1;
    }
    if (node.type !== "symbol") {
      for (const part of withoutDifferentials(node)) this.walk(part);
      // A number bears no marks: a word above it is a power, as in `2^{\mathrm{rel}_i}`.
      if (node.sup !== undefined && (node.type === "number" || !isMark(node.sup))) this.walk(node.sup);
      return 1;
    }
    const next = nodes[at + 1];
    const isDifferential = node.name === "d" && isBare(node) && next?.type === "symbol" && this.bound.has(next.name);
    if (isDifferential) return 2;
    if (!this.needsNoEntry(node, next)) this.note(node);
    this.walkScripts(node);
    return 1;
  }

  private note(node: TexNode & { type: "symbol" }): void {
    const isIndexed = node.sub !== undefined && this.isIndex(node.sub);
    const primed = "'".repeat(node.primes);
    const sub = node.sub === undefined || isIndexed ? "" : `_{${print(node.sub)}}`;
    this.unexplained.push({ symbol: `${node.name}${primed}${sub}`, start: node.start, end: node.end });
  }

  private needsNoEntry(node: TexNode & { type: "symbol" }, next: TexNode | undefined): boolean {
    const isApplied = next?.type === "group" && next.open !== "";
    if (CONSTANTS.has(node.name) || this.bound.has(node.name)) return true;
    if (INDEX_LETTERS.has(node.name) && this.indices.has(node.name)) return true;
    if (/^\\(text|mbox)\{/.test(node.name)) return isRemark(node.name);
    if (WELL_KNOWN.has(node.name)) return true;
    if (node.isWord && isApplied) return true;
    return node.isWord && BUILTINS.has(node.name);
  }

  private walkScripts(node: TexNode & { type: "symbol" }): void {
    if (EXPECTATIONS.has(node.name)) this.walkLimits(node);
    else if (node.sub !== undefined && CONSTANTS.has(node.name)) this.walk(node.sub);
    if (node.sup !== undefined && !isMark(node.sup)) this.walk(node.sup);
  }

  /** What a declared name leaves of a node: the inside of what it is applied to, and the power. */
  private walkRest(node: TexNode, key: TexNode): void {
    const isWhole = print([without(without(node, "sub"), "sup")]) === print([without(without(key, "sub"), "sup")]);
    if (!isWhole) for (const part of partsOf(node)) this.walk(part);
    if (node.sup !== undefined && key.sup === undefined && !isMark(node.sup)) this.walk(node.sup);
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

  /** The declared name that explains most of what stands at a place. */
  private findName(nodes: readonly TexNode[], at: number): Name | undefined {
    let best: { name: Name; score: number } | undefined;
    for (const name of this.names) {
      const scores = name.nodes.map((key, i) => this.score(key, nodes[at + i], i > 0));
      const score = scores.includes(0) ? 0 : scores.reduce((sum, part) => sum + part, 0);
      if (score > 0 && (best === undefined || score > best.score)) best = { name, score };
    }
    return best?.name;
  }

  /** How well a declared node explains one of the formula; 0 not at all. */
  private score(key: TexNode, node: TexNode | undefined, isArgument: boolean): number {
    if (node === undefined || key.type !== node.type) return 0;
    const isApplication = isArgument && key.type === "group" && node.type === "group" && key.open === node.open;
    const isSame = printBase(key) === printBase(node);
    if (!isSame && !isApplication) return 0;
    if (key.primes > 0 && key.primes !== node.primes) return 0;
    const subscript = this.scoreSub(key.sub, node.sub);
    if (subscript === 0) return 0;
    if (key.sup !== undefined && (node.sup === undefined || print(key.sup) !== print(node.sup))) return 0;
    const isLabelled = key.sup === undefined && node.sup !== undefined && isMark(node.sup) && !isTranspose(node.sup);
    const marks = (key.sup === undefined ? 0 : 2) + (key.primes === node.primes ? 1 : 0) - (isLabelled ? 0.5 : 0);
    return (isSame ? 10 : 5) + subscript + marks;
  }

  private scoreSub(key: readonly TexNode[] | undefined, found: readonly TexNode[] | undefined): number {
    if (key === undefined && found === undefined) return 3;
    if (key !== undefined && found !== undefined && print(key) === print(found)) return 4;
    const isLoose = (sub: readonly TexNode[] | undefined) => sub === undefined || this.isIndex(sub);
    return isLoose(key) && (isLoose(found) || isNumber(found)) ? 1 : 0;
  }

  /** Whether a subscript only picks an entry: one small letter, several parted by commas, sums of them. Letters side by
   *  side are a word (`n_{in}`), unless each is an index elsewhere. */
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

/** Letters that say which one, even outside a subscript: `S \setminus \{i\}`. */
const INDEX_LETTERS: ReadonlySet<string> = new Set("ijkl");

/** Operators and sets that everybody knows. */
const WELL_KNOWN: ReadonlySet<string> = new Set(
  ["E", "R", "N", "Z", "Q", "C", "P", "V", "1", "I"]
    .map((letter) => `\\mathbb{${letter}}`)
    .concat("\\mathbf{1}", "\\mathrm{e}", "\\mathrm{d}"),
);

/** Words between formulas: "if", "otherwise", "for all i". */
function isRemark(name: string): boolean {
  const text = /\{(.*)\}$/.exec(name)?.[1] ?? "";
  return (
    /\s/.test(text.trim()) ||
    /^(if|else|otherwise|where|when|with|for|and|or|such that|s\.t\.|subject to|,|\.|)$/.test(text.trim())
  );
}

/** The parts of a node; of `\frac{dy}{dx}` only y and x. */
function withoutDifferentials(node: TexNode): TexNode[][] {
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

/** Whether a superscript is a mark and not a power: `*`, `+`, `T`, `\top`, `\prime`, a word. */
function isMark(sup: readonly TexNode[]): boolean {
  const [node, ...more] = sup;
  if (node === undefined || more.length > 0) return isLabel(sup);
  return (
    node.type === "operator" ||
    isTranspose(sup) ||
    isLabel(sup) ||
    (node.type === "symbol" && CONSTANTS.has(node.name) && node.name !== "e")
  );
}

function isTranspose(sup: readonly TexNode[]): boolean {
  const name = sup.length === 1 && sup[0] !== undefined ? printBase(sup[0]) : "";
  return ["T", "\\top", "\\intercal", "\\mathsf{T}", "\\mathrm{T}", "\\prime"].includes(name);
}

/** Letters under `\sum`, `\max`, `\mathbb{E}` and their like, and after the `d` of an integral. */
function boundIn(nodes: readonly TexNode[]): string[] {
  return nodes.flatMap((node, i) => {
    const binds =
      node.type === "function" ? BINDERS.has(node.name) : node.type === "symbol" && EXPECTATIONS.has(node.name);
    const own = binds ? boundBy(node.sub ?? []) : [];
    const isIntegral = node.type === "function" && INTEGRALS.has(node.name);
    const last = isIntegral
      ? nodes
          .slice(i)
          .findIndex(
            (d, j, rest) => d.type === "symbol" && /^(d|\\mathrm\{d\})$/.test(d.name) && rest[j + 1]?.type === "symbol",
          )
      : -1;
    const differential = last >= 0 ? nodes[i + last + 1] : undefined;
    const over = differential === undefined ? [] : [printBase(differential)];
    const inside = [...partsOf(node), ...[node.sub, node.sup].filter((script) => script !== undefined)];
    return [...own, ...over, ...inside.flatMap(boundIn)];
  });
}

const EXPECTATIONS: ReadonlySet<string> = new Set([
  "\\mathbb{E}",
  "\\mathrm{E}",
  "\\mathbb{P}",
  "\\mathrm{Var}",
  "\\mathbb{V}",
]);
const INTEGRALS: ReadonlySet<string> = new Set(["\\int", "\\iint", "\\iiint", "\\oint"]);

/** All letters, up to the relation, that stand below: `i, j` of `i, j \in S`; in each part between commas. */
function boundBy(sub: readonly TexNode[]): string[] {
  const letters: string[] = [];
  let isBefore = true;
  for (const node of sub) {
    if (node.type === "relation") isBefore = false;
    if (node.type === "punctuation") isBefore = true;
    if (isBefore && node.type === "symbol") letters.push(node.name);
    if (isBefore && node.type === "group") letters.push(...boundBy(node.body));
  }
  return letters;
}

/** Letters that are a subscript of their own somewhere. */
function indicesIn(nodes: readonly TexNode[]): string[] {
  return nodes.flatMap((node) => {
    const sub = node.sub ?? [];
    const parted = sub.filter(
      (inner, i) => isPlainLetter(inner) && !isPlainLetter(sub[i - 1]) && !isPlainLetter(sub[i + 1]),
    );
    const inside = [...partsOf(node), ...[node.sub, node.sup].filter((script) => script !== undefined)];
    return [...parted.map(printBase), ...inside.flatMap(indicesIn)];
  });
}

/** Symbols that stand alone as a subscript: `\beta` of `F_\beta`. */
function labelsIn(nodes: readonly TexNode[]): string[] {
  return nodes.flatMap((node) => {
    const only = node.sub?.length === 1 ? node.sub[0] : undefined;
    const own = only?.type === "symbol" ? [only.name] : [];
    const inside = [...partsOf(node), ...[node.sub, node.sup].filter((script) => script !== undefined)];
    return [...own, ...inside.flatMap(labelsIn)];
  });
}
