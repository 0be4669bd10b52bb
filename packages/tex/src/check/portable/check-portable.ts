import { memoise } from "../../memoise.ts";
import { firstTooDeep, lex, type Token } from "../../parse/lex.ts";
import { MAX_DEPTH, MAX_LENGTH } from "../../parse/limits.ts";
import { ROLES } from "../../parse/tables.ts";
import type { TexMessage } from "../../tex-error.ts";
import { FONT_COMMANDS, FONT_SWITCHES, missingFrom } from "./alphabets.ts";
import { PORTABLE_NAMES } from "./portable-names.ts";

/**
 * What KaTeX draws but another output shows otherwise: MathJax 3 on flashcards has fewer commands and prints most of what
 * is in `\text` as it is written; print lacks some letters of the decorated alphabets. Empty for a formula that
 * `checkSyntax` finds too long or too deep. Never throws.
 */
export const checkPortable: (tex: string) => readonly TexMessage[] = memoise(findFaults, 5_000);

const NO_FAULTS: readonly TexMessage[] = [];

function findFaults(tex: string): readonly TexMessage[] {
  if (tex.length > MAX_LENGTH) return NO_FAULTS;
  const tokens = lex(tex);
  return firstTooDeep(tokens, MAX_DEPTH) === undefined ? new PortableCheck(tex, tokens).run() : NO_FAULTS;
}

/** A group, an environment or a formula within text. */
interface Group {
  readonly isText: boolean;
  /** The command that chose the alphabet; none for the ordinary one. */
  font: string | undefined;
  /** What ends it: `}`, `$`, `\)` or `\end`. */
  readonly end: string;
  /** Name of the environment. */
  readonly environment?: string;
}

class PortableCheck {
  private readonly messages: TexMessage[] = [];
  private readonly groups: Group[] = [{ isText: false, font: undefined, end: "" }];
  /** Index of the brace or letter that a command takes -> what is in it. */
  private readonly announced = new Map<number, { isText: boolean; font: string | undefined }>();
  private readonly tex: string;
  private readonly tokens: readonly Token[];

  constructor(tex: string, tokens: readonly Token[]) {
    this.tex = tex;
    this.tokens = tokens;
  }

  run(): readonly TexMessage[] {
    for (const [index, token] of this.tokens.entries()) {
      const group = this.groups.at(-1) as Group;
      if (this.groups.length > 1 && token.text === group.end) this.groups.pop();
      else if (token.text === "{") this.openBrace(index, group);
      else if (group.isText) this.checkText(index, token);
      else this.checkMath(index, token, group);
    }
    return this.messages;
  }

  private openBrace(index: number, group: Group): void {
    const announced = this.announced.get(index);
    if (group.isText && announced === undefined) {
      this.report(this.tokens[index], "Flashcards show the braces of a group in text: remove both");
    }
    this.groups.push({ isText: announced?.isText ?? group.isText, font: announced?.font ?? group.font, end: "}" });
  }

