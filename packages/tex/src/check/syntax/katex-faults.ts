import katex from "katex";
import type { Token } from "../../parse/lex.ts";
import type { Span } from "../../span.ts";
import type { TexMessage } from "../../tex-error.ts";
import { toReason, toStrictReason } from "./reason.ts";

/** KaTeX stops at the first fault: what it found until there. */
export interface KatexFaults {
  /** What it warns about in strict mode. */
  warnings: TexMessage[];
  fault: { message: TexMessage; isUnknownCommand: boolean } | undefined;
}

/** Most macro expansions of a formula. One that defines macros may have fewer: as many as give MAX_EXPANDED characters. */
const MAX_EXPANSIONS = 1000;
const MAX_EXPANDED = 50_000;

/** What KaTeX finds wrong with a formula, each at its place. Never throws. */
export function findKatexFaults(tex: string, tokens: readonly Token[], display: boolean): KatexFaults {
  const warnings: TexMessage[] = [];
  const note = (code: string, message: string, token?: { loc?: Span | undefined }): "ignore" => {
    const span = clamp(token?.loc ?? placeOfWarning(code, message, tex, tokens), tex);
    warnings.push({ reason: toStrictReason(code, message, tex.slice(span.start, span.end)), ...span });
    return "ignore";
  };
  try {
    // MathML alone takes less than half the time of MathML and HTML, and has the same faults.
    katex.renderToString(tex, {
      displayMode: display,
      output: "mathml",
      strict: note,
      trust: false,
      maxExpand: maxExpansions(tex, tokens),
    });
    return { warnings, fault: undefined };
  } catch (error) {
    if (error instanceof katex.ParseError) return { warnings, fault: toFault(error, tex, tokens) };
    if (!(error instanceof Error)) throw error;
    // KaTeX did not foresee this fault: a stack overflow, or an error of its own.
    const reason =
      error instanceof RangeError
        ? "The formula nests too deep, or a macro expands without end: simplify it"
        : "KaTeX cannot read this formula: simplify it";
    return { warnings, fault: { message: { reason, ...placeOfMacro(tex, tokens) }, isUnknownCommand: false } };
  }
}

function maxExpansions(tex: string, tokens: readonly Token[]): number {
  const definesMacros = tokens.some(({ text }) => DEFINERS.has(text));
  return definesMacros ? Math.min(MAX_EXPANSIONS, Math.ceil(MAX_EXPANDED / tex.length)) : MAX_EXPANSIONS;
}

type ParseError = InstanceType<typeof katex.ParseError>;

function toFault(error: ParseError, tex: string, tokens: readonly Token[]): NonNullable<KatexFaults["fault"]> {
  const { rawMessage } = error;
  const name = /^Undefined control sequence: (\\.*)$/s.exec(rawMessage)?.[1];
  const span = clamp(placeOf(error, tex, tokens), tex);
  const isUnknownCommand = name !== undefined && tex.slice(span.start, span.end) === name;
  return { message: { reason: toReason(rawMessage, tex.slice(span.start, span.end)), ...span }, isUnknownCommand };
}

/** KaTeX's place when it is in this formula (those of macros are in their own text), else that of a command it names. */
function placeOf(error: ParseError, tex: string, tokens: readonly Token[]): Span {
  const { rawMessage } = error;
  const whole = { start: 0, end: tex.length };
  if (error.position === tex.length) {
    return findUnclosed(tokens) ?? tokens.findLast(isCommand) ?? tokens.at(-1) ?? whole;
  }
  if (error.position !== undefined && isOwnPlace(error, tex)) {
    return { start: error.position, end: error.position + Math.max(1, error.length) };
  }
  if (/^Too many expansions/.test(rawMessage)) return placeOfMacro(tex, tokens);
  const named = [...rawMessage.matchAll(/\\(?:[a-zA-Z]+|.)|\{(\w+\*?)\}|'([^']+)'/g)].map(
    (match) => match[2] ?? match[0],
  );
  const token = tokens.findLast(({ text }) => named.includes(text));
  return token ?? tokens.find(({ text }) => text.startsWith("\\")) ?? whole;
}

/** Whether the excerpt in KaTeX's message is from this formula. */
function isOwnPlace(error: ParseError, tex: string): boolean {
  const start = error.position;
  const left = tex.slice(Math.max(0, start - 15), start);
  const underlined = tex.slice(start, start + error.length).replace(/[\s\S]/g, "$&\u0332");
  return error.message.includes(left + underlined);
}

/** The last opening brace, `\left` or `\begin` that nothing closes. */
function findUnclosed(tokens: readonly Token[]): Token | undefined {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.text === "{" || token.text === "\\left" || token.text === "\\begin") open.push(token);
    if (token.text === "}" || token.text === "\\right" || token.text === "\\end") open.pop();
  }
  return open.at(-1);
}

/** The last use of a macro that the formula defines; else the last token. */
function placeOfMacro(tex: string, tokens: readonly Token[]): Span {
  const definitions = tokens.flatMap(({ text }, i) => (DEFINERS.has(text) ? [nameAfter(tokens, i)] : []));
  return tokens.findLast(({ text }) => definitions.includes(text)) ?? tokens.at(-1) ?? { start: 0, end: tex.length };
}

const DEFINERS: ReadonlySet<string> = new Set(
  ["def", "gdef", "edef", "xdef", "let", "futurelet", "newcommand", "renewcommand", "providecommand"].map(
    (name) => `\\${name}`,
  ),
);

function isCommand({ text }: Token): boolean {
  return /^\\[a-zA-Z@]+$/.test(text);
}

function nameAfter(tokens: readonly Token[], i: number): string | undefined {
  return tokens.slice(i + 1, i + 4).find(isCommand)?.text;
}

/** The place of a warning that KaTeX gives without one. */
function placeOfWarning(code: string, message: string, tex: string, tokens: readonly Token[]): Span {
  const whole = { start: 0, end: tex.length };
  if (code === "newLineInDisplayMode") {
    return tokens.find(({ text }) => text === "\\\\" || text === "\\newline") ?? whole;
  }
  if (code === "commentAtEnd") return { start: tex.lastIndexOf("%"), end: tex.length };
  const character = /["'](.[\udc00-\udfff]?)["']/su.exec(message)?.[1];
  const start = character === undefined ? -1 : tex.indexOf(character);
  return start < 0 ? whole : { start, end: start + (character?.length ?? 1) };
}

/** At least one character, inside the formula. */
function clamp({ start, end }: Span, tex: string): Span {
  const from = Math.max(0, Math.min(start, Math.max(0, tex.length - 1)));
  return { start: from, end: Math.max(Math.min(from + 1, tex.length), Math.min(end, tex.length)) };
}
