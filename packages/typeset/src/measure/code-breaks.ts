import { columnBreak } from "../costs.ts";
import { type Row, rowText } from "./code-rows.ts";

/** A row as far as breaking needs to know it. */
interface Line {
  readonly text: string;
  /** Levels of indentation, of four characters, above the least of the block. */
  readonly depth: number;
  readonly blankLines: number;
  /** Whether what it says goes on in the next row: a bracket or a string is open, a block begins, a comment announces. */
  readonly isOpen: boolean;
  /** Whether it and all above only bring in names from elsewhere. */
  readonly isPrologue: boolean;
}

/** Cost of ending a column after each row of code but the last: low between functions, high inside a statement. */
export function codeBreakCosts(rows: readonly Row[]): number[] {
  const lines = linesOf(rows);
  return lines.slice(0, -1).map((line, index) => {
    const next = lines[index + 1] as Line;
    if (isLone(index, lines.length)) return columnBreak.forbidden;
    if (line.isOpen || line.isPrologue) return columnBreak.insideStatement + next.depth;
    if (lines.length <= shortCode) return columnBreak.insideShortCode;
    const isNearEdge = index < fewRows - 1 || index > lines.length - fewRows - 1;
    const base = next.blankLines > 0 ? columnBreak.atBlankLine : columnBreak.betweenStatements;
    return base + next.depth * columnBreak.perIndentLevel + (isNearEdge ? columnBreak.nearCodeEdge : 0);
  });
}

/** As `codeBreakCosts`, for what a program printed: a short output is one thing. */
export function outputBreakCosts(rows: readonly Row[]): number[] {
  const lines = linesOf(rows);
  return lines.slice(0, -1).map(({ isOpen }, index) => {
    if (lines.length <= shortOutput || isLone(index, lines.length)) return columnBreak.forbidden;
    return isOpen ? columnBreak.insideShortCode : columnBreak.insideOutput;
  });
}

/** Rows that should stay together. */
const shortCode = 7;
/** Rows of output that stay together, come what may. */
const shortOutput = 8;
/** So few rows look left behind. */
const fewRows = 4;

/** No row stands alone above a break, nor two below. */
function isLone(index: number, count: number): boolean {
  return index < 1 || index >= count - 3;
}

function linesOf(rows: readonly Row[]): Line[] {
  const indents = rows.map((row) => (row.isContinued ? Number.POSITIVE_INFINITY : indentOf(row)));
  const least = indents.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const hasEnds = rows.some((row) => semicolonEnd.test(rowText(row)));
  let brackets = 0;
  let isPrologue = true;
  return rows.map((row, index): Line => {
    const isInside = brackets > 0;
    brackets = bracketsAfter(row, brackets, hasEnds ? "([" : "([{", hasEnds ? ")]" : ")]}");
    const text = rowText(row);
    isPrologue &&= isInside || row.isContinued || isComment(row) || importStatement.test(text);
    const next = rows[index + 1];
    const isOpen =
      brackets > 0 ||
      blockStart.test(text) ||
      isComment(row) ||
      (next !== undefined && (next.isContinued || isInString(row, next) || statementContinues.test(rowText(next)))) ||
      (hasEnds && !statementEnd.test(text));
    const depth = row.isContinued ? 0 : indentOf(row) - least;
    return { text, depth, blankLines: row.blankLines, isOpen, isPrologue };
  });
}

/** Levels of indentation, of four characters. */
function indentOf(row: Row): number {
  return (/^ */.exec(rowText(row))?.[0].length ?? 0) / 4;
}

/** Brackets that are open after a row, when `open` were before it. */
function bracketsAfter({ tokens }: Row, open: number, opening: string, closing: string): number {
  let count = open;
  for (const { text, scope } of tokens) {
    if (scope === "string" || scope === "comment") continue;
    for (const character of text) {
      if (opening.includes(character)) count += 1;
      if (closing.includes(character)) count = Math.max(0, count - 1);
    }
  }
  return count;
}

/** Whether a string that stands in a row goes on in the next one. */
function isInString(row: Row, next: Row): boolean {
  return row.tokens.at(-1)?.scope === "string" && next.tokens[0]?.scope === "string";
}

function isComment({ tokens }: Row): boolean {
  return tokens.every(({ text, scope }) => scope === "comment" || text.trim() === "");
}

/** The end of a row whose block, or whose line, goes on below. */
const blockStart = /[:,\\]\s*$|^\s*@/;
/** The start of a row that belongs to the statement above. */
const statementContinues = /^\s*(?:[)\]}.]|(?:elif|else|except|finally|catch)\b)/;
/** The end of a statement in languages that mark it; there braces hold statements and need no counting. */
const semicolonEnd = /;\s*$/;
const statementEnd = /[;}]\s*$/;
/** Starts of statements that bring in names, in the languages that fences know. */
const importStatement = /^\s*(?:import|from|#include|using|library|require|use)\b/;
