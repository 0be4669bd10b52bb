import { type Span, TexError } from "../span.ts";
import { lex, type Token } from "./lex.ts";
import { type Content, isBare, partsOf, scriptsOf, type TexNode } from "./node.ts";
import { pairFences } from "./pair-delimiters.ts";
import { print } from "./print-tree.ts";
import {
  ACCENTS,
  ALIASES,
  BINOMIALS,
  CLOSING,
  ENVIRONMENTS,
  FENCES,
  FONTS,
  FRACTIONS,
  FUNCTIONS,
  GAPS,
  LETTERS,
  OPERATORS,
  RELATIONS,
  SILENT,
  SKIPPED,
} from "./tables.ts";

/** How deep groups and arguments may nest, so that no formula overflows the stack. */
export const MAX_DEPTH = 60;

/** How long a formula may be, in UTF-16 units, so that none takes noticeable time. */
export const MAX_LENGTH = 10_000;

/** The things of a formula with their places. KaTeX's own tree has no place for fractions, operators, roots, accents
 *  and scripts, and its shape may change with any release; so formulas are read here, and KaTeX decides what is TeX.
 *  @throws {TexError} where braces, environments or arguments are not whole. */
export function read(tex: string): TexNode[] {
  if (tex.length > MAX_LENGTH) {
    const rest = { start: MAX_LENGTH, end: tex.length };
    throw new TexError(`Unexpected length ${tex.length}, expected at most ${MAX_LENGTH} characters`, rest);
  }
  try {
    const reader = new Reader(tex);
    const nodes = reader.readList(() => false);
    const rest = reader.peek();
    if (rest !== undefined)
      throw new TexError(`Unexpected \`${rest.text}\`, nothing is open that it could close`, rest);
    refuseDepth(nodes, MAX_DEPTH);
    return nodes;
  } catch (error) {
    // Brackets nest without braces; those of a list are paired at once, so their depth shows only afterwards.
    if (error instanceof RangeError) throw tooDeep({ start: 0, end: tex.length });
    throw error;
  }
}

function refuseDepth(nodes: readonly TexNode[], levels: number): void {
  for (const node of nodes) {
    if (levels === 0) throw tooDeep(node);
    for (const inner of [...partsOf(node), ...scriptsOf(node)]) refuseDepth(inner, levels - 1);
  }
}

function tooDeep(span: Span): TexError {
  return new TexError(`Unexpected nesting, expected at most ${MAX_DEPTH} levels`, span);
}

const BARS: ReadonlySet<string> = new Set(["|", "\\|", "\\vert", "\\mid", "\\middle"]);
const ENDS: ReadonlySet<string> = new Set(["}", "\\right", "\\end"]);

class Reader {
  private readonly tex: string;
  private readonly tokens: Token[];
  private at = 0;
  private depth = 0;

  constructor(tex: string) {
    this.tex = tex;
    this.tokens = lex(tex);
  }

  peek(): Token | undefined {
    return this.tokens[this.at];
  }

  /** Reads up to a closing token or to one where `stops` says so; does not take it. */
  readList(stops: (token: Token) => boolean): TexNode[] {
    const nodes: TexNode[] = [];
    for (let token = this.peek(); token !== undefined; token = this.peek()) {
      if (ENDS.has(token.text) || stops(token)) break;
      for (const node of this.readScripted()) nodes.push(node);
    }
    return pairFences(nodes);
  }

  /** One thing and its scripts; braces that carry none fall away. */
  private readScripted(): TexNode[] {
    const nodes = this.readBase();
    const isOperator = nodes.at(-1)?.type === "function";
    while (isOperator && /^\\(no)?limits$/.test(this.peek()?.text ?? "")) this.at += 1;
    const isScripted = ["_", "^", "'"].includes(this.peek()?.text ?? "");
    if (!isScripted) return nodes.flatMap(unbrace);
    const base = nodes.pop() ?? this.nothing();
    const inner = unbrace(base);
    const only = inner.length === 1 ? inner[0] : undefined;
    return [...nodes, this.readScripts({ ...(only !== undefined && isBare(only) ? only : base) })];
  }

