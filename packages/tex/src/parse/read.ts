import { memoise } from "../memoise.ts";
import { TexError } from "../tex-error.ts";
import { unreachable } from "../unreachable.ts";
import { lex, type Token } from "./lex.ts";
import { MAX_DEPTH, MAX_LENGTH, tooDeep, tooLong } from "./limits.ts";
import { type Content, isBare, type NodeOf, partsOf, scriptsOf, type TexNode } from "./node.ts";
import { pairDelimiters } from "./pair-delimiters.ts";
import { print } from "./print-tree.ts";
import { ALIASES, ENVIRONMENTS, ROLES, SKIPPED } from "./tables.ts";

/** The nodes of a formula with their places. KaTeX's own tree has no place for fractions, operators, roots, accents and
 *  scripts, and its shape may change with any release; so this package reads formulas, and KaTeX decides what is TeX.
 *  @throws {TexError} at a brace, an environment or an argument that is not complete. */
export function read(tex: string): readonly TexNode[] {
  const outcome = readOnce(tex);
  if (outcome instanceof TexError) throw outcome;
  return outcome;
}

/** The nodes of a formula; none when it cannot be read, of which `checkSyntax` gives the reason. */
export function readOrNothing(tex: string): readonly TexNode[] {
  const outcome = readOnce(tex);
  return outcome instanceof TexError ? [] : outcome;
}

/** Symbols, examples and mutants are checked one after the other, and all read the same formula. */
const readOnce = memoise((tex: string): readonly TexNode[] | TexError => {
  try {
    return readFormula(tex);
  } catch (error) {
    // Brackets nest without braces, and are paired only after they are read, so their depth is unlimited before.
    if (error instanceof RangeError) return new TexError(tooDeep(), { start: 0, end: tex.length });
    if (error instanceof TexError) return error;
    throw error;
  }
}, 500);

function readFormula(tex: string): readonly TexNode[] {
  if (tex.length > MAX_LENGTH) throw new TexError(tooLong(tex.length), { start: MAX_LENGTH, end: tex.length });
  const tokens = lex(tex);
  const reader = new Reader(tex, tokens);
  const nodes = reader.readList(() => false);
  const rest = reader.peek();
  if (rest !== undefined) throw new TexError(`\`${rest.text}\` closes nothing: remove it, or open it before`, rest);
  // Each level takes a token at least.
  if (tokens.length > MAX_DEPTH) refuseDepth(nodes, MAX_DEPTH);
  return nodes;
}

function refuseDepth(nodes: readonly TexNode[], levels: number): void {
  for (const node of nodes) {
    if (levels === 0) throw new TexError(tooDeep(), node);
    for (const part of partsOf(node)) refuseDepth(part, levels - 1);
    for (const script of scriptsOf(node)) refuseDepth(script, levels - 1);
  }
}

const ENDS: ReadonlySet<string> = new Set(["}", "\\right", "\\end"]);

class Reader {
  private readonly tex: string;
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(tex: string, tokens: readonly Token[]) {
    this.tex = tex;
    this.tokens = tokens;
  }

  peek(): Token | undefined {
    return this.tokens[this.at];
  }

  /** Reads up to a closing token, or to one for which `stops` is true; does not take it. */
  readList(stops: (token: Token) => boolean): readonly TexNode[] {
    const nodes: TexNode[] = [];
    for (let token = this.peek(); token !== undefined; token = this.peek()) {
      if (ENDS.has(token.text) || stops(token)) break;
      for (const node of this.readScripted()) nodes.push(node);
    }
    return pairDelimiters(nodes);
  }

  /** One thing and its scripts; braces without scripts are dropped. */
  private readScripted(): readonly TexNode[] {
    const nodes = this.readBase();
    const isOperator = nodes.at(-1)?.type === "function";
    while (isOperator && /^\\(no)?limits$/.test(this.peek()?.text ?? "")) this.at += 1;
    if (!isScriptToken(this.peek())) return withoutBraces(nodes);
    const base = nodes.at(-1) ?? this.nothing();
    const inner = unbrace(base);
    const only = inner.length === 1 ? inner[0] : undefined;
    return [...nodes.slice(0, -1), this.readScripts({ ...(only !== undefined && isBare(only) ? only : base) })];
  }

  private nothing(): TexNode {
    const at = this.peek()?.start ?? this.tex.length;
    return { type: "group", open: "", close: "", body: [], primes: 0, start: at, end: at };
  }

