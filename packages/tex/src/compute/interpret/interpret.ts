import { isBare, type NodeOf, type TexNode } from "../../parse/node.ts";
import { print } from "../../parse/print-tree.ts";
import { type Span, spanOf } from "../../span.ts";
import { TexError } from "../../tex-error.ts";
import { unreachable } from "../../unreachable.ts";
import type { BinaryOperator, Expression } from "../expression.ts";
import { findName } from "../find-name.ts";
import { bindLocals, type Scope } from "../scope.ts";
import { interpretBars, interpretGroup } from "./brackets.ts";
import { refuseDots } from "./dots.ts";
import { interpretFunction } from "./function-call.ts";
import type { Interpreter } from "./interpreter.ts";
import { refuse } from "./refuse.ts";
import { applyScripts, applySuperscript, interpretIndices } from "./scripts.ts";
import { startsFactor } from "./starts-factor.ts";
import { interpretSymbol } from "./symbol.ts";
import { interpretTable } from "./table.ts";

/** The meaning of nodes, given the names of an example; `place` is for the message when there are none.
 *  @throws {TexError} at the first node that is not understood. */
export function interpret(nodes: readonly TexNode[], scope: Scope, place: Span = spanOf(nodes)): Expression {
  if (nodes.length === 0) throw new TexError("There is no expression here: write one", place);
  const descent = new Descent(nodes, scope);
  const expression = descent.interpretSum();
  const rest = descent.peek();
  if (rest !== undefined) throw refuse(rest);
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

/** Recursive descent: a sum of terms, a term of runs joined by operators, a run of factors side by side. */
class Descent implements Interpreter {
  readonly nodes: readonly TexNode[];
  readonly scope: Scope;
  at = 0;
  bareArgument: { from: number; end: number; owner: string } | undefined;

  constructor(nodes: readonly TexNode[], scope: Scope) {
    this.nodes = nodes;
    this.scope = scope;
  }

  peek(): TexNode | undefined {
    return this.nodes[this.at];
  }

  interpret(nodes: readonly TexNode[], place: Span, scope: Scope = this.scope): Expression {
    return interpret(nodes, scope, place);
  }

  interpretSum(): Expression {
    const sign = this.takeOperator((name) => name === "+" || name === "-");
    const first = this.interpretTerm();
    let left: Expression =
      sign?.name === "-" ? { type: "negate", of: first, start: sign.start, end: first.end } : first;
    let previous: string | undefined = sign === undefined ? undefined : "+";
    for (;;) {
      const operator = this.takeOperator((name) => name === "+" || name === "-" || SET_OPERATORS.has(name));
      if (operator === undefined) return left;
      const kind = SET_OPERATORS.has(operator.name) ? operator.name : "+";
      if (previous !== undefined && previous !== kind) {
        const reason = `\`${operator.name}\` follows another operator, and their order is unclear: use parentheses`;
        throw new TexError(reason, operator);
      }
      previous = kind;
      const right = this.interpretTerm();
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

  /** Runs joined by `\cdot`, `/`, `\odot` and their like, which bind less tightly than factors side by side. */
  private interpretTerm(): Expression {
    let left = this.interpretRun().product;
    for (;;) {
      const token = this.takeOperator((name) => PRODUCT_OPERATORS.has(name));
      if (token === undefined) return left;
      const operator = PRODUCT_OPERATORS.get(token.name) ?? "\\times";
      this.refuseAfterBareArgument(token);
      const { product: right, factors } = this.interpretRun();
      if (operator === "/" && factors > 1) {
        throw new TexError("A product after `/` has two meanings: use `\\frac` or parentheses", right);
      }
      left = { type: "binary", operator, left, right, start: left.start, end: right.end };
    }
  }

  private interpretRun(): { product: Expression; factors: number } {
    let product = this.interpretFactor();
    let factors = 1;
    for (let node = this.peek(); node !== undefined && startsFactor(node); node = this.peek()) {
      const before = this.nodes[this.at - 1];
      if (node.type === "number") {
        const shown = print([before ?? node]);
        throw new TexError(`A number directly follows \`${shown}\`: write an operator between them`, node);
      }
      const right = this.interpretFactor();
      product = { type: "binary", operator: "juxtaposed", left: product, right, start: product.start, end: right.end };
      factors += 1;
    }
    return { product, factors };
  }

  /** `\log a / b` and `\prod_i a_i / b` have two meanings. */
  private refuseAfterBareArgument(operator: NodeOf<"operator">): void {
    if (this.bareArgument?.end !== this.at - 1) return;
    const { owner, from, end } = this.bareArgument;
    const argument = print(this.nodes.slice(from, end));
    const way =
      owner === "\\prod"
        ? "put parentheses around it"
        : `write \`${owner}(${argument})\`, or put more in its parentheses`;
    throw new TexError(
      `The argument of \`${owner}\` may end before \`${operator.name}\` or after it: ${way}`,
      operator,
    );
  }

  /** `1e-3`, the notation of computers, prints as 1e − 3. */
  private refuseExponent(number: NodeOf<"number">): void {
    const [e, sign, digits] = this.nodes.slice(this.at, this.at + 3);
    if (e?.type !== "symbol" || e.name !== "e" || sign?.type !== "operator" || digits?.type !== "number") return;
    if (!isBare(e) || number.end !== e.start || e.end !== sign.start || sign.end !== digits.start) return;
    const power = `${sign.name === "-" ? "-" : ""}${digits.text}`;
    const found = `${number.text}e${sign.name}${digits.text}`;
    throw new TexError(`\`${found}\` prints as a difference: write \`${number.text} \\cdot 10^{${power}}\``, e);
  }

  interpretFactor(): Expression {
    const node = this.peek();
    if (node === undefined) {
      const { end } = spanOf(this.nodes);
      const last = this.nodes.at(-1) ?? { start: end, end };
      throw new TexError("The expression ends too early: write its other half", last);
    }
    return this.applyFactorials(this.interpretName(node) ?? this.interpretNode(node));
  }

  private applyFactorials(factor: Expression): Expression {
    let of = factor;
    for (let sign = this.takeFactorial(); sign !== undefined; sign = this.takeFactorial()) {
      of = applySuperscript(this, { type: "factorial", of, start: of.start, end: sign.end }, sign);
    }
    return of;
  }

  private takeFactorial(): TexNode | undefined {
    return this.takeOperator((name) => name === "!");
  }

  /** A name of the example, or a bound letter. */
  private interpretName(node: TexNode): Expression | undefined {
    const match = findName(this.scope.entries, this.nodes, this.at);
    const isLocal = node.type === "symbol" && node.primes === 0 && this.scope.locals.has(node.name);
    if (isLocal && (match === undefined || (match.length === 1 && node.sub === undefined))) {
      return this.interpretLocal(node);
    }
    if (match === undefined || match.entry.meaning.type !== "value") return undefined;
    const { entry, substitutions } = match;
    const last = this.nodes[this.at + match.length - 1] ?? node;
    this.at += match.length;
    for (const key of [entry.key, ...entry.fixedLetters]) this.scope.used.add(key);
    const indices = [
      ...match.entry.meaning.indexLetters.flatMap((letter) => interpretIndices(this, substitutions.get(letter) ?? [])),
      ...interpretIndices(this, match.sub ?? []),
    ];
    const name: Expression = { type: "name", entry, indices, start: node.start, end: last.end };
    return applySuperscript(this, name, { ...last, sup: match.sup });
  }

  private interpretLocal(node: NodeOf<"symbol">): Expression {
    this.at += 1;
    return applyScripts(this, { type: "local", name: node.name, start: node.start, end: node.end }, node);
  }

  private interpretNode(node: TexNode): Expression {
    const span = { start: node.start, end: node.end };
    switch (node.type) {
      case "number":
        this.at += 1;
        this.refuseExponent(node);
        return applyScripts(this, { type: "constant", value: Number(node.text), ...span }, node);
      case "symbol":
        this.at += 1;
        return interpretSymbol(this, node);
      case "fraction": {
        this.at += 1;
        const left = this.interpret(node.top, node);
        const right = this.interpret(node.bottom, node);
        return applyScripts(this, { type: "binary", operator: "/", left, right, ...span }, node);
      }
      case "binomial": {
        this.at += 1;
        const top = this.interpret(node.top, node);
        return applyScripts(this, { type: "binomial", top, bottom: this.interpret(node.bottom, node), ...span }, node);
      }
      case "root": {
        this.at += 1;
        const degree = node.degree && this.interpret(node.degree, node);
        return applyScripts(this, { type: "root", of: this.interpret(node.body, node), degree, ...span }, node);
      }
      case "group":
        this.at += 1;
        return interpretGroup(this, node);
      case "bar":
        return interpretBars(this, node);
      case "function":
        this.at += 1;
        return interpretFunction(this, node);
      case "table":
        this.at += 1;
        return applyScripts(this, interpretTable(this, node, node.shape), node);
      case "operator":
      case "relation":
      case "punctuation":
      case "delimiter":
      case "gap":
      case "break":
      case "unknown":
        throw refuse(node);
      case "dots":
        throw refuseDots(this.nodes, this.at);
      default:
        return unreachable(node);
    }
  }

  interpretBody(owner: string, letters: readonly string[]): Expression {
    const inner = new Descent(this.nodes, bindLocals(this.scope, letters));
    inner.at = this.at;
    const from = this.at;
    const body = owner === "\\prod" ? inner.interpretRun().product : inner.interpretTerm();
    this.at = inner.at;
    this.bareArgument = owner === "\\prod" ? { from, end: this.at, owner } : inner.bareArgument;
    return body;
  }

  private takeOperator(isWanted: (name: string) => boolean): NodeOf<"operator"> | undefined {
    const node = this.peek();
    if (node?.type !== "operator" || !isWanted(node.name)) return undefined;
    if (!isBare(node) && node.name !== "!") {
      throw new TexError(`\`${node.name}\` has a script: put it on what follows or precedes`, node);
    }
    this.at += 1;
    return node;
  }
}