  private nothing(): TexNode {
    const at = this.peek()?.start ?? this.tex.length;
    return { type: "group", open: "", close: "", body: [], primes: 0, start: at, end: at };
  }

  private readScripts(node: TexNode): TexNode {
    for (let mark = this.peek(); mark !== undefined; mark = this.peek()) {
      if (mark.text === "'") {
        this.at += 1;
        node.primes += 1;
      } else if (mark.text === "_" || mark.text === "^") {
        const side = mark.text === "_" ? "sub" : "sup";
        if (node[side] !== undefined) throw new TexError(`Unexpected second \`${mark.text}\`, expected braces`, mark);
        this.at += 1;
        const script = this.readArgument(mark);
        const primes = side === "sup" ? countPrimes(script) : 0;
        node.primes += primes;
        if (script.length > primes || primes === 0) node[side] = script.slice(primes);
      } else {
        break;
      }
      node.end = this.tokens[this.at - 1]?.end ?? node.end;
    }
    return node;
  }

  /** One thing without scripts. Several nodes, when a wrapper falls away; none, when it prints nothing. */
  private readBase(): TexNode[] {
    const token = this.take();
    const name = ALIASES.get(token.text) ?? token.text;
    const one = (content: Content): TexNode[] => [{ ...content, primes: 0, ...this.since(token) }];

    if (name === "{") return this.readBraces(token);
    if (name === "_" || name === "^" || name === "'") {
      this.at -= 1;
      return [this.nothing()];
    }
    if (/^[0-9.]$/.test(name)) return [this.readNumber(token)];
    if (SILENT.has(name)) return [];
    if (GAPS.has(name)) return one({ type: "gap" });
    if (name === "\\\\" || name === "\\cr" || name === "\\newline") {
      this.skipOptional();
      return one({ type: "break" });
    }
    if (/^\p{L}$/u.test(name) || LETTERS.has(name)) return one({ type: "symbol", name, isWord: false });
    if (name === ":" && this.peek()?.text === "=") {
      this.at += 1;
      return one({ type: "relation", name: ":=" });
    }
    if (OPERATORS.has(name)) return one({ type: "operator", name });
    if (RELATIONS.has(name)) return one({ type: "relation", name });
    if (name === "," || name === ";" || name === ":" || name === "\\colon" || name === "!") {
      return name === "!" ? one({ type: "operator", name }) : one({ type: "punctuation", name });
    }
    if (BARS.has(name)) {
      return this.readBar(token, name);
    }
    if (FENCES.has(name) || CLOSING.has(name)) return one({ type: "fence", name });
    if (name === "\\dots") return one({ type: "dots" });
    if (FUNCTIONS.has(name)) return one({ type: "function", name });
    if (name === "\\operatorname" || FONTS.has(name)) return this.readFont(token, name);
    if (ACCENTS.has(name)) return [this.readAccent(token, name)];
    if (FRACTIONS.has(name))
      return one({ type: "fraction", top: this.readArgument(token), bottom: this.readArgument(token) });
    if (BINOMIALS.has(name))
      return one({ type: "binomial", top: this.readArgument(token), bottom: this.readArgument(token) });
    if (name === "\\sqrt") return [this.readRoot(token)];
    if (name === "\\underbrace" || name === "\\overbrace") return this.readBraced(token);
    if (name === "\\left") return [this.readLeftRight(token)];
    if (name === "\\begin") return this.readEnvironment(token);
    return this.readOther(token, name);
  }

  private readOther(token: Token, name: string): TexNode[] {
    const skipped = SKIPPED.get(name);
    if (skipped === undefined) {
      this.skipEmptyGroup();
      return [{ type: "unknown", name: token.text, primes: 0, ...this.since(token) }];
    }
    if (name === "\\smash") this.skipOptional();
    for (let index = 0; index < skipped; index += 1) this.readRaw(token);
    return [];
  }

  /** `{ … }`, whose opening brace is taken. */
  private readBraces(open: Token): TexNode[] {
    const body = this.nest(open, () => this.readList(() => false));
    this.expect("}", open);
    return [{ type: "group", open: "", close: "", body, primes: 0, ...this.since(open) }];
  }