  private readScripts(node: TexNode): TexNode {
    for (let token = this.peek(); token !== undefined; token = this.peek()) {
      if (token.text === "'") {
        this.at += 1;
        node.primes += 1;
      } else if (token.text === "_" || token.text === "^") {
        const side = token.text === "_" ? "sub" : "sup";
        if (node[side] !== undefined) {
          throw new TexError(twoScripts(side === "sub" ? "subscript" : "superscript"), token);
        }
        this.at += 1;
        const script = this.readArgument(token);
        const primes = side === "sup" ? countPrimes(script) : 0;
        node.primes += primes;
        if (script.length > primes || primes === 0) node[side] = primes === 0 ? script : script.slice(primes);
      } else {
        break;
      }
      node.end = this.lastEnd();
    }
    return node;
  }

  /** One thing without scripts: several nodes when a wrapper around them is dropped, none when it prints nothing. */
  private readBase(): readonly TexNode[] {
    const token = this.take();
    const known = ROLES.get(token.text);
    if (known === undefined) return this.readOther(token);
    const { role, name } = known;
    switch (role) {
      case "letter":
        return [{ type: "symbol", name, isWord: false, primes: 0, start: token.start, end: token.end }];
      case "digit":
        return [this.readNumber(token)];
      case "operator":
        return [{ type: "operator", name, primes: 0, start: token.start, end: token.end }];
      case "relation":
        return [{ type: "relation", name, primes: 0, start: token.start, end: token.end }];
      case "punctuation":
        return [this.readPunctuation(token, name)];
      case "delimiter":
        return this.one(token, { type: "delimiter", name });
      case "bar":
        return this.readBar(token, name);
      case "dots":
        return this.one(token, { type: "dots", name: token.text });
      case "silent":
        return NOTHING;
      case "gap":
        return this.one(token, { type: "gap" });
      case "break":
        this.skipOptional();
        return this.one(token, { type: "break" });
      case "function":
        return this.one(token, { type: "function", name });
      case "font":
        return this.readFont(token, name);
      case "accent":
        return [this.readAccent(token, name)];
      case "fraction":
        return this.one(token, { type: "fraction", top: this.readArgument(token), bottom: this.readArgument(token) });
      case "binomial":
        return this.one(token, { type: "binomial", top: this.readArgument(token), bottom: this.readArgument(token) });
      case "root":
        return [this.readRoot(token)];
      case "brace":
        return this.readBraced(token);
      case "left":
        return [this.readLeftRight(token)];
      case "begin":
        return this.readEnvironment(token);
      case "skipped":
        if (name === "\\smash") this.skipOptional();
        for (let index = 0; index < (SKIPPED.get(name) ?? 0); index += 1) this.readRaw(token);
        return NOTHING;
      default:
        return unreachable(role);
    }
  }

  /** Braces, a script without a base, a letter of another alphabet, or an unknown command. */
  private readOther(token: Token): readonly TexNode[] {
    if (token.text === "{") return this.readBraces(token);
    if (isScriptToken(token)) {
      this.at -= 1;
      return [this.nothing()];
    }
    if (/^\p{L}$/u.test(token.text)) return this.one(token, { type: "symbol", name: token.text, isWord: false });
    this.skipEmptyGroup();
    return this.one(token, { type: "unknown", name: token.text });
  }

  private one(token: Token, content: Content): readonly TexNode[] {
    return [{ ...content, primes: 0, start: token.start, end: this.lastEnd() }];
  }

  /** `{ … }`, whose opening brace is taken. */
  private readBraces(open: Token): readonly TexNode[] {
    const body = this.nest(open, () => this.readList(() => false));
    this.expect("}", open);
    return this.one(open, { type: "group", open: "", close: "", body });
  }

  private readPunctuation(token: Token, name: string): TexNode {
    const isDefinition = name === ":" && this.peek()?.text === "=";
    if (!isDefinition) return { type: "punctuation", name, primes: 0, start: token.start, end: token.end };
    this.at += 1;
    return { type: "relation", name: ":=", primes: 0, start: token.start, end: this.lastEnd() };
  }

  private readNumber(first: Token): TexNode {
    let text = first.text;
    while (isDigit(this.adjacent(0))) text += this.take().text;
    if (!text.includes(".") && this.adjacent(0) === "." && isDigit(this.adjacent(1))) {
      text += this.take().text;
      while (isDigit(this.adjacent(0))) text += this.take().text;
    }
    if (text === ".") return { type: "punctuation", name: ".", primes: 0, start: first.start, end: this.lastEnd() };
    return { type: "number", text, primes: 0, start: first.start, end: this.lastEnd() };
  }

  /** The text of a token that no space separates from the one before. */
  private adjacent(ahead: number): string {
    const token = this.tokens[this.at + ahead];
    return token === undefined || token.spaced ? "" : token.text;
  }

