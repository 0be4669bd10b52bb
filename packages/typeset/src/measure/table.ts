import type { Align, Table } from "@high-recall/core";
import type { Drawing } from "../display-list/display-list.ts";
import { type Token, tokenize } from "../inline/tokens.ts";
import { cellType, columnWidths, sidePadding } from "./column-widths.ts";
import { drawLine } from "./draw-line.ts";
import { type SetText, setText } from "./layout-text.ts";
import type { Environment, Frame } from "./measure-context.ts";
import { betweenBlocks, insideText } from "./paragraph.ts";
import { never, type Slice, type SliceContent, type TagStep } from "./slice.ts";
import { turned } from "./table-as-list.ts";
import { groundOf } from "./theme.ts";

/** What is tried, in order, until a table fits: its size in units of the text around, and where words may break. */
const attempts = [
  { scale: 0.93, words: "whole" },
  { scale: 0.87, words: "whole" },
  { scale: 0.87, words: "atJoints" },
  { scale: 0.8, words: "atJoints" },
] as const;
const leading = 1.2;
/** Space above and below a row, in units of the text size. */
const rowPadding = 0.15;

/**
 * A table, a slice a row. Columns are as wide as their text where there is room, else they share it by need and their
 * text wraps. A table that would have to break words is turned: each row becomes a list of its cells.
 */
export function measureTable(table: Table, frame: Frame, gap: number, env: Environment): Slice[] {
  const cells = table.children.map((row) => row.children.map((cell) => tokenize(cell.children)));
  for (const { scale, words } of attempts) {
    const widths = columnWidths(cells, frame.width, env.size * scale, words, env);
    if (!widths) continue;
    const slices = setRows(cells, widths, table.align, env.size * scale, frame, gap, env);
    if (slices.every((slice) => slice.height <= env.maxHeight / 2)) return slices;
    break;
  }
  return turned(cells, frame, gap, env);
}

function setRows(
  cells: readonly (readonly Token[][])[],
  widths: readonly number[],
  align: readonly Align[],
  size: number,
  frame: Frame,
  gap: number,
  env: Environment,
): Slice[] {
  const padding = sidePadding * env.size;
  const rows = cells.map((row, rowIndex) =>
    row.map((tokens, column) =>
      setText(tokens, (widths[column] ?? 0) - 2 * padding, cellType(size, rowIndex), leading, env),
    ),
  );
  const head = drawRow(rows[0] ?? [], 0, rows.length, widths, align, size, frame, env);
  const foot = closingRule(frame, sum(widths));
  return rows.map((row, index): Slice => {
    const drawn = index === 0 ? head : drawRow(row, index, rows.length, widths, align, size, frame, env);
    const isLast = index === rows.length - 1;
    return {
      height: drawn.height,
      gap: index === 0 ? gap : 0,
      breakCost: isLast ? betweenBlocks : rowBreak(index, rows.length),
      content: drawn.content,
      grounds: frame.grounds,
      ...(index > 1 ? { head: [repeatedHead(head)] } : {}),
      ...(isLast ? {} : { foot }),
    };
  });
}

/** Cost of ending a column after a row: a short table is hardly worth breaking, and no row stands alone. */
function rowBreak(index: number, count: number): number {
  if (index === 0) return never;
  if (index === 1 || index === count - 2) return loneRow;
  return count <= shortTable ? 8 * insideText : 2 * insideText;
}

const loneRow = 20 * insideText;

/** Rows, the head among them, that should stay together. */
const shortTable = 8;

interface DrawnRow {
  readonly height: number;
  readonly content: readonly SliceContent[];
}

function drawRow(
  row: readonly SetText[],
  index: number,
  count: number,
  widths: readonly number[],
  align: readonly Align[],
  size: number,
  frame: Frame,
  env: Environment,
): DrawnRow {
  const padding = sidePadding * env.size;
  const vertical = rowPadding * env.size;
  // Cells of a row stand on one line, however high a formula in one of them is.
  const baseline = Math.max(0, ...row.map(baselineOf));
  const drop = (cell: SetText) => (cell.lines.length > 0 ? baseline - baselineOf(cell) : 0);
  const height = Math.max(size * leading, ...row.map((cell) => drop(cell) + cell.height)) + 2 * vertical;
  const width = sum(widths);
  const decoration: Drawing[] = [];
  const band = (fill: string) => decoration.push({ kind: "rectangle", x: frame.x, y: 0, width, height, fill });
  const rule = (y: number, thickness: number) => decoration.push(ruleAcross(frame, width, y, thickness));
  if (index === 0) band(groundOf(frame.accent, env.palette, 0.17));
  else if (index % 2 === 0) band(env.palette.stripe);
  if (index === 0) {
    rule(0, outerRule);
    rule(height, 0.5);
  }
  if (index === count - 1) rule(height, outerRule);

  const content: SliceContent[] = [{ tags: [], drawings: decoration }];
  let left = frame.x;
  for (const [column, cell] of row.entries()) {
    const cellWidth = widths[column] ?? 0;
    const key = `${frame.key}.${index}.${column}`;
    const tags: TagStep[] = [
      ...frame.tags,
      { key: frame.key, type: "Table" },
      { key: `${frame.key}.${index}`, type: "TR" },
      index === 0 ? { key, type: "TH", scope: "Column" } : { key, type: "TD" },
    ];
    if (cell.lines.length === 0) content.push({ tags, drawings: [] });
    let top = vertical + drop(cell);
    for (const line of cell.lines) {
      const spare = cellWidth - 2 * padding - line.width;
      const shift = align[column] === "right" ? spare : align[column] === "center" ? spare / 2 : 0;
      const place = { x: left + padding + shift, y: top + line.baseline, size, colour: env.palette.text, key, tags };
      content.push(...drawLine(line.atoms, place, env));
      top += line.height;
    }
    left += cellWidth;
  }
  return { height, content };
}

/** Baseline of the first line below the top of a cell. */
function baselineOf({ lines }: SetText): number {
  return lines[0]?.baseline ?? 0;
}

/** Thickness in points of the rules above and below a table. */
const outerRule = 0.7;

function ruleAcross(frame: Frame, width: number, y: number, thickness: number): Drawing {
  return { kind: "line", from: [frame.x, y], to: [frame.x + width, y], thickness, colour: frame.accent };
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, each) => total + each, 0);
}

/** The rule under rows that go on in the next column. */
function closingRule(frame: Frame, width: number): Slice {
  const content = [{ tags: [], drawings: [ruleAcross(frame, width, 0, outerRule)] }];
  return { height: 0, gap: 0, breakCost: never, content, grounds: frame.grounds };
}

/** The head above rows that go on in the next column: for the eye alone, it is in the structure already. */
function repeatedHead(head: DrawnRow): Slice {
  const content = head.content.map(({ drawings }): SliceContent => ({ tags: [], drawings }));
  return { height: head.height, gap: 0, breakCost: never, content, grounds: [] };
}
