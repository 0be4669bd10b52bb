import type { Align, Table } from "@high-recall/core";
import { columnBreak } from "../costs.ts";
import type { Drawing } from "../display-list/display-list.ts";
import { type Token, tokenize } from "../inline/tokens.ts";
import { cellType, fitColumnWidths, sidePadding } from "./column-widths.ts";
import { drawLine } from "./draw-line.ts";
import { layoutText, type TextLayout } from "./layout-text.ts";
import type { MeasureContext } from "./measure-context.ts";
import type { Slice, SliceContent, TagStep } from "./slice.ts";
import type { Strip } from "./strip.ts";
import { measureAsList } from "./table-as-list.ts";
import { accentBackground } from "./theme.ts";

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
 * text wraps. A table that would have to break words is measureAsList: each row becomes a list of its cells.
 */
export function measureTable(table: Table, strip: Strip, gap: number, context: MeasureContext): Slice[] {
  const cells = table.children.map((row) => row.children.map((cell) => tokenize(cell.children)));
  for (const { scale, words } of attempts) {
    const widths = fitColumnWidths(cells, strip.width, context.size * scale, words, context);
    if (!widths) continue;
    const slices = layoutRows(cells, widths, table.align, context.size * scale, strip, gap, context);
    if (slices.every((slice) => slice.height <= context.maxHeight / 2)) return slices;
    break;
  }
  return measureAsList(cells, strip, gap, context);
}

function layoutRows(
  cells: readonly (readonly Token[][])[],
  widths: readonly number[],
  align: readonly Align[],
  size: number,
  strip: Strip,
  gap: number,
  context: MeasureContext,
): Slice[] {
  const padding = sidePadding * context.size;
  const rows = cells.map((row, rowIndex) =>
    row.map((tokens, column) =>
      layoutText(tokens, (widths[column] ?? 0) - 2 * padding, cellType(size, rowIndex), leading, context),
    ),
  );
  const head = drawRow(rows[0] ?? [], 0, rows.length, widths, align, size, strip, context);
  const foot = closingRule(strip, sum(widths));
  return rows.map((row, index): Slice => {
    const drawn = index === 0 ? head : drawRow(row, index, rows.length, widths, align, size, strip, context);
    const isLast = index === rows.length - 1;
    return {
      height: drawn.height,
      gap: index === 0 ? gap : 0,
      breakCost: isLast ? columnBreak.betweenBlocks : rowBreakCost(index, rows.length),
      content: drawn.content,
      backgrounds: strip.backgrounds,
      ...(index > 1 ? { head: [repeatedHead(head)] } : {}),
      ...(isLast ? {} : { foot }),
    };
  });
}

/** Cost of ending a column after a row: a short table is hardly worth breaking, and no row stands alone. */
function rowBreakCost(index: number, count: number): number {
  if (index === 0) return columnBreak.forbidden;
  if (index === 1 || index === count - 2) return columnBreak.besideLoneRow;
  return count <= shortTable ? columnBreak.insideShortTable : columnBreak.insideTable;
}

/** Rows, the head among them, that should stay together. */
const shortTable = 8;

interface DrawnRow {
  readonly height: number;
  readonly content: readonly SliceContent[];
}

function drawRow(
  row: readonly TextLayout[],
  index: number,
  count: number,
  widths: readonly number[],
  align: readonly Align[],
  size: number,
  strip: Strip,
  context: MeasureContext,
): DrawnRow {
  const padding = sidePadding * context.size;
  const vertical = rowPadding * context.size;
  // Cells of a row stand on one line, however high a formula in one of them is.
  const baseline = Math.max(0, ...row.map(baselineOf));
  const drop = (cell: TextLayout) => (cell.lines.length > 0 ? baseline - baselineOf(cell) : 0);
  const height = Math.max(size * leading, ...row.map((cell) => drop(cell) + cell.height)) + 2 * vertical;
  const width = sum(widths);
  const decoration: Drawing[] = [];
  const band = (fill: string) => decoration.push({ kind: "rectangle", x: strip.x, y: 0, width, height, fill });
  const rule = (y: number, thickness: number) => decoration.push(ruleAcross(strip, width, y, thickness));
  if (index === 0) band(accentBackground(strip.accent, context.theme, 0.17));
  else if (index % 2 === 0) band(context.theme.stripe);
  if (index === 0) {
    rule(0, outerRule);
    rule(height, 0.5);
  }
  if (index === count - 1) rule(height, outerRule);

  const content: SliceContent[] = [{ tags: [], drawings: decoration }];
  let left = strip.x;
  for (const [column, cell] of row.entries()) {
    const cellWidth = widths[column] ?? 0;
    const key = `${strip.key}.${index}.${column}`;
    const tags: TagStep[] = [
      ...strip.tags,
      { key: strip.key, type: "Table" },
      { key: `${strip.key}.${index}`, type: "TR" },
      index === 0 ? { key, type: "TH", scope: "Column" } : { key, type: "TD" },
    ];
    if (cell.lines.length === 0) content.push({ tags, drawings: [] });
    let top = vertical + drop(cell);
    for (const line of cell.lines) {
      const spare = cellWidth - 2 * padding - line.width;
      const shift = align[column] === "right" ? spare : align[column] === "center" ? spare / 2 : 0;
      const place = {
        x: left + padding + shift,
        y: top + line.baseline,
        size,
        colour: context.theme.text,
        key,
        tags,
      };
      content.push(...drawLine(line.atoms, place, context));
      top += line.height;
    }
    left += cellWidth;
  }
  return { height, content };
}

/** Baseline of the first line below the top of a cell. */
function baselineOf({ lines }: TextLayout): number {
  return lines[0]?.baseline ?? 0;
}

/** Thickness in points of the rules above and below a table. */
const outerRule = 0.7;

function ruleAcross(strip: Strip, width: number, y: number, thickness: number): Drawing {
  return { kind: "line", from: [strip.x, y], to: [strip.x + width, y], thickness, colour: strip.accent };
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, each) => total + each, 0);
}

/** The rule under rows that go on in the next column. */
function closingRule(strip: Strip, width: number): Slice {
  const content = [{ tags: [], drawings: [ruleAcross(strip, width, 0, outerRule)] }];
  return { height: 0, gap: 0, breakCost: columnBreak.forbidden, content, backgrounds: strip.backgrounds };
}

/** The head above rows that go on in the next column: for the eye alone, it is in the structure already. */
function repeatedHead(head: DrawnRow): Slice {
  const content = head.content.map(({ drawings }): SliceContent => ({ tags: [], drawings }));
  return { height: head.height, gap: 0, breakCost: columnBreak.forbidden, content, backgrounds: [] };
}