  private readBar(token: Token, name: string): readonly TexNode[] {
    const printed = name === "\\middle" ? this.readDelimiter(token) : name;
    const bar = printed === "\\vert" || printed === "\\mid" ? "|" : printed;
    const isBar = bar === "|" || bar === "\\|";
    return this.one(token, isBar ? { type: "bar", name: bar } : { type: "unknown", name: bar });
  }

  private readFont(token: Token, font: string): readonly TexNode[] {
    if (this.peek()?.text === "*") this.at += 1;
    if (font.startsWith("\\text")) {
      const text = this.readRaw(token).trim().replace(/\s+/g, " ");
      return this.one(token, { type: "symbol", name: `${font}{${text}}`, isWord: true });
    }
    const body = this.readArgument(token);
    const word = body.map((node) => (isBare(node) ? print([node]) : "_")).join("");
    if (/^\\?arg\\?(max|min)$/.test(word)) {
      return this.one(token, { type: "function", name: word.endsWith("max") ? "\\argmax" : "\\argmin" });
    }
    const family = font === "\\operatorname" ? "\\mathrm" : font;
    const only = body.length === 1 ? body[0] : undefined;
    if (only?.type === "symbol")
      return [{ ...only, name: `${family}{${only.name}}`, start: token.start, end: this.lastEnd() }];
    const isName = body.length > 0 && body.every((node) => isBare(node) && PRINTED_IN_NAMES.has(node.type));
    if (!isName) return [{ type: "unknown", name: token.text, primes: 0, start: token.start, end: token.end }, ...body];
    return this.one(token, { type: "symbol", name: `${family}{${word}}`, isWord: true });
  }

  private readAccent(token: Token, accent: string): TexNode {
    const body = this.readArgument(token);
    const only = body.length === 1 ? body[0] : undefined;
    if (only?.type === "symbol")
      return { ...only, name: `${accent}{${only.name}}`, start: token.start, end: this.lastEnd() };
    return {
      type: "symbol",
      name: `${accent}{${print(body)}}`,
      isWord: true,
      primes: 0,
      start: token.start,
      end: this.lastEnd(),
    };
  }

  private readRoot(token: Token): TexNode {
    let degree: readonly TexNode[] | undefined;
    if (this.peek()?.text === "[") {
      const open = this.take();
      degree = this.nest(open, () => this.readList((next) => next.text === "]"));
      this.expect("]", open);
    }
    const body = this.readArgument(token);
    return { type: "root", degree, body, primes: 0, start: token.start, end: this.lastEnd() };
  }

  /** `\underbrace{x}_{note}` is read as x: the note is no part of the value. */
  private readBraced(token: Token): readonly TexNode[] {
    const body = this.readArgument(token);
    while (this.peek()?.text === "_" || this.peek()?.text === "^") this.readArgument(this.take());
    return body;
  }

  private readLeftRight(token: Token): TexNode {
    const open = this.readDelimiter(token);
    const body = this.nest(token, () => this.readList(() => false));
    this.expect("\\right", token);
    const close = this.readDelimiter(token);
    return { type: "group", open, close, body, primes: 0, start: token.start, end: this.lastEnd() };
  }

  private readDelimiter(after: Token): string {
    const token = this.peek();
    if (token === undefined) {
      throw new TexError(`\`${after.text}\` lacks its delimiter: write one such as \`(\` after it`, after);
    }
    this.at += 1;
    const name = ALIASES.get(token.text) ?? token.text;
    return name === "\\vert" ? "|" : name;
  }

  private readEnvironment(token: Token): readonly TexNode[] {
    const name = this.readRaw(token);
    const known = ENVIRONMENTS.get(name);
    const isArray = name === "array";
    this.skipOptional();
    if (isArray || name.startsWith("alignat") || name === "alignedat") this.readRaw(token);
    const rows = this.nest(token, () => this.readRows());
    this.expect("\\end", token);
    const closing = this.readRaw(token);
    if (closing !== name) {
      const whole = { start: token.start, end: this.lastEnd() };
      throw new TexError(`\`\\end{${closing}}\` closes \`\\begin{${name}}\`: make the names equal`, whole);
    }
    if (known === undefined && !isArray) return this.one(token, { type: "unknown", name: `\\begin{${name}}` });
    const table: NodeOf<"table"> = {
      type: "table",
      shape: known ?? "matrix",
      rows,
      primes: 0,
      start: token.start,
      end: this.lastEnd(),
    };
    if (name === "pmatrix") return this.one(token, { type: "group", open: "(", close: ")", body: [table] });
    if (name === "bmatrix") return this.one(token, { type: "group", open: "[", close: "]", body: [table] });
    return [table];
  }

