import katex from "katex";
import { firstTooDeep, lex, type Token } from "../../parse/lex.ts";
import { MAX_DEPTH, MAX_LENGTH } from "../../parse/read.ts";
import type { Span, TexMessage } from "../../span.ts";
import { toReason, toStrictReason } from "./reason.ts";

export interface SyntaxOptions {
  /** Whether the formula stands between `$$`. */
  display: boolean;
}

/** Commands that load, link or mark up, for which KaTeX asks for trust, and commands that write to the console. */
const FORBIDDEN: ReadonlyMap<string, string> = new Map([
  ...["\\href", "\\url", "\\includegraphics", "\\htmlClass", "\\htmlId", "\\htmlStyle", "\\htmlData"].map(
    (name) => [name, "formulas hold no links, pictures or HTML"] as const,
  ),
  ...["\\message", "\\errmessage", "\\show"].map((name) => [name, "formulas do not write to a console"] as const),
]);

/** How many faults are looked for: KaTeX stops at the first, so each is blanked out before the next look. */
const MAX_FAULTS = 10;

/** Macros may expand this often in all; those that a formula defines itself, only so often that no more than this many
 *  characters can come of it. */
const MAX_EXPAND = 1000;
const MAX_EXPANDED = 50_000;

/** Everything wrong with the TeX of a formula, in order; empty when KaTeX prints it as any TeX would. Never throws. */
export function checkSyntax(tex: string, options: SyntaxOptions): TexMessage[] {
  const tokens = lex(tex);
  const excess = findExcess(tex, tokens);
  if (excess !== undefined) return [excess];
  const messages: TexMessage[] = [];
  let rest = tex;
  for (const token of tokens) {
    const reason = FORBIDDEN.get(token.text);
    if (reason === undefined) continue;
    messages.push({ reason: `Unexpected \`${token.text}\`, ${reason}`, start: token.start, end: token.end });
    rest = blank(rest, token);
  }
  for (let round = 0; round < MAX_FAULTS; round += 1) {
    const { strict, fault } = tryKatex(rest, tokens, options);
    if (fault === undefined || round === MAX_FAULTS - 1) messages.push(...strict);
    if (fault === undefined) break;
    messages.push(fault.message);
    if (!fault.isUnknownCommand) break;
    rest = blank(rest, fault.message);
  }
  return inOrder(messages);
}

function findExcess(tex: string, tokens: readonly Token[]): TexMessage | undefined {
  if (tex.length > MAX_LENGTH) {
    const reason = `Unexpected length ${tex.length}, expected at most ${MAX_LENGTH} characters`;
    return { reason, start: MAX_LENGTH, end: tex.length };
  }
  const deep = firstTooDeep(tokens, MAX_DEPTH);
  if (deep === undefined) return undefined;
  return { reason: `Unexpected nesting, expected at most ${MAX_DEPTH} levels`, start: deep.start, end: deep.end };
}

/** Puts an empty group in place of a command, so that all other places stay. */
function blank(tex: string, { start, end }: Span): string {
  return tex.slice(0, start) + "{}".padEnd(end - start) + tex.slice(end);
}

interface Attempt {
  strict: TexMessage[];
  fault: { message: TexMessage; isUnknownCommand: boolean } | undefined;
}

function tryKatex(tex: string, tokens: readonly Token[], { display }: SyntaxOptions): Attempt {
  const strict: TexMessage[] = [];
  const note = (code: string, message: string, token?: { loc?: Span | undefined }): "ignore" => {
    const span = clamp(token?.loc ?? findStrict(code, message, tex, tokens), tex);
    strict.push({ reason: toStrictReason(code, message, tex.slice(span.start, span.end)), ...span });
    return "ignore";
  };
  try {
    const limit = maxExpand(tex, tokens);
    // MathML alone takes less than half of the time of both, and finds the same faults.
    katex.renderToString(tex, { displayMode: display, output: "mathml", strict: note, trust: false, maxExpand: limit });
    return { strict, fault: undefined };
  } catch (error) {
    if (error instanceof katex.ParseError) return { strict, fault: toFault(error, tex, tokens) };
    if (!(error instanceof Error)) throw error;
    // Not a fault that KaTeX foresaw: nesting or expansion that overflows its stack, or a slip of its own.
    const isOverflow = error instanceof RangeError;
    const reason = isOverflow
      ? "Unexpected nesting or macro that expands without end"
      : "Unexpected TeX, KaTeX cannot read it";
    return { strict, fault: { message: { reason, ...macroSpan(tex, tokens) }, isUnknownCommand: false } };
  }
}

