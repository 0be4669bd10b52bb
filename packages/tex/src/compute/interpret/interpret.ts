import { isBare, type TexNode } from "../../parse/node.ts";
import { print } from "../../parse/print-tree.ts";
import { type Span, spanOf, TexError } from "../../span.ts";
import type { BinaryOperator, Expression } from "../expression.ts";
import { findName } from "../find-name.ts";
import { bindLocals, type Scope } from "../scope.ts";
import { parseBars, parseGroup } from "./brackets.ts";
import { parseFunction } from "./function.ts";
import { unexpected } from "./refuse.ts";
import { finish, index, parseIndices, raise } from "./scripts.ts";
import { startsFactor } from "./starts-factor.ts";
import { parseSymbol } from "./symbol.ts";
import { parseTable } from "./table.ts";

/** What nodes mean, given the names of an example.
 *  @throws {TexError} at the first thing that is not understood. */
export function parseExpression(nodes: readonly TexNode[], scope: Scope, place: Span = spanOf(nodes)): Expression {
  if (nodes.length === 0) throw new TexError("Expected an expression, nothing stands here", place);
  const parser = new Parser(nodes, scope);
  const expression = parser.parseSum();
  const rest = parser.peek();
  if (rest !== undefined) throw unexpected(rest);
  return expression;
}

const SET_OPERATORS: ReadonlySet<string> = new Set(["\\cup", "\\cap", "\\setminus"]);
const PRODUCT_OPERATORS: ReadonlyMap<string, BinaryOperator> = new Map<string, BinaryOperator>([
  ["\\cdot", "\\cdot"],
  ["\\times", "\\times"],
  ["*", "\\times"],
  ["\\ast", "\\times"],
  ["\\odot", "\\odot"],
  ["/", "/"],
  ["\\div", "/"],
  ["\\bmod", "\\bmod"],
]);

/** Recursive descent: a sum of terms, a term of runs joined by explicit operators, a run of factors side by side. */
export class Parser {
  readonly nodes: readonly TexNode[];
  readonly scope: Scope;
  /** The place of the next node. */
  at = 0;
  /** Where the last argument without parentheses ended, and whose it was. */
  bare: { at: number; owner: string } | undefined;

  constructor(nodes: readonly TexNode[], scope: Scope) {
    this.nodes = nodes;
    this.scope = scope;
  }

  peek(): TexNode | undefined {
    return this.nodes[this.at];
  }

  parseSum(): Expression {
    const sign = this.takeOperator((name) => name === "+" || name === "-");
    const first = this.parseTerm();
    let left: Expression =
      sign?.name === "-" ? { type: "negate", of: first, start: sign.start, end: first.end } : first;
    let previous: string | undefined = sign === undefined ? undefined : "+";
    for (;;) {
      const operator = this.takeOperator((name) => name === "+" || name === "-" || SET_OPERATORS.has(name));
      if (operator === undefined) return left;
      const kind = SET_OPERATORS.has(operator.name) ? operator.name : "+";
      if (previous !== undefined && previous !== kind) {
        throw new TexError(`Unexpected \`${operator.name}\` after another operator, expected parentheses`, operator);
      }
      previous = kind;
      const right = this.parseTerm();
      left = {
        type: "binary",
        operator: operator.name as BinaryOperator,
        left,
        right,
        start: left.start,
        end: right.end,
      };
    }
  }

  /** Runs joined by `\cdot`, `/`, `\odot` and their like, which bind less tightly than standing side by side. */
  parseTerm(): Expression {
    let left = this.parseRun().product;
    for (;;) {
      const token = this.takeOperator((name) => PRODUCT_OPERATORS.has(name));
      if (token === undefined) return left;
      const operator = PRODUCT_OPERATORS.get(token.name) ?? "\\times";
      this.refuseAfterBare(token);
      const { product: right, factors } = this.parseRun();
      if (operator === "/" && factors > 1) {
        throw new TexError("Unexpected product after `/`, expected `\\frac` or parentheses", right);
      }
      left = { type: "binary", operator, left, right, start: left.start, end: right.end };
    }
  }

  parseRun(): { product: Expression; factors: number } {
    let product = this.parseFactor();
    let factors = 1;
    for (let node = this.peek(); node !== undefined && startsFactor(node); node = this.peek()) {
      const before = this.nodes[this.at - 1];
      if (node.type === "number") {
        throw new TexError(`Unexpected number right after \`${print([before ?? node])}\`, expected an operator`, node);
      }
      const right = this.parseFactor();
      product = { type: "binary", operator: "juxtaposed", left: product, right, start: product.start, end: right.end };
      factors += 1;
    }
    return { product, factors };
  }

  /** `\log a / b` and `\prod_i a_i / b` could be read in two ways. */
  private refuseAfterBare(operator: TexNode & { type: "operator" }): void {
    if (this.bare?.at !== this.at - 1) return;
    const { owner } = this.bare;
    const found = `Unexpected \`${operator.name}\` after`;
    const isProduct = owner === "\\prod";
    const reason = isProduct
      ? `${found} \`${owner}\`, expected parentheses around all that it goes over`
      : `${found} a function without parentheses, expected \`${owner}(…)\``;
    throw new TexError(reason, operator);
  }

