import { isBare, isPlainLetter, type TexNode } from "../read/node.ts";
import { print, printBase } from "../read/print.ts";
import { type Span, spanOf, TexError } from "../span.ts";
import { parseComparisons } from "./comparison.ts";
import { type Entry, entryError, isSeparator } from "./entry.ts";
import type { BinaryOperator, Expression, Index } from "./expression.ts";
import { BUILTINS } from "./functions.ts";
import { findName, isComma, splitAt } from "./match.ts";
import { FUNCTIONS_OVER, parseOver } from "./over.ts";
import { bindLocals, type Scope } from "./scope.ts";

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
const MAX_CALLS = 20;

/** Recursive descent: a sum of terms, a term of runs joined by explicit operators, a run of factors side by side. */
export class Parser {
  readonly nodes: readonly TexNode[];
  readonly scope: Scope;
  private at = 0;
  /** Where the last argument without parentheses ended, and whose it was. */
  private bare: { at: number; owner: string } | undefined;

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

  private parseRun(): { product: Expression; factors: number } {
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

  private parseFactor(): Expression {
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
      of = this.raise({ type: "factorial", of, start: of.start, end: mark.end }, mark);
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
    const bound = match.entry.meaning.letters.flatMap((letter) => this.parseIndices(match.bindings.get(letter) ?? []));
    const indices = [...bound, ...this.parseIndices(match.sub ?? [])];
    const name: Expression = { type: "name", entry: match.entry, indices, start: node.start, end: last.end };
    return this.raise(name, { ...last, sup: match.sup });
  }

  private parseLocal(node: TexNode & { type: "symbol" }): Expression {
    this.at += 1;
    const local: Expression = { type: "local", name: node.name, start: node.start, end: node.end };
    return this.raise(this.index(local, node), node);
  }

  private parseNode(node: TexNode): Expression {
    const span = { start: node.start, end: node.end };
    switch (node.type) {
      case "number":
        this.at += 1;
        this.refuseExponent(node);
        return this.finish({ type: "constant", value: Number(node.text), ...span }, node);
      case "symbol":
        this.at += 1;
        return this.parseSymbol(node);
      case "fraction": {
        this.at += 1;
        const left = this.parseList(node.top, node);
        const right = this.parseList(node.bottom, node);
        return this.finish({ type: "binary", operator: "/", left, right, ...span }, node);
      }
      case "binomial": {
        this.at += 1;
        const top = this.parseList(node.top, node);
        return this.finish({ type: "binomial", top, bottom: this.parseList(node.bottom, node), ...span }, node);
      }
      case "root": {
        this.at += 1;
        const degree = node.degree && this.parseList(node.degree, node);
        return this.finish({ type: "root", of: this.parseList(node.body, node), degree, ...span }, node);
      }
      case "group":
        this.at += 1;
        return this.parseGroup(node);
      case "bar":
        return this.parseBars(node);
      case "function":
        this.at += 1;
        return this.parseFunction(node);
      case "table":
        this.at += 1;
        return this.finish(this.parseTable(node, node.shape), node);
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

  private parseSymbol(node: TexNode & { type: "symbol" }): Expression {
    const span = { start: node.start, end: node.end };
    const next = this.peek();
    const argument = next?.type === "group" && next.open !== "" ? next : undefined;
    if (argument !== undefined) {
      const applied = this.parseApplication(node, argument) ?? this.parseIndicator(node, argument);
      if (applied !== undefined) return applied;
    }
    if (node.sub === undefined && node.primes === 0) {
      const constant = CONSTANT_VALUES.get(node.name);
      if (constant !== undefined) return this.raise({ type: "constant", value: constant, ...span }, node);
      if (isPlainLetter({ ...node, sup: undefined } as TexNode) && argument === undefined) {
        this.scope.unresolved.set(node.name, span);
        return this.raise({ type: "local", name: node.name, ...span }, node);
      }
    }
    throw this.noValue(node, argument !== undefined);
  }

  private noValue(node: TexNode & { type: "symbol" }, isCalled: boolean): TexError {
    const name = print([{ ...node, sup: undefined } as TexNode]);
    const plain = this.scope.entries.find((entry) => entry.key === node.name && node.sub !== undefined);
    if (plain !== undefined && plain.meaning.type === "value" && !Array.isArray(plain.meaning.value)) {
      return new TexError(`Unexpected \`${name}\`, the example has \`${node.name}\` as a number, not as a list`, node);
    }
    if (isCalled) return new TexError(`Unexpected \`${name}(…)\`, neither in the example nor a known function`, node);
    return new TexError(`Expected a value for \`${name}\` in the example`, node);
  }

  /** `f(x)` of a declared or a known function. */
  private parseApplication(
    node: TexNode & { type: "symbol" },
    group: TexNode & { type: "group" },
  ): Expression | undefined {
    const head = { ...node, sup: undefined } as TexNode;
    const declared = this.scope.entries.find(
      ({ meaning, nodes }) =>
        meaning.type !== "value" && nodes.length === 2 && print(nodes.slice(0, 1)) === print([head]),
    );
    const isBuiltin = node.primes === 0 && BUILTINS.has(node.name);
    if (declared === undefined && !isBuiltin) return undefined;
    this.at += 1;
    const span = { start: node.start, end: group.end };
    const parts = splitAt(group.body, declared === undefined ? isComma : isSeparator);
    const args = parts.map((part) => parseExpression(part, this.scope, group));
    const call =
      declared === undefined
        ? ({ type: "call", name: node.name, args, ...span } as const)
        : this.applyEntry(declared, args, span);
    const indexed = this.index(declared === undefined ? this.index(call, node) : call, group);
    return this.raise(this.raise(indexed, node), group);
  }

  private applyEntry(entry: Entry, args: Expression[], span: Span): Expression {
    this.scope.used.add(entry.key);
    const { meaning } = entry;
    if (meaning.type === "table") return { type: "lookup", entry, args, rows: meaning.rows, ...span };
    if (meaning.type === "value") throw new Error("a value is not applied");
    if (this.scope.depth >= MAX_CALLS) throw entryError(entry.key, "Unexpected function that calls itself");
    if (args.length !== meaning.parameters.length) {
      const expected = meaning.parameters.length;
      throw new TexError(
        `Unexpected ${args.length} arguments, the example declares \`${entry.key}\` with ${expected}`,
        span,
      );
    }
    const inner: Scope = {
      ...bindLocals(this.scope, meaning.parameters),
      depth: this.scope.depth + 1,
      free: new Set(),
      unresolved: new Map(),
    };
    try {
      const body = parseExpression(meaning.body, inner);
      const [loose] = [...inner.unresolved.keys(), ...inner.free];
      if (loose !== undefined) throw entryError(entry.key, `Expected a value for \`${loose}\` in the example`);
      return { type: "apply", entry, args, parameters: meaning.parameters, body, ...span };
    } catch (error) {
      if (error instanceof TexError && error.entry === undefined) throw entryError(entry.key, error.message);
      throw error;
    }
  }

  /** `\mathbb{1}[x > 0]` is 1 where the condition holds, else 0. */
  private parseIndicator(
    node: TexNode & { type: "symbol" },
    group: TexNode & { type: "group" },
  ): Expression | undefined {
    if (!INDICATORS.has(node.name) || !isBare(node)) return undefined;
    if (!group.body.some((inner) => inner.type === "relation")) return undefined;
    this.at += 1;
    const when = parseComparisons(group.body, this.scope, group);
    return this.finish({ type: "indicator", when, start: node.start, end: group.end }, group);
  }

  private parseGroup(node: TexNode & { type: "group" }): Expression {
    const span = { start: node.start, end: node.end };
    const only = node.body.length === 1 ? node.body[0] : undefined;
    if (only?.type === "table" && isBare(only)) {
      const isCases = node.open === "\\{" && node.close === ".";
      const table = this.parseTable(only, isCases ? "cases" : only.shape);
      if (node.open === "|" && node.close === "|") {
        return this.finish({ type: "enclosed", by: "determinant", of: table, ...span }, node);
      }
      if (isCases || node.open === "(" || node.open === "[") return this.finish(table, node);
    }
    switch (node.open + node.close) {
      case "()":
      case "[]":
        return this.finish(this.parseList(node.body, node), node);
      case "\\lfloor\\rfloor":
        return this.finish({ type: "enclosed", by: "floor", of: this.parseList(node.body, node), ...span }, node);
      case "\\lceil\\rceil":
        return this.finish({ type: "enclosed", by: "ceiling", of: this.parseList(node.body, node), ...span }, node);
      case "||":
        return this.finish({ type: "enclosed", by: "absolute", of: this.parseList(node.body, node), ...span }, node);
      case "\\|\\|":
        return this.raise(
          { type: "norm", of: this.parseList(node.body, node), order: this.parseOrder(node), ...span },
          node,
        );
      case "\\{\\}": {
        const items =
          node.body.length === 0 ? [] : splitAt(node.body, isComma).map((item) => this.parseList(item, node));
        return this.finish({ type: "set", items, ...span }, node);
      }
      case "\\langle\\rangle":
        return this.finish(this.parseInnerProduct(node), node);
      case "":
        throw new TexError("Unexpected script on braces, which print nothing, expected parentheses", node);
      default:
        throw unexpected(node);
    }
  }

  private parseInnerProduct(node: TexNode & { type: "group" }): Expression {
    const [left, right, ...more] = splitAt(node.body, isComma);
    if (left === undefined || right === undefined || more.length > 0) {
      throw new TexError("Unexpected angle brackets, expected two vectors: `\\langle a, b \\rangle`", node);
    }
    return {
      type: "binary",
      operator: "\\cdot",
      left: this.parseList(left, node),
      right: this.parseList(right, node),
      start: node.start,
      end: node.end,
    };
  }

  /** `| … |` and `\| … \|`, whose two ends look alike. */
  private parseBars(open: TexNode & { type: "bar" }): Expression {
    const close = this.nodes.findIndex((node, i) => i > this.at && node.type === "bar" && node.name === open.name);
    const bar = this.nodes[close];
    if (bar === undefined) throw new TexError(`Unexpected \`${open.name}\`, it is never closed`, open);
    if (!isBare(open)) throw new TexError(`Unexpected script on an opening \`${open.name}\``, open);
    const of = this.parseList(this.nodes.slice(this.at + 1, close), { start: open.start, end: bar.end });
    this.at = close + 1;
    const span = { start: open.start, end: bar.end };
    if (open.name === "|") return this.finish({ type: "enclosed", by: "absolute", of, ...span }, bar);
    return this.raise({ type: "norm", of, order: this.parseOrder(bar), ...span }, bar);
  }

  private parseOrder(node: TexNode): Expression | "F" {
    const only = node.sub?.length === 1 ? node.sub[0] : undefined;
    if (node.sub === undefined) return { type: "constant", value: 2, start: node.start, end: node.end };
    if (only?.type === "symbol" && only.name === "F") return "F";
    return this.parseList(node.sub, node);
  }

  private parseFunction(node: TexNode & { type: "function" }): Expression {
    if (node.primes > 0) throw unexpected(node);
    const next = this.peek();
    if (node.name === "\\arg" && next?.type === "function" && (next.name === "\\max" || next.name === "\\min")) {
      this.at += 1;
      return parseOver(this, { ...next, name: `\\arg${next.name.slice(1)}`, start: node.start });
    }
    if (FUNCTIONS_OVER.has(node.name) && node.sub !== undefined) return parseOver(this, node);
    if (!BUILTINS.has(node.name)) throw unexpected(node);
    const isLogarithm = node.name === "\\log";
    if (node.sub !== undefined && !isLogarithm) throw new TexError(`Unexpected subscript of \`${node.name}\``, node);
    const base = node.sub && this.parseList(node.sub, node);
    const args =
      next?.type === "group" && ARGUMENT_BRACKETS.has(next.open)
        ? this.takeArguments(next)
        : [this.parseBareArgument(node)];
    const span = { start: node.start, end: args.at(-1)?.end ?? node.end };
    const [first] = args;
    const isWithBase = base !== undefined && first !== undefined && args.length === 1;
    if (base !== undefined && !isWithBase) throw new TexError("Expected one argument of a logarithm", span);
    const call: Expression = isWithBase
      ? { type: "logarithm", of: first, base, ...span }
      : { type: "call", name: node.name, args, ...span };
    return this.raiseFunction(call, node);
  }

  /** `\log^2 x` is a power of the result; `\sin^{-1}` could be two things. */
  private raiseFunction(call: Expression, node: TexNode): Expression {
    const raised = this.raise(call, node);
    const isInverse = raised.type === "power" && raised.exponent.type === "negate";
    if (isInverse) throw new TexError("Unexpected `^{-1}` on a function, expected `\\arcsin` or a fraction", node);
    return raised;
  }

  private takeArguments(group: TexNode & { type: "group" }): Expression[] {
    this.at += 1;
    if (!isBare(group)) {
      throw new TexError("Unexpected script after the argument, expected `\\log^2(x)` or `\\log(x^2)`", group);
    }
    return splitAt(group.body, isComma).map((part) => parseExpression(part, this.scope, group));
  }

  /** `\log p_i`, `\cos 2\theta`: an argument without parentheses is one thing, or a number and what it multiplies. */
  private parseBareArgument(owner: TexNode & { type: "function" }): Expression {
    const next = this.peek();
    if (next === undefined || !startsFactor(next))
      throw new TexError(`Expected something after \`${owner.name}\``, owner);
    let argument = this.parseFactor();
    const isComplete = next.type === "function" || next.type === "bar";
    for (let node = this.peek(); node !== undefined && !isComplete && startsFactor(node); node = this.peek()) {
      if (node.type === "function") break;
      const isName = findName(this.scope.entries, this.nodes, this.at) !== undefined;
      if (!isName && (node.type === "group" || node.type === "bar" || node.type === "table")) {
        throw new TexError(`Unexpected bracket, expected parentheses around all that \`${owner.name}\` acts on`, node);
      }
      if (next.type !== "number") {
        throw new TexError(
          `Unexpected product after \`${owner.name}\`, expected parentheses around all that it acts on`,
          node,
        );
      }
      const right = this.parseFactor();
      argument = {
        type: "binary",
        operator: "juxtaposed",
        left: argument,
        right,
        start: argument.start,
        end: right.end,
      };
    }
    this.bare = { at: this.at, owner: owner.name };
    return argument;
  }

  private parseTable(node: TexNode & { type: "table" }, shape: "lines" | "cases" | "matrix"): Expression {
    const span = { start: node.start, end: node.end };
    switch (shape) {
      case "lines":
        throw new TexError("Unexpected lines inside an expression", node);
      case "matrix":
        return { type: "matrix", rows: node.rows.map((row) => row.map((cell) => this.parseList(cell, node))), ...span };
      case "cases":
        return { type: "cases", branches: node.rows.map((row) => this.parseBranch(row, node)), ...span };
      default:
        return shape satisfies never;
    }
  }

  private parseBranch(row: readonly TexNode[][], table: TexNode): (Expression & { type: "cases" })["branches"][number] {
    const [value = [], condition, ...more] = row;
    if (more.length > 0 || condition === undefined)
      throw new TexError("Expected `value & condition` in each case", table);
    const last = value.at(-1);
    const trimmed = last !== undefined && isComma(last) ? value.slice(0, -1) : value;
    return { value: this.parseList(trimmed, table), when: parseComparisons(condition, this.scope, table) };
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

  private finish(expression: Expression, node: TexNode): Expression {
    return this.raise(this.index(expression, node), node);
  }

  private index(of: Expression, node: TexNode): Expression {
    if (node.sub === undefined) return of;
    return { type: "index", of, indices: this.parseIndices(node.sub), start: of.start, end: node.end };
  }

  /** Exponent, or the mark of a transpose. */
  private raise(of: Expression, node: TexNode): Expression {
    if (node.primes > 0 && of.type !== "name")
      throw new TexError(`Unexpected \`'\` on something that has no name`, node);
    if (node.sup === undefined) return of;
    const mark = node.sup.length === 1 ? node.sup[0] : undefined;
    const span = { start: of.start, end: node.end };
    if (mark?.type === "symbol" && isBare(mark)) {
      if (mark.name === "\\top" || mark.name === "\\intercal") return { type: "transpose", of, mark: "\\top", ...span };
      const isNamed = this.scope.locals.has(mark.name) || findName(this.scope.entries, node.sup, 0) !== undefined;
      if (TRANSPOSE_LETTERS.has(mark.name) && !isNamed) return { type: "transpose", of, mark: "T", ...span };
    }
    return { type: "power", of, exponent: this.parseList(node.sup, node), ...span };
  }

  private parseIndices(nodes: readonly TexNode[]): Index[] {
    if (nodes.length === 0) return [];
    return splitAt(nodes, isComma).flatMap((part) => {
      const isRowOfLetters =
        part.length > 1 &&
        part.every((node) => isPlainLetter(node) || (node.type === "number" && /^\d$/.test(node.text)));
      const isName = findName(this.scope.entries, part, 0)?.length === part.length;
      const indices = isRowOfLetters && !isName ? part.map((node) => [node]) : [part];
      return indices.map((index) => this.parseIndex(index, spanOf(nodes)));
    });
  }

  private parseIndex(nodes: readonly TexNode[], place: Span): Index {
    const colon = nodes.findIndex((node) => node.type === "punctuation" && node.name === ":");
    if (colon >= 0) {
      const [before, after] = [nodes.slice(0, colon), nodes.slice(colon + 1)];
      const from = before.length === 0 ? undefined : this.parseList(before, place);
      const to = after.length === 0 ? undefined : this.parseList(after, place);
      return { type: "slice", from, to, ...spanOf(nodes) };
    }
    const only = nodes.length === 1 ? nodes[0] : undefined;
    if (
      isPlainLetter(only) &&
      !this.scope.locals.has(only.name) &&
      findName(this.scope.entries, nodes, 0) === undefined
    ) {
      this.scope.free.add(only.name);
      return { type: "local", name: only.name, start: only.start, end: only.end };
    }
    return this.parseList(nodes, place);
  }

  private takeOperator(isWanted: (name: string) => boolean): (TexNode & { type: "operator" }) | undefined {
    const node = this.peek();
    if (node?.type !== "operator" || !isWanted(node.name)) return undefined;
    if (!isBare(node) && node.name !== "!") throw new TexError(`Unexpected script on \`${node.name}\``, node);
    this.at += 1;
    return node;
  }
}

const ARGUMENT_BRACKETS: ReadonlySet<string> = new Set(["(", "[", "\\{"]);
const INDICATORS: ReadonlySet<string> = new Set(["\\mathbb{1}", "\\mathbf{1}", "\\mathbb{I}"]);
const TRANSPOSE_LETTERS: ReadonlySet<string> = new Set(["T", "\\mathsf{T}", "\\mathrm{T}", "\\mathtt{T}"]);
const CONSTANT_VALUES: ReadonlyMap<string, number | { kind: "identity"; scale: number }> = new Map<
  string,
  number | { kind: "identity"; scale: number }
>([
  ["e", Math.E],
  ["\\mathrm{e}", Math.E],
  ["\\pi", Math.PI],
  ["\\infty", Number.POSITIVE_INFINITY],
  ["I", { kind: "identity", scale: 1 }],
  ["\\mathbf{I}", { kind: "identity", scale: 1 }],
]);

function startsFactor(node: TexNode): boolean {
  switch (node.type) {
    case "number":
    case "symbol":
    case "function":
    case "bar":
    case "group":
    case "fraction":
    case "binomial":
    case "root":
    case "table":
    case "dots":
    case "unknown":
      return true;
    case "operator":
    case "relation":
    case "punctuation":
    case "fence":
    case "gap":
    case "break":
      return false;
    default:
      return node satisfies never;
  }
}

/** The message for what no rule of the grammar takes. */
export function unexpected(node: TexNode): TexError {
  const shown = node.type === "unknown" ? node.name : printBase(node);
  if (node.type === "fence") return new TexError(`Unexpected \`${shown}\`, it has no partner`, node);
  if (node.type === "dots")
    return new TexError("Unexpected `\\dots`, expected a sum or a list to stand for all of them", node);
  if (node.type === "gap") return new TexError("Unexpected wide space inside an expression", node);
  return new TexError(`Unexpected \`${shown}\`, it cannot be evaluated here`, node);
}