function maxExpand(tex: string, tokens: readonly Token[]): number {
  const definesMacros = tokens.some(({ text }) => DEFINERS.has(text));
  return definesMacros ? Math.min(MAX_EXPAND, Math.ceil(MAX_EXPANDED / tex.length)) : MAX_EXPAND;
}

function toFault(error: katexParseError, tex: string, tokens: readonly Token[]): NonNullable<Attempt["fault"]> {
  const { rawMessage } = error;
  const name = /^Undefined control sequence: (\\.*)$/s.exec(rawMessage)?.[1];
  const span = clamp(placeOf(error, tex, tokens), tex);
  const isUnknownCommand = name !== undefined && tex.slice(span.start, span.end) === name;
  return { message: { reason: toReason(rawMessage, tex.slice(span.start, span.end)), ...span }, isUnknownCommand };
}

type katexParseError = InstanceType<typeof katex.ParseError>;

/** KaTeX's place when it lies in this formula (those of macros lie in their own text), else what the words name. */
function placeOf(error: katexParseError, tex: string, tokens: readonly Token[]): Span {
  const { rawMessage } = error;
  const isEnd = error.position === tex.length;
  if (isEnd)
    return findUnclosed(tokens) ?? tokens.findLast(isCommand) ?? tokens.at(-1) ?? { start: 0, end: tex.length };
  if (error.position !== undefined && isOwnPlace(error, tex)) {
    return { start: error.position, end: error.position + Math.max(1, error.length) };
  }
  if (/^Too many expansions/.test(rawMessage)) return macroSpan(tex, tokens);
  const named = [...rawMessage.matchAll(/\\(?:[a-zA-Z]+|.)|\{(\w+\*?)\}|'([^']+)'/g)].map(
    (match) => match[2] ?? match[0],
  );
  const token = tokens.findLast(({ text }) => named.includes(text));
  return token ?? tokens.find(({ text }) => text.startsWith("\\")) ?? { start: 0, end: tex.length };
}

/** Whether the excerpt in KaTeX's message is cut from this formula. */
function isOwnPlace(error: katexParseError, tex: string): boolean {
  const start = error.position;
  const left = tex.slice(Math.max(0, start - 15), start);
  const marked = tex.slice(start, start + error.length).replace(/[\s\S]/g, "$&\u0332");
  return error.message.includes(left + marked);
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

/** Where a macro that the formula defines is used last; else the longest command. */
function macroSpan(tex: string, tokens: readonly Token[]): Span {
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

/** The place of what KaTeX warns about without one. */
function findStrict(code: string, message: string, tex: string, tokens: readonly Token[]): Span {
  if (code === "newLineInDisplayMode") {
    return tokens.find(({ text }) => text === "\\\\" || text === "\\newline") ?? { start: 0, end: tex.length };
  }
  if (code === "commentAtEnd") return { start: tex.lastIndexOf("%"), end: tex.length };
  const character = /["'](.[\udc00-\udfff]?)["']/su.exec(message)?.[1];
  const start = character === undefined ? -1 : tex.indexOf(character);
  return start < 0 ? { start: 0, end: tex.length } : { start, end: start + (character?.length ?? 1) };
}

function clamp({ start, end }: Span, tex: string): Span {
  const from = Math.max(0, Math.min(start, Math.max(0, tex.length - 1)));
  return { start: from, end: Math.max(Math.min(from + 1, tex.length), Math.min(end, tex.length)) };
}

/** Sorted by place; of several at one place the first. */
function inOrder(messages: readonly TexMessage[]): TexMessage[] {
  const first = new Map<number, TexMessage>();
  for (const message of messages) if (!first.has(message.start)) first.set(message.start, message);
  return [...first.values()].sort((a, b) => a.start - b.start);
}