  private readNumber(first: Token): TexNode {
    let text = first.text;
    const isNext = (pattern: RegExp, ahead: number): boolean => {
      const token = this.tokens[this.at + ahead];
      return token !== undefined && !token.spaced && pattern.test(token.text);
    };
    while (isNext(/^[0-9]$/, 0)) text += this.take().text;
    if (!text.includes(".") && isNext(/^[.]$/, 0) && isNext(/^[0-9]$/, 1)) {
      text += this.take().text;
      while (isNext(/^[0-9]$/, 0)) text += this.take().text;
    }
    if (text === ".") return { type: "punctuation", name: ".", primes: 0, ...this.since(first) };
    return { type: "number", text, primes: 0, ...this.since(first) };
  }

  private readBar(token: Token, name: string): TexNode[] {
    const printed = name === "\\middle" ? this.readDelimiter(token) : name;
    const bar = printed === "\\vert" || printed === "\\mid" ? "|" : printed;
    if (bar !== "|" && bar !== "\\|") {
      return [{ type: "unknown", name: bar, primes: 0, ...this.since(token) }];
    }
    return [{ type: "bar", name: bar, primes: 0, ...this.since(token) }];
  }

  private readFont(token: Token, font: string): TexNode[] {
    if (this.peek()?.text === "*") this.at += 1;
    if (font.startsWith("\\text")) {
      const text = this.readRaw(token).trim().replace(/\s+/g, " ");
      return [{ type: "symbol", name: `${font}{${text}}`, isWord: true, primes: 0, ...this.since(token) }];
    }
    const body = this.readArgument(token);
    const word = body.map((node) => (isBare(node) ? print([node]) : "_")).join("");
    if (/^\\?arg\\?(max|min)$/.test(word)) {
      const name = word.endsWith("max") ? "\\argmax" : "\\argmin";
      return [{ type: "function", name, primes: 0, ...this.since(token) }];
    }
    const family = font === "\\operatorname" ? "\\mathrm" : font;
    const only = body.length === 1 ? body[0] : undefined;
    if (only?.type === "symbol") return [{ ...only, name: `${family}{${only.name}}`, ...this.since(token) }];
    const isName = body.length > 0 && body.every((node) => isBare(node) && PRINTED_IN_NAMES.has(node.type));
    if (!isName) return [{ type: "unknown", name: token.text, primes: 0, start: token.start, end: token.end }, ...body];
    return [{ type: "symbol", name: `${family}{${word}}`, isWord: true, primes: 0, ...this.since(token) }];
  }

  private readAccent(token: Token, accent: string): TexNode {
    const body = this.readArgument(token);
    const only = body.length === 1 ? body[0] : undefined;
    if (only?.type === "symbol") return { ...only, name: `${accent}{${only.name}}`, ...this.since(token) };
    return { type: "symbol", name: `${accent}{${print(body)}}`, isWord: true, primes: 0, ...this.since(token) };
  }

  private readRoot(token: Token): TexNode {
    let degree: TexNode[] | undefined;
    if (this.peek()?.text === "[") {
      const open = this.take();
      degree = this.nest(open, () => this.readList((next) => next.text === "]"));
      this.expect("]", open);
    }
    const body = this.readArgument(token);
    return { type: "root", degree, body, primes: 0, ...this.since(token) };
  }

  /** `\underbrace{x}_{note}` prints x and a note. */
  private readBraced(token: Token): TexNode[] {
    const body = this.readArgument(token);
    while (this.peek()?.text === "_" || this.peek()?.text === "^") this.readArgument(this.take());
    return body;
  }

  private readLeftRight(token: Token): TexNode {
    const open = this.readDelimiter(token);
    const body = this.nest(token, () => this.readList(() => false));
    this.expect("\\right", token);
    const close = this.readDelimiter(token);
    return { type: "group", open, close, body, primes: 0, ...this.since(token) };
  }

