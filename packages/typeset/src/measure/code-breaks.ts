import { columnBreak } from "../costs.ts";
import { type Row, rowText } from "./code-rows.ts";

/** What breaking needs to know of a row. */
interface Line {
  readonly text: string;
  /** Indentation levels of four characters, relative to the least indented row. */
  readonly depth: number;
  readonly blankLines: number;
  /** Whether its statement continues in the next row: an open bracket or string, the head of a block, a comment. */
  readonly isOpen: boolean;
  /** Whether it and all rows above are imports. */
  readonly isPrologue: boolean;
}

/** Costs of ending a column after each row of code but the last: low between functions, high inside a statement. */
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

/** Like `codeBreakCosts`, for program output. */
export function outputBreakCosts(rows: readonly Row[]): number[] {
  const lines = linesOf(rows);
  return lines.slice(0, -1).map(({ isOpen }, index) => {
    if (lines.length <= shortOutput || isLone(index, lines.length)) return columnBreak.forbidden;
    return isOpen ? columnBreak.insideShortCode : columnBreak.insideOutput;
  });
}

/** Code of up to so many rows should stay together. */
const shortCode = 7;
/** Output of up to so many rows always stays together. */
const shortOutput = 8;
/** Rows near the start or end that look left behind. */
const fewRows = 4;

/** No single row above a break, and no two below it. */
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

/** Indentation levels of four characters. */
function indentOf(row: Row): number {
  return (/^ */.exec(rowText(row))?.[0].length ?? 0) / 4;
}

/** Number of open brackets after a row that starts with `open` of them. */
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

/** Whether a string continues in the next row. */
function isInString(row: Row, next: Row): boolean {
  return row.tokens.at(-1)?.scope === "string" && next.tokens[0]?.scope === "string";
}

function isComment({ tokens }: Row): boolean {
  return tokens.every(({ text, scope }) => scope === "comment" || text.trim() === "");
}

/** End of a row that continues below: the head of a block, a comma, a line continuation, a decorator. */
const blockStart = /[:,\\]\s*$|^\s*@/;
/** Start of a row that continues the statement above. */
const statementContinues = /^\s*(?:[)\]}.]|(?:elif|else|except|finally|catch)\b)/;
/**
 * End of a statement in languages with semicolons; their braces hold statements, so they are not counted as brackets.
 */
const semicolonEnd = /;\s*$/;
const statementEnd = /[;}]\s*$/;
/** Imports, in the languages that fences may name. */
const importStatement = /^\s*(?:import|from|#include|using|library|require|use)\b/;
