import { isRelation, joined, type TexToken, texTokens } from "@high-recall/cards";

/** A relation cut into pieces that a line may break between, and how wide it is. */
export interface CutRelation {
  readonly pieces: readonly string[];
  /** Width of its widest piece, about, in em. */
  readonly width: number;
}

/** Widest piece, in em, that needs no smaller letters on a phone; one within a text may stand in a cell. */
export const fits = 15;
const widest = { display: fits, inline: 11 } as const;

/**
 * Cuts a relation before its signs, and a side that is wider than a phone before its sums too: MathJax breaks no lines.
 * Never cuts inside `\left … \right`, a fraction or an environment.
 */
export function cutRelation(tex: string, place: keyof typeof widest): CutRelation {
  const limit = widest[place];
  const tokens = texTokens(tex);
  if (place === "inline" && widthOf(tokens) <= limit) return { pieces: [tex], width: widthOf(tokens) };
  const sides = cut(tokens, (token, before) => isSign(token) || (isGap(before) && isOutside(token)));
  const pieces = sides.flatMap((side) => {
    if (widthOf(side) <= limit) return [side];
    const outer = cut(side, (token, before) => isSum(token, before) && isOutside(token) && token.brackets === 0);
    return merge(outer, limit).flatMap((sum) =>
      widthOf(sum) <= limit
        ? [sum]
        : merge(
            cut(sum, (token, before) => isSum(token, before) && isOutside(token)),
            limit,
          ),
    );
  });
  const written = pieces.map((piece) => texOf(piece)).filter((piece) => piece !== "");
  return {
    // In running text a sign keeps its space from what comes before it.
    pieces: place === "display" ? written : written.map((piece, index) => (index === 0 ? piece : spaced(piece))),
    width: Math.max(0, ...pieces.map(widthOf)),
  };
}

function spaced(piece: string): string {
  return piece.startsWith("{}") ? piece : `{}${piece}`;
}

function isOutside({ depth, isArgument }: TexToken): boolean {
  return depth === 0 && !isArgument;
}

function isSign(token: TexToken): boolean {
  return isRelation(token) || (isOutside(token) && /^\\(?:Rightarrow|Longrightarrow|implies)\s*$/.test(token.text));
}

function isGap(token: TexToken | undefined): boolean {
  return token !== undefined && /^\\q?quad\s*$/.test(token.text);
}

/** Whether `+` or `-` is between two terms. */
function isSum({ text }: TexToken, before: TexToken | undefined): boolean {
  if (text !== "+" && text !== "-") return false;
  return (
    before !== undefined &&
    !isRelation(before) &&
    !/^(?:[([{,=]|\\(?:[Bb]ig+[lr]?|left.*|cdot|times))\s*$/.test(before.text)
  );
}

function cut(
  tokens: readonly TexToken[],
  isStart: (token: TexToken, before: TexToken | undefined) => boolean,
): TexToken[][] {
  const pieces: TexToken[][] = [[]];
  let before: TexToken | undefined;
  for (const token of tokens) {
    if (before !== undefined && isStart(token, before)) pieces.push([]);
    pieces.at(-1)?.push(token);
    if (token.text.trim() !== "") before = token;
  }
  return pieces;
}

/** Joins neighbours again that fit into one line together. */
function merge(pieces: readonly TexToken[][], limit: number): TexToken[][] {
  const merged: TexToken[][] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last !== undefined && widthOf([...last, ...piece]) <= limit) last.push(...piece);
    else merged.push([...piece]);
  }
  return merged;
}

/** A sign at the start of a piece would be taken for one of a number. */
function texOf(piece: readonly TexToken[]): string {
  const tex = joined(piece)
    .replace(/(?:\\q?quad\s*)+$/, "")
    .trim();
  return /^[+-]/.test(tex) ? `{}${tex}` : tex;
}

/** MathJax enlarges its letters to the height of those around them, which are higher on all phones. */
const enlarged = 1.15;

/** About how wide TeX is, in em of the text around it: a little more than it is in MathJax. */
export function widthOf(tokens: readonly TexToken[]): number {
  let at = 0;
  /** Width of the next token or group. */
  const next = (scale: number): number => {
    const token = tokens[at++];
    if (token === undefined) return 0;
    const text = token.text.trim();
    if (text === "{") return group(scale);
    if (text === "\\frac" || text === "\\dfrac" || text === "\\tfrac" || text === "\\binom") {
      const inner = text === "\\tfrac" ? scale * 0.7 : scale;
      return Math.max(next(inner), next(inner)) + 0.25;
    }
    if (text === "\\sqrt") return next(scale) + 0.9 * scale;
    if (
      /^\\(?:hat|bar|tilde|vec|dot|widehat|overline|underline|mathbb|mathcal|mathbf|mathrm|text|operatorname|boldsymbol)$/.test(
        text,
      )
    ) {
      return next(scale);
    }
    if (/^\\(?:underbrace|overbrace)$/.test(text)) return next(scale);
    if (text === "_" || text === "^") return next(scale * 0.71);
    return widthOfSign(text) * scale;
  };
  const group = (scale: number): number => {
    let width = 0;
    while (at < tokens.length && tokens[at]?.text !== "}") width += scripted(scale);
    at += 1;
    return width;
  };
  /** A token with its scripts, which stand one above the other. */
  const scripted = (scale: number): number => {
    const base = tokens[at]?.text.trim() ?? "";
    const width = next(scale);
    let scripts = 0;
    while (tokens[at]?.text === "_" || tokens[at]?.text === "^") {
      at += 1;
      scripts = Math.max(scripts, next(scale * 0.71));
    }
    // Limits stand below and above.
    return /^\\(?:sum|prod|max|min|arg|lim|bigcup|underbrace|overbrace)/.test(base)
      ? Math.max(width, scripts)
      : width + scripts;
  };
  let width = 0;
  while (at < tokens.length) {
    width += scripted(1);
  }
  return width * enlarged;
}

function widthOfSign(text: string): number {
  if (text === "") return 0;
  if (/^[a-zA-Z0-9]$/.test(text))
    return /[MW]/.test(text) ? 1.08 : /[mw]/.test(text) ? 0.9 : /[A-Z]/.test(text) ? 0.82 : 0.53;
  if (/^[=<>]$/.test(text) || /^\\(?:approx|leq?|geq?|in|propto|sim|mid|to|leftarrow|Rightarrow|equiv)$/.test(text))
    return 1.35;
  if (/^[+\-*]$/.test(text) || /^\\(?:cdot|times|odot|cap|cup|setminus)$/.test(text)) return 1.25;
  if (/^\\(?:sum|prod|int)$/.test(text)) return 1.6;
  if (/^\\(?:log|exp|max|min|arg|tanh|sin|cos|lim|det|Pr|sup|inf)$/.test(text)) return text.length * 0.45;
  if (text === "\\quad") return 1;
  if (text === "\\qquad") return 2;
  if (/^\\[,;:!]$/.test(text)) return 0.2;
  if (/^\\(?:left|right)/.test(text)) return 0.75;
  if (/^\\(?:[Bb]ig+[lr]?|displaystyle|begin|end)/.test(text)) return 0.1;
  if (/^[,.;()[\]|!]$/.test(text)) return 0.42;
  return 0.62;
}
