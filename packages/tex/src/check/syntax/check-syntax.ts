import { memoise } from "../../memoise.ts";
import { firstTooDeep, lex, type Token } from "../../parse/lex.ts";
import { MAX_DEPTH, MAX_LENGTH, tooDeep, tooLong } from "../../parse/limits.ts";
import type { Span } from "../../span.ts";
import type { TexMessage } from "../../tex-error.ts";
import { findKatexFaults } from "./katex-faults.ts";
import { isPlainFormula } from "./plain-formula.ts";

export interface SyntaxOptions {
  /** Whether the formula is between `$$`. */
  display: boolean;
}

/** Everything wrong with the TeX of a formula, in order; empty when KaTeX prints it as any TeX would. Never throws. */
export function checkSyntax(tex: string, { display }: SyntaxOptions): readonly TexMessage[] {
  return (display ? displayFaults : inlineFaults)(tex);
}

const displayFaults = memoise((tex) => findFaults(tex, true), 5_000);
const inlineFaults = memoise((tex) => findFaults(tex, false), 5_000);

const NO_FAULTS: readonly TexMessage[] = [];

function findFaults(tex: string, display: boolean): readonly TexMessage[] {
  const tokens = lex(tex);
  const isPlain = findExcess(tex, tokens) === undefined && isPlainFormula(tex, tokens);
  return isPlain ? NO_FAULTS : findAllFaults(tex, tokens, display);
}

/** KaTeX stops at the first fault: unknown commands are blanked out one by one, this often at most. */
const MAX_FAULTS = 10;

/** As `checkSyntax`, by KaTeX in any case. */
export function findAllFaults(tex: string, tokens: readonly Token[], display: boolean): readonly TexMessage[] {
  const excess = findExcess(tex, tokens);
  if (excess !== undefined) return [excess];
  const messages: TexMessage[] = [];
  let rest = tex;
  for (const token of tokens) {
    const why = FORBIDDEN.get(token.text);
    if (why === undefined) continue;
    messages.push({ reason: `\`${token.text}\` is not allowed: ${why}`, start: token.start, end: token.end });
    rest = blank(rest, token);
  }
  for (let round = 0; round < MAX_FAULTS; round += 1) {
    const { warnings, fault } = findKatexFaults(rest, tokens, display);
    if (fault === undefined || round === MAX_FAULTS - 1) messages.push(...warnings);
    if (fault === undefined) break;
    messages.push(fault.message);
    if (!fault.isUnknownCommand) break;
    rest = blank(rest, fault.message);
  }
  return inOrder(messages);
}

/** Commands for which KaTeX asks for trust, because they load, link or mark up, and commands that write to the console. */
const FORBIDDEN: ReadonlyMap<string, string> = new Map([
  ...["\\href", "\\url", "\\includegraphics", "\\htmlClass", "\\htmlId", "\\htmlStyle", "\\htmlData"].map(
    (name) => [name, "formulas hold no links, pictures or HTML"] as const,
  ),
  ...["\\message", "\\errmessage", "\\show"].map((name) => [name, "formulas do not write to a console"] as const),
]);

function findExcess(tex: string, tokens: readonly Token[]): TexMessage | undefined {
  if (tex.length > MAX_LENGTH) return { reason: tooLong(tex.length), start: MAX_LENGTH, end: tex.length };
  const deep = firstTooDeep(tokens, MAX_DEPTH);
  return deep === undefined ? undefined : { reason: tooDeep(), start: deep.start, end: deep.end };
}

/** Replaces a command by an empty group of the same length, so that all other places remain. */
function blank(tex: string, { start, end }: Span): string {
  return tex.slice(0, start) + "{}".padEnd(end - start) + tex.slice(end);
}

/** Sorted by place; of several at one place, the first. */
function inOrder(messages: readonly TexMessage[]): TexMessage[] {
  const first = new Map<number, TexMessage>();
  for (const message of messages) if (!first.has(message.start)) first.set(message.start, message);
  return [...first.values()].sort((a, b) => a.start - b.start);
}
