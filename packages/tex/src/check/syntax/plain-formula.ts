import type { Token } from "../../parse/lex.ts";
import { ROLES } from "../../parse/tables.ts";

/** Macros expand within KaTeX's limit of 1000 in formulas of at most this many tokens. */
const MAX_TOKENS = 200;

/** Whether a formula is built only from constructs that KaTeX is known to print, in display math and inline. Most
 *  formulas are, and need no KaTeX then. False says nothing: KaTeX decides.
 *  A test compares this with KaTeX for every command, many formulas, and random changes of them. */
export function isPlainFormula(tex: string, tokens: readonly Token[]): boolean {
  if (tokens.length > MAX_TOKENS || !PLAIN_TEXT.test(tex)) return false;
  const recognizer = new Recognizer(tokens);
  return recognizer.takeItems() && recognizer.isAtEnd();
}

/** ASCII without comments and macro parameters; `\%` and its like are signs. */
const PLAIN_TEXT = /^(?:[\n !&-}]|\\[%$#])*$/;

/** Each `take` method moves past what it names, and returns whether it was there. */
class Recognizer {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  /** Items with their scripts, up to a token that starts none. */
  takeItems(): boolean {
    for (let text = this.peek(); text !== "" && !ITEM_ENDS.has(text); text = this.peek()) {
      if (!this.takeItem(text) || !this.takeScripts()) return false;
    }
    return true;
  }

  private peek(): string {
    return this.tokens[this.at]?.text ?? "";
  }

  private take(text: string): boolean {
    if (this.peek() !== text) return false;
    this.at += 1;
    return true;
  }

  private takeItem(text: string): boolean {
    this.at += 1;
    if (text === "{") return this.takeItems() && this.take("}");
    if (NOT_PLAIN.has(text)) return false;
    if (SIGNS.has(text)) return true;
    switch (ROLES.get(text)?.role) {
      case "letter":
      case "digit":
      case "operator":
      case "relation":
      case "punctuation":
      case "delimiter":
      case "bar":
      case "dots":
      case "gap":
      case "function":
        return true;
      case "silent":
        return SIZES.test(text) ? this.takeDelimiter() : true;
      case "font":
        return TEXT_FONTS.test(text) ? this.takeText() : this.takeArgument();
      case "accent":
      case "brace":
        return this.takeArgument();
      case "fraction":
      case "binomial":
        return this.takeArgument() && this.takeArgument();
      case "root":
        return this.takeDegree() && this.takeArgument();
      case "left":
        return this.takeDelimiter() && this.takeItems() && this.take("\\right") && this.takeDelimiter();
      case "begin":
        return this.takeEnvironment();
      default:
        return false;
    }
  }

  /** Primes, or a subscript and a superscript in either order. */
  private takeScripts(): boolean {
    const isPrimed = this.take("'");
    // To KaTeX, a second prime after a space is a second superscript.
    while (isPrimed && this.takeAdjacent("'"));
    const hasSub = this.take("_");
    if (hasSub && !this.takeArgument()) return false;
    if (this.take("^") && (isPrimed || !this.takeArgument())) return false;
    if (!hasSub && this.take("_") && !this.takeArgument()) return false;
    return true;
  }

  /** `{ … }`, one character, or one letter such as `\alpha`. */
  private takeArgument(): boolean {
    if (this.take("{")) return this.takeItems() && this.take("}");
    const text = this.peek();
    const role = ROLES.get(text)?.role;
    const isAtom = role === "letter" || role === "digit" || text === "*" || text === "+" || text === "-";
    if (!isAtom) return false;
    this.at += 1;
    return true;
  }

  /** `{` words `}`. */
  private takeText(): boolean {
    if (!this.take("{")) return false;
    while (WORD_CHARACTER.test(this.peek())) this.at += 1;
    return this.take("}");
  }

  /** `[3]`, or nothing. */
  private takeDegree(): boolean {
    if (!this.take("[")) return true;
    const isDegree = /^[a-zA-Z0-9]$/.test(this.peek());
    this.at += 1;
    return isDegree && this.take("]");
  }

  private takeDelimiter(): boolean {
    const text = this.peek();
    this.at += 1;
    return DELIMITERS.has(text);
  }

  /** `{name} … \end{name}`, with cells between `&` and rows between `\\`. */
  private takeEnvironment(): boolean {
    const name = this.takeName();
    const maxColumns = MAX_COLUMNS.get(name);
    if (maxColumns === undefined || this.peek() === "[") return false;
    for (let column = 1; column <= maxColumns; column += 1) {
      if (!this.takeItems()) return false;
      if (this.take("&")) continue;
      if (!this.take("\\\\")) return this.take("\\end") && this.takeName() === name;
      if (this.peek() === "[" || this.peek() === "*") return false;
      column = 0;
    }
    return false;
  }

  /** The name of an environment in braces, without spaces; empty when there is none. */
  private takeName(): string {
    let name = "";
    if (!this.takeAdjacent("{")) return name;
    for (let text = this.peek(); /^[a-z]$/.test(text) && this.takeAdjacent(text); text = this.peek()) name += text;
    return this.takeAdjacent("}") ? name : "";
  }

  /** As `take`, of a token that no space precedes. */
  private takeAdjacent(text: string): boolean {
    return this.tokens[this.at]?.spaced === false && this.take(text);
  }
}

const ITEM_ENDS: ReadonlySet<string> = new Set(["}", "&", "\\\\", "\\right", "\\end", "_", "^", "'"]);

/** Commands that depend on what surrounds them, or that expand into many macros. */
const NOT_PLAIN: ReadonlySet<string> = new Set([
  ...["\\middle", "\\hfill", "\\mbox", "\\underbar", "\\implies", "\\iff", "\\impliedby"],
  ...["\\limsup", "\\liminf", "\\argmax", "\\argmin"],
]);

const SIGNS: ReadonlySet<string> = new Set(["\\%", "\\$", "\\#", "\\&", "\\_"]);

const SIZES = /^\\(big|Big|bigg|Bigg)[lrm]?$/;

/** Fonts whose argument is text, and `\operatorname`, whose argument is a word. */
const TEXT_FONTS = /^\\(text|operatorname)/;

const WORD_CHARACTER = /^[a-zA-Z0-9.,:;()/+=!?*-]$/;

const DELIMITERS: ReadonlySet<string> = new Set([
  ...["(", ")", "[", "]", "|", ".", "/", "\\{", "\\}", "\\|", "\\vert", "\\Vert", "\\lvert", "\\rvert", "\\lVert"],
  ...["\\rVert", "\\lfloor", "\\rfloor", "\\lceil", "\\rceil", "\\langle", "\\rangle"],
]);

/** Environment -> the columns that a row may have. */
const MAX_COLUMNS: ReadonlyMap<string, number> = new Map([
  ["aligned", 10],
  ["cases", 2],
  ["matrix", 10],
  ["pmatrix", 10],
  ["bmatrix", 10],
]);