  private readRows(): (readonly TexNode[])[][] {
    const rows: (readonly TexNode[])[][] = [];
    let cells: (readonly TexNode[])[] = [];
    for (;;) {
      cells.push(this.readList((token) => CELL_ENDS.has(token.text)));
      const edge = this.peek();
      if (edge === undefined || ENDS.has(edge.text)) break;
      this.at += 1;
      if (edge.text === "&") continue;
      if (edge.text === "\\hline") {
        if (cells.length === 1 && cells[0]?.length === 0) cells = [];
        continue;
      }
      this.skipOptional();
      rows.push(cells);
      cells = [];
    }
    if (cells.some((cell) => cell.length > 0)) rows.push(cells);
    return rows;
  }

  /** `{ … }` or one thing. */
  private readArgument(owner: Token): readonly TexNode[] {
    const token = this.peek();
    if (token === undefined || ENDS.has(token.text) || token.text === "&") throw missingArgument(owner);
    return this.nest(owner, () => {
      if (isDigit(token.text)) {
        this.at += 1;
        return [{ type: "number", text: token.text, primes: 0, start: token.start, end: token.end }];
      }
      return pairDelimiters(withoutBraces(this.readBase()));
    });
  }

  /** The source of an argument that is not math. */
  private readRaw(owner: Token): string {
    const open = this.peek();
    if (open === undefined) throw missingArgument(owner);
    this.at += 1;
    if (open.text !== "{") return open.text;
    let depth = 1;
    while (depth > 0) {
      const token = this.peek();
      if (token === undefined) throw unclosed(open, "}");
      if (token.text === "{") depth += 1;
      if (token.text === "}") depth -= 1;
      this.at += 1;
    }
    return this.tex.slice(open.end, this.tokens[this.at - 1]?.start ?? open.end);
  }

  /** Skips the braces of `\cmd{}`, which only end the command's name. */
  private skipEmptyGroup(): void {
    if (this.peek()?.text === "{" && this.tokens[this.at + 1]?.text === "}") this.at += 2;
  }

  /** Skips `[ … ]`, as in `\\[2pt]`. */
  private skipOptional(): void {
    const open = this.peek();
    if (open?.text !== "[" || open.spaced) return;
    const close = this.tokens.findIndex((token, index) => index > this.at && token.text === "]");
    if (close >= 0) this.at = close + 1;
  }

  private take(): Token {
    const token = this.tokens[this.at];
    if (token === undefined) throw new Error("take() past the end of the formula");
    this.at += 1;
    return token;
  }

  private expect(text: string, open: Token): void {
    const token = this.peek();
    if (token === undefined) throw unclosed(open, text);
    if (token.text !== text) {
      throw new TexError(`\`${token.text}\` is in the place of \`${text}\`: close \`${open.text}\` first`, token);
    }
    this.at += 1;
  }

  private nest<T>(owner: Token, inner: () => T): T {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new TexError(tooDeep(), owner);
    const result = inner();
    this.depth -= 1;
    return result;
  }

  /** Where the last token taken ends. */
  private lastEnd(): number {
    return this.tokens[this.at - 1]?.end ?? 0;
  }
}

const NOTHING: readonly TexNode[] = [];
const CELL_ENDS: ReadonlySet<string> = new Set(["&", "\\\\", "\\cr", "\\hline"]);
const PRINTED_IN_NAMES: ReadonlySet<string> = new Set(["symbol", "number", "operator", "punctuation", "unknown"]);

function isDigit(text: string): boolean {
  return text.length === 1 && text >= "0" && text <= "9";
}

function isScriptToken(token: Token | undefined): boolean {
  return token?.text === "_" || token?.text === "^" || token?.text === "'";
}

function withoutBraces(nodes: readonly TexNode[]): readonly TexNode[] {
  return nodes.some((node) => node.type === "group") ? nodes.flatMap(unbrace) : nodes;
}

/** The inside of braces without scripts, which print nothing. */
function unbrace(node: TexNode): readonly TexNode[] {
  return node.type === "group" && node.open === "" && isBare(node) ? node.body : [node];
}

function countPrimes(nodes: readonly TexNode[]): number {
  const other = nodes.findIndex((node) => !(node.type === "symbol" && node.name === "\\prime" && isBare(node)));
  return other === -1 ? nodes.length : other;
}

/** The reason for `x_i_j` and `x^2^3`. */
export function twoScripts(kind: "subscript" | "superscript"): string {
  const sign = kind === "subscript" ? "_" : "^";
  return `Two ${kind}s follow each other: use braces, as in \`x${sign}{ab}\` or \`{x${sign}a}${sign}b\``;
}

function missingArgument(owner: Token): TexError {
  return new TexError(`\`${owner.text}\` lacks its argument: write one after it`, owner);
}

function unclosed(open: Token, close: string): TexError {
  return new TexError(`\`${open.text}\` is never closed: add \`${close}\``, open);
}
