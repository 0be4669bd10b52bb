import type { Span } from "../span.ts";

/** A control sequence with its backslash, or one character. */
export interface Token extends Span {
  text: string;
  /** Whether white space or a comment stands before it. */
  spaced: boolean;
}

// Space and comments, then: a control word, \verb with its text, a control symbol, or one code point.
const TOKEN =
  /(?<blank>(?:\s|%[^\n]*(?:\n|$))*)(?<text>\\verb\*?([^a-zA-Z*\s])[^\n]*?\3|\\[a-zA-Z@]+|\\(?:[^a-zA-Z@]|$)|[\s\S])?/uy;

/** The tokens of a formula, as TeX cuts it. Never throws: whatever stands there is a token. */
export function lex(tex: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < tex.length) {
    const from = TOKEN.lastIndex;
    const groups = TOKEN.exec(tex)?.groups;
    const text = groups?.text;
    if (text === undefined) break;
    const start = from + (groups?.blank ?? "").length;
    tokens.push({ text, start, end: start + text.length, spaced: start > from });
  }
  return tokens;
}

/** The largest number of braces, environments and `\left` that are open at once, and where the limit is passed. */
export function firstTooDeep(tokens: readonly Token[], limit: number): Token | undefined {
  let depth = 0;
  for (const token of tokens) {
    if (token.text === "{" || token.text === "\\begin" || token.text === "\\left") depth += 1;
    if (token.text === "}" || token.text === "\\end" || token.text === "\\right") depth -= 1;
    if (depth > limit) return token;
  }
  return undefined;
}