  private readDelimiter(after: Token): string {
    const token = this.peek();
    if (token === undefined) throw new TexError(`Expected a delimiter after \`${after.text}\``, after);
    this.at += 1;
    const name = ALIASES.get(token.text) ?? token.text;
    return name === "\\vert" ? "|" : name;
  }

  private readEnvironment(token: Token): TexNode[] {
    const name = this.readRaw(token);
    const known = ENVIRONMENTS.get(name);
    const isArray = name === "array";
    this.skipOptional();
    if (isArray || name.startsWith("alignat") || name === "alignedat") this.readRaw(token);
    const rows = this.nest(token, () => this.readRows());
    this.expect("\\end", token);
    const closing = this.readRaw(token);
    if (closing !== name) {
      throw new TexError(`Unexpected \`\\end{${closing}}\`, expected \`\\end{${name}}\``, this.since(token));
    }
    const span = this.since(token);
    if (known === undefined && !isArray) return [{ type: "unknown", name: `\\begin{${name}}`, primes: 0, ...span }];
    const shape = known ?? "matrix";
    const table: TexNode = { type: "table", shape, rows, primes: 0, ...span };
    if (name !== "pmatrix" && name !== "bmatrix") return [table];
    const [open, close] = name === "pmatrix" ? ["(", ")"] : ["[", "]"];
    return [{ type: "group", open: open ?? "", close: close ?? "", body: [table], primes: 0, ...span }];
  }

  private readRows(): TexNode[][][] {
    const rows: TexNode[][][] = [];
    let cells: TexNode[][] = [];
    const isEdge = (token: Token) => token.text === "&" || token.text === "\\\\" || token.text === "\\cr";
    for (;;) {
      cells.push(this.readList((token) => isEdge(token) || token.text === "\\hline"));
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
  private readArgument(owner: Token): TexNode[] {
    const token = this.peek();
    if (token === undefined || ENDS.has(token.text) || token.text === "&") {
      throw new TexError(`Expected something after \`${owner.text}\``, owner);
    }
    return this.nest(owner, () => {
      if (/^[0-9]$/.test(token.text)) {
        this.at += 1;
        return [{ type: "number", text: token.text, primes: 0, start: token.start, end: token.end }];
      }
      return pairFences(this.readBase().flatMap(unbrace));
    });
  }

  /** The source of an argument that is not math. */
  private readRaw(owner: Token): string {
    const open = this.peek();
    if (open === undefined) throw new TexError(`Expected something after \`${owner.text}\``, owner);
    this.at += 1;
    if (open.text !== "{") return open.text;
    let depth = 1;
    while (depth > 0) {
      const token = this.peek();
      if (token === undefined) throw new TexError("Unexpected end, this `{` is never closed", open);
      if (token.text === "{") depth += 1;
      if (token.text === "}") depth -= 1;
      this.at += 1;
    }
    return this.tex.slice(open.end, this.tokens[this.at - 1]?.start ?? open.end);
  }

  /** Skips the braces of `\\cmd{}`, which only end the command's name. */
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
    if (token === undefined) throw new TexError(`Unexpected end, this \`${open.text}\` is never closed`, open);
    if (token.text !== text) throw new TexError(`Unexpected \`${token.text}\`, expected \`${text}\``, token);
    this.at += 1;
  }

  private nest<T>(owner: Token, inner: () => T): T {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw tooDeep(owner);
    const result = inner();
    this.depth -= 1;
    return result;
  }

  private since(token: Token): Span {
    return { start: token.start, end: this.tokens[this.at - 1]?.end ?? token.end };
  }
}

/** Braces without scripts print nothing. */
function unbrace(node: TexNode): TexNode[] {
  return node.type === "group" && node.open === "" && isBare(node) ? node.body : [node];
}

const PRINTED_IN_NAMES: ReadonlySet<string> = new Set(["symbol", "number", "operator", "punctuation", "unknown"]);

function countPrimes(nodes: readonly TexNode[]): number {
  const other = nodes.findIndex((node) => !(node.type === "symbol" && node.name === "\\prime" && isBare(node)));
  return other === -1 ? nodes.length : other;
}
