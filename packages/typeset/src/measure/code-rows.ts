import type { Token } from "@high-recall/core";
import type { MeasureContext } from "./measure-context.ts";

/** Long lines shrink to this share of the full size, but not below this size in points. */
const floor = 0.64;
const leastSize = 5.2;
/** Starts a row that continues the line above. */
export const continuationSign = "↪ ";

export interface Row {
  readonly tokens: readonly Token[];
  readonly isContinued: boolean;
  /** Blank lines above it. */
  readonly blankLines: number;
}

/** Fits code into rows: at full size if it fits, else shrunk, else wrapped. */
export function fitRows(lines: readonly (readonly Token[])[], room: number, full: number, context: MeasureContext) {
  const widest = Math.max(1, ...lines.map((line) => lineWidth(line, context)));
  const rowsAt = (size: number) =>
    withoutBlankRows(
      lines.flatMap((line) => wrapLine(line, room / size, context)),
      context.mostBlankLines,
    );
  const least = context.leastType > 0 ? full : Math.min(full, Math.max(full * floor, leastSize));
  const fit = Math.min(full, room / widest);
  if (fit >= least) return { size: fit, rows: rowsAt(fit) };
  // It wraps in any case, so the smaller size must save lines to be worth it.
  const [large, small] = [rowsAt(full), rowsAt(least)];
  return small.length < large.length ? { size: least, rows: small } : { size: full, rows: large };
}

function withoutBlankRows(rows: readonly Row[], most: number): Row[] {
  const kept: Row[] = [];
  let blankLines = 0;
  for (const row of rows) {
    if (row.tokens.every((token) => token.text.trim() === "")) {
      blankLines += 1;
      continue;
    }
    kept.push({ ...row, blankLines: kept.length > 0 ? Math.min(blankLines, most) : 0 });
    blankLines = 0;
  }
  return kept.length > 0 ? kept : [{ tokens: [], isContinued: false, blankLines: 0 }];
}

/** Text of a row. */
export function rowText(row: Row): string {
  return row.tokens.map((token) => token.text).join("");
}

export function withoutTabs(token: Token): Token {
  return { ...token, text: token.text.replaceAll("\t", "    ").replace(/[\r\n]/g, "") };
}

/** Width in em. */
function lineWidth(line: readonly Token[], context: MeasureContext): number {
  return line.reduce((sum, token) => sum + context.fonts.width(context.theme.code(token.scope).face, token.text), 0);
}

/** Wraps a line into rows no wider than `room` em, before a word if possible. */
function wrapLine(line: readonly Token[], room: number, context: MeasureContext): Row[] {
  if (lineWidth(line, context) <= room) return [{ tokens: line, isContinued: false, blankLines: 0 }];
  const signWidth = context.fonts.width("mono", continuationSign);
  const rows: Row[] = [];
  let tokens: Token[] = [];
  let used = 0;
  const available = () => room - (rows.length > 0 ? signWidth : 0);
  const close = () => {
    rows.push({ tokens, isContinued: rows.length > 0, blankLines: 0 });
    tokens = [];
    used = 0;
  };
  const add = (token: Token, text: string, width: number) => {
    tokens.push({ ...token, text });
    used += width;
  };
  for (const token of line) {
    const { face } = context.theme.code(token.scope);
    for (const word of token.text.match(/\s+|[^\s([{,.]+[([{,.]?|[([{,.]/g) ?? []) {
      const width = context.fonts.width(face, word);
      if (used + width <= available()) {
        add(token, word, width);
        continue;
      }
      if (used > available() * 0.5 && width <= room - signWidth) {
        close();
        if (word.trim()) add(token, word, width);
        continue;
      }
      for (const character of word) {
        const advance = context.fonts.width(face, character);
        if (used + advance > available() && used > 0) close();
        add(token, character, advance);
      }
    }
  }
  if (tokens.length > 0) close();
  return rows;
}