  /** MathJax prints text as it is written, apart from formulas and escaped braces. */
  private checkText(index: number, token: Token): void {
    const { text } = token;
    const next = this.tokens[index + 1];
    const isDouble = next !== undefined && !next.spaced && next.text === text;
    if (text === "$") this.groups.push({ isText: false, font: undefined, end: "$" });
    else if (text === "\\(") this.groups.push({ isText: false, font: undefined, end: "\\)" });
    else if (text === "~") this.report(token, "Flashcards show `~` in text as it is: write a space");
    else if (text === "`") this.report(token, "Flashcards show a backtick in text as it is: write `‘` or `“`");
    else if (text === "'" && isDouble) this.report(token, "Flashcards show `''` in text as it is: write `”`");
    else if (text === "-" && isDouble) this.report(token, "Flashcards show `--` in text as it is: write `–` or `—`");
    else if (text.startsWith("\\") && !SHOWN_IN_TEXT.has(text)) {
      const after = /^\\[%#&_]$/.test(text) ? `, as in \`\\text{…}${text}\`` : "";
      this.report(token, `Flashcards show \`${text}\` in text as it is: end the text before it${after}`);
      // One message is enough for a command and its argument.
      this.announced.set(index + 1, { isText: true, font: undefined });
    }
  }

  private checkMath(index: number, token: Token, group: Group): void {
    const { text } = token;
    const font = this.announced.get(index)?.font ?? group.font;
    const missing = font === undefined ? undefined : missingFrom(font, text);
    if (missing !== undefined) this.report(token, missing);
    if (text === "@" && group.environment?.startsWith("equation")) {
      this.report(token, "Flashcards know `@` in the environment `CD` alone: write an arrow");
    }
    if (text === "^" || text === "_") this.checkScript(index);
    if (text.startsWith("\\")) this.checkCommand(index, token, group);
  }

  private checkCommand(index: number, token: Token, group: Group): void {
    const { text } = token;
    const spelling = PORTABLE_NAMES.get(text);
    if (spelling !== undefined) this.report(token, `Flashcards do not know \`${text}\`: ${remedy(spelling)}`);
    else if (DEFINERS.has(text)) {
      this.report(token, `\`${text}\` changes later formulas of a flashcard: write out what the macro means`);
    } else if (text === "\\begin") this.openEnvironment(index);
    else if (text === "\\tag" && this.groups.some(({ environment }) => environment !== undefined)) {
      this.report(token, "Flashcards allow `\\tag` outside environments alone: put it after `\\end{…}`");
    } else if (text === "\\hdashline" && group.environment?.startsWith("equation")) {
      this.report(token, "Flashcards know `\\hdashline` in tables alone: remove it");
    } else if (DELIMITED.test(text)) this.checkDelimiter(index);
    else if (FONT_SWITCHES.has(text)) group.font = text;
    else if (FONT_COMMANDS.has(text)) {
      this.announced.set(this.skipStar(index + 1), { isText: false, font: text });
    } else if (ONE_TOKEN.has(text)) this.checkOneToken(index, token);
    else this.checkArguments(index, token);
    if (MEASURED.test(text)) this.checkUnit(token);
  }

  private checkArguments(index: number, { text, end }: Token): void {
    if (text === "\\hspace" && this.tokens[index + 1]?.text === "*") {
      this.report(this.tokens[index + 1], "Flashcards do not know `\\hspace*`: write `\\hspace`");
    }
    if (text === "\\cfrac" && this.tokens[index + 1]?.text === "[") {
      this.report(this.tokens[index + 1], "`\\cfrac` needs no brackets: write `\\cfrac{…}{…}`");
    }
    if (/^\\(?:mod|pmod|pod)$/.test(text) && this.tokens[index + 1]?.text === "$") {
      this.report(this.tokens[index], `\`${text}\` needs an argument: write one after it`);
    }
    const colours = TEXT_COMMANDS.get(text);
    if (colours === undefined) return;
    let at = text === "\\tag" ? this.skipStar(index + 1) : index + 1;
    for (let colour = 0; colour < colours; colour += 1) at = this.afterGroup(at);
    const opening = this.tokens[at];
    if (opening?.text === "{" && this.tokens[at + 1]?.text === "}") {
      this.report(this.tokens[index], `\`${text}\` is empty: remove it`);
    }
    if (opening?.text === "{") this.announced.set(at, { isText: true, font: undefined });
    else if (opening !== undefined) {
      this.messages.push({ reason: `\`${text}\` needs braces: write \`${text}{…}\``, start: end - text.length, end });
    }
  }

  /** MathJax takes no delimiter but those of ASCII and commands. */
  private checkDelimiter(index: number): void {
    const delimiter = this.tokens[index + 1];
    if (delimiter === undefined || delimiter.text.charCodeAt(0) < 0x80) return;
    this.report(
      delimiter,
      `Flashcards do not know \`${delimiter.text}\` as a delimiter: write a command such as \`\\langle\``,
    );
  }

  /** MathJax takes one token as the argument: a command would lose its own. */
  private checkOneToken(index: number, token: Token): void {
    const next = this.tokens[token.text === "\\sqrt" ? this.skipBrackets(index + 1) : index + 1];
    if (next === undefined || !TAKES_ARGUMENT.has(ROLES.get(next.text)?.role ?? "")) return;
    this.report(
      next,
      `\`${next.text}\` after \`${token.text}\` needs braces: write \`${token.text}{${next.text}{…}}\``,
    );
  }

  /** Commands that MathJax does not take as a script without braces. */
  private checkScript(index: number): void {
    const next = this.tokens[index + 1];
    if (next === undefined || !NO_SCRIPT.has(next.text)) return;
    this.report(next, `\`${next.text}\` in a script needs braces: write \`{${next.text}}\``);
  }

  private openEnvironment(index: number): void {
    const opening = this.tokens[index + 1];
    if (opening?.text !== "{") return;
    const after = this.afterGroup(index + 1);
    const closing = this.tokens[after - 1];
    if (closing === undefined) return;
    const environment = this.tex.slice(opening.end, closing.start).trim();
    if (environment === "darray") {
      this.messages.push({
        reason: "Flashcards do not know the environment `darray`: write `array`",
        start: opening.start,
        end: closing.end,
      });
    }
    const font = this.groups.at(-1)?.font;
    // The braces around the name are a group of their own.
    this.groups.push({ isText: false, font, end: "\\end", environment });
    this.announced.set(index + 1, { isText: false, font: undefined });
  }

  /** Units that MathJax lacks, in the lengths right after a command. */
  private checkUnit({ text, end }: Token): void {
    const pattern = text === "\\\\" ? LENGTH_OF_ROW : LENGTHS;
    const found = pattern.exec(this.tex.slice(end, end + 100));
    const unit = found?.[1];
    if (found === null || unit === undefined) return;
    const start = end + found[0].length - unit.length;
    this.messages.push({ reason: `Flashcards do not know the unit \`${unit}\`: write \`pt\``, start, end: start + 2 });
  }

  private skipStar(index: number): number {
    return this.tokens[index]?.text === "*" ? index + 1 : index;
  }

  private skipBrackets(index: number): number {
    if (this.tokens[index]?.text !== "[") return index;
    const closing = this.tokens.findIndex(({ text }, at) => at > index && text === "]");
    return closing < 0 ? index : closing + 1;
  }

  /** The index after a group in braces; the next index if there is none. */
  private afterGroup(index: number): number {
    if (this.tokens[index]?.text !== "{") return index + 1;
    let depth = 0;
    for (let at = index; at < this.tokens.length; at += 1) {
      const text = this.tokens[at]?.text;
      if (text === "{") depth += 1;
      if (text === "}") depth -= 1;
      if (depth === 0) return at + 1;
    }
    return this.tokens.length;
  }

  private report(token: Token | undefined, reason: string): void {
    if (token !== undefined) this.messages.push({ reason, start: token.start, end: token.end });
  }
}

function remedy(spelling: string): string {
  return spelling === "" ? "leave it out" : `write \`${spelling}\``;
}

/** MathJax keeps the macros of a formula for all later ones that it draws, on the same card and on the next. */
const DEFINERS: ReadonlySet<string> = new Set(
  ["def", "gdef", "edef", "xdef", "let", "futurelet", "newcommand", "renewcommand", "providecommand"]
    .concat("global", "long", "expandafter", "noexpand")
    .map((name) => `\\${name}`),
);

/** Commands whose last argument is text -> how many colours come before it. */
const TEXT_COMMANDS: ReadonlyMap<string, number> = new Map([
  ...["text", "textrm", "textsf", "texttt", "textnormal", "textbf", "textmd", "textit", "textup", "emph", "hbox"].map(
    (name) => [`\\${name}`, 0] as const,
  ),
  ...["mbox", "fbox", "clap", "llap", "rlap", "tag"].map((name) => [`\\${name}`, 0] as const),
  ["\\colorbox", 1],
  ["\\fcolorbox", 2],
]);

/** What MathJax reads in text: escaped braces and dollar signs, and a formula. */
const SHOWN_IN_TEXT: ReadonlySet<string> = new Set(["\\{", "\\}", "\\$", "\\)"]);

const DELIMITED = /^\\(?:left|right|middle|[bB]igg?[lmr]?)$/;

/** Commands before whose argument KaTeX allows commands with arguments of their own. */
const ONE_TOKEN: ReadonlySet<string> = new Set([
  ...["bin", "close", "inner", "op", "open", "ord", "punct", "rel"].map((name) => `\\math${name}`),
  "\\sqrt",
]);

const TAKES_ARGUMENT: ReadonlySet<string> = new Set(["accent", "binomial", "brace", "font", "fraction", "root"]);

const NO_SCRIPT: ReadonlySet<string> = new Set(["\\dots", "\\not", "\\set"]);

const MEASURED = /^\\(?:kern|hskip|hspace|rule|above|genfrac|\\)$/;

const UNITS = "(bp|dd|cc|nd|nc|sp)(?![a-z])";
const LENGTHS = new RegExp(`^\\s*(?:[*[\\]{}().+-]|\\d|p[txc]|e[mx]|mm|cm|in)*?[\\d.]\\s*${UNITS}`);
const LENGTH_OF_ROW = new RegExp(`^\\*?\\s*\\[\\s*[-+]?\\s*[\\d.]+\\s*${UNITS}`);
