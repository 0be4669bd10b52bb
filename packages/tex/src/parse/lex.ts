import type { Span } from "../span.ts";

/** A control sequence with its backslash, or one character. */
export interface Token extends Span {
  text: string;
  /** Whether white space or a comment precedes it. */
  spaced: boolean;
}

/** The tokens of a formula, as TeX separates them. Never throws: every character belongs to a token, a space or a comment. */
export function lex(tex: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (;;) {
    const start = skipBlank(tex, from);
    if (start >= tex.length) return tokens;
    const end = endOfToken(tex, start);
    tokens.push({ text: tex.slice(start, end), start, end, spaced: start > from });
    from = end;
  }
}

/** The first offset that is not in white space or in a comment. */
function skipBlank(tex: string, from: number): number {
  let at = from;
  for (;;) {
    const code = tex.charCodeAt(at);
    if (code === PERCENT) {
      const lineEnd = tex.indexOf("\n", at);
      at = lineEnd < 0 ? tex.length : lineEnd + 1;
    } else if (isSpace(code)) {
      at += 1;
    } else {
      return at;
    }
  }
}

const PERCENT = 0x25;
const BACKSLASH = 0x5c;

function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return /\s/.test(String.fromCharCode(code));
}

/** After `\verb` with its text, a control word, a control symbol, or one code point. */
function endOfToken(tex: string, start: number): number {
  if (tex.charCodeAt(start) !== BACKSLASH) return endOfCodePoint(tex, start);
  VERBATIM.lastIndex = start;
  if (tex.startsWith("\\verb", start) && VERBATIM.test(tex)) return VERBATIM.lastIndex;
  let end = start + 1;
  while (isWordCharacter(tex.charCodeAt(end))) end += 1;
  return end > start + 1 ? end : endOfCodePoint(tex, end);
}

const VERBATIM = /\\verb\*?([^a-zA-Z*\s])[^\n]*?\1/uy;

/** `a` to `z`, `A` to `Z` and `@`. */
function isWordCharacter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x40 && code <= 0x5a);
}

function endOfCodePoint(tex: string, start: number): number {
  const isAstral = (tex.codePointAt(start) ?? 0) > 0xffff;
  return Math.min(start + (isAstral ? 2 : 1), tex.length);
}

/** The token that opens one level more than `limit`: a brace, an environment or `\left`. */
export function firstTooDeep(tokens: readonly Token[], limit: number): Token | undefined {
  if (tokens.length <= limit) return undefined;
  let depth = 0;
  for (const token of tokens) {
    if (token.text === "{" || token.text === "\\begin" || token.text === "\\left") depth += 1;
    if (token.text === "}" || token.text === "\\end" || token.text === "\\right") depth -= 1;
    if (depth > limit) return token;
  }
  return undefined;
}