  /** `1e-3` is how computers write, and prints as 1e − 3. */
  private refuseExponent(number: TexNode & { type: "number" }): void {
    const [e, sign, digits] = this.nodes.slice(this.at, this.at + 3);
    if (e?.type !== "symbol" || e.name !== "e" || sign?.type !== "operator" || digits?.type !== "number") return;
    if (!isBare(e) || number.end !== e.start || e.end !== sign.start || sign.end !== digits.start) return;
    const power = `${sign.name === "-" ? "-" : ""}${digits.text}`;
    const found = `${number.text}e${sign.name}${digits.text}`;
    throw new TexError(`Unexpected \`${found}\`, expected a power of ten: \`${number.text} \\cdot 10^{${power}}\``, e);
  }

  parseFactor(): Expression {
    const node = this.peek();
    if (node === undefined) {
      const { end } = spanOf(this.nodes);
      const last = this.nodes.at(-1) ?? { start: end, end };
      throw new TexError("Expected something after this", last);
    }
    return this.parsePostfix(this.parseName(node) ?? this.parseNode(node));
  }

  private parsePostfix(factor: Expression): Expression {
    let of = factor;
    for (let mark = this.takeFactorial(); mark !== undefined; mark = this.takeFactorial()) {
      of = raise(this, { type: "factorial", of, start: of.start, end: mark.end }, mark);
    }
    return of;
  }

  private takeFactorial(): TexNode | undefined {
    return this.takeOperator((name) => name === "!");
  }

  /** A name of the example, or a bound letter. */
  private parseName(node: TexNode): Expression | undefined {
    const match = findName(this.scope.entries, this.nodes, this.at);
    const isLocal = node.type === "symbol" && node.primes === 0 && this.scope.locals.has(node.name);
    if (isLocal && (match === undefined || (match.length === 1 && node.sub === undefined))) {
      return this.parseLocal(node);
    }
    if (match === undefined || match.entry.meaning.type !== "value") return undefined;
    const last = this.nodes[this.at + match.length - 1] ?? node;
    this.at += match.length;
    for (const key of [match.entry.key, ...match.entry.labels]) this.scope.used.add(key);
    const bound = match.entry.meaning.letters.flatMap((letter) => parseIndices(this, match.bindings.get(letter) ?? []));
    const indices = [...bound, ...parseIndices(this, match.sub ?? [])];
    const name: Expression = { type: "name", entry: match.entry, indices, start: node.start, end: last.end };
    return raise(this, name, { ...last, sup: match.sup });
  }

  private parseLocal(node: TexNode & { type: "symbol" }): Expression {
    this.at += 1;
    const local: Expression = { type: "local", name: node.name, start: node.start, end: node.end };
    return raise(this, index(this, local, node), node);
  }

  private parseNode(node: TexNode): Expression {
    const span = { start: node.start, end: node.end };
    switch (node.type) {
      case "number":
        this.at += 1;
        this.refuseExponent(node);
        return finish(this, { type: "constant", value: Number(node.text), ...span }, node);
      case "symbol":
        this.at += 1;
        return parseSymbol(this, node);
      case "fraction": {
        this.at += 1;
        const left = this.parseList(node.top, node);
        const right = this.parseList(node.bottom, node);
        return finish(this, { type: "binary", operator: "/", left, right, ...span }, node);
      }
      case "binomial": {
        this.at += 1;
        const top = this.parseList(node.top, node);
        return finish(this, { type: "binomial", top, bottom: this.parseList(node.bottom, node), ...span }, node);
      }
      case "root": {
        this.at += 1;
        const degree = node.degree && this.parseList(node.degree, node);
        return finish(this, { type: "root", of: this.parseList(node.body, node), degree, ...span }, node);
      }
      case "group":
        this.at += 1;
        return parseGroup(this, node);
      case "bar":
        return parseBars(this, node);
      case "function":
        this.at += 1;
        return parseFunction(this, node);
      case "table":
        this.at += 1;
        return finish(this, parseTable(this, node, node.shape), node);
      case "operator":
      case "relation":
      case "punctuation":
      case "fence":
      case "gap":
      case "break":
      case "dots":
      case "unknown":
        throw unexpected(node);
      default:
        return node satisfies never;
    }
  }

  parseList(nodes: readonly TexNode[], place: Span, scope: Scope = this.scope): Expression {
    return parseExpression(nodes, scope, nodes.length === 0 ? place : spanOf(nodes));
  }

  /** The term in which a function binds names; the parser stands after it. */
  parseBody(owner: string, names: readonly string[]): Expression {
    const inner = new Parser(this.nodes, bindLocals(this.scope, names));
    inner.at = this.at;
    const body = owner === "\\prod" ? inner.parseRun().product : inner.parseTerm();
    this.at = inner.at;
    this.bare = owner === "\\prod" ? { at: this.at, owner } : inner.bare;
    return body;
  }

  private takeOperator(isWanted: (name: string) => boolean): (TexNode & { type: "operator" }) | undefined {
    const node = this.peek();
    if (node?.type !== "operator" || !isWanted(node.name)) return undefined;
    if (!isBare(node) && node.name !== "!") throw new TexError(`Unexpected script on \`${node.name}\``, node);
    this.at += 1;
    return node;
  }
}
