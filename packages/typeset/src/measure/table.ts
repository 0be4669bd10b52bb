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

/** Type sizes, in units of the body text, and places where words may break, tried in order until the table fits. */
const attempts = [
  { scale: 0.93, words: "whole" },
  { scale: 0.87, words: "whole" },
  { scale: 0.87, words: "atJoints" },
  { scale: 0.8, words: "atJoints" },
] as const;
const leading = 1.2;
/** Padding above and below a row, in units of the text size. */
const rowPadding = 0.15;

/**
 * Measures a table, one slice a row. Columns are as wide as their text if there is room, else they share the width by
 * need and their text wraps. A table whose words would have to break becomes a list of its cells.
 */
export function measureTable(table: Table, strip: Strip, gap: number, context: MeasureContext): Slice[] {
  const cells = table.children.map((row) => row.children.map((cell) => tokenize(cell.children)));
  for (const { scale, words } of attempts) {
    if (context.size * scale < context.leastType) break;
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
      ...(index > 1 ? { headAfterBreak: [repeatedHead(head)] } : {}),
      ...(isLast ? {} : { footBeforeBreak: foot }),
    };
  });
}

/** Cost of ending a column after a row: no row stays alone, and a short table stays whole if possible. */
function rowBreakCost(index: number, count: number): number {
  if (index === 0) return columnBreak.forbidden;
  if (index === 1 || index === count - 2) return columnBreak.besideLoneRow;
  return count <= shortTable ? columnBreak.insideShortTable : columnBreak.insideTable;
}

/** A table of up to so many rows, with its head, should stay together. */
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
  // Cells of a row share one baseline, even if one holds a tall formula.
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

/** Baseline of the first line, from the top of the cell. */
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

/** The rule below rows that continue in the next column. */
function closingRule(strip: Strip, width: number): Slice {
  const content = [{ tags: [], drawings: [ruleAcross(strip, width, 0, outerRule)] }];
  return { height: 0, gap: 0, breakCost: columnBreak.forbidden, content, backgrounds: strip.backgrounds };
}

/** The head repeated above rows that continue in the next column. It is untagged: the structure tree holds it once. */
function repeatedHead(head: DrawnRow): Slice {
  const content = head.content.map(({ drawings }): SliceContent => ({ tags: [], drawings }));
  return { height: head.height, gap: 0, breakCost: columnBreak.forbidden, content, backgrounds: [] };
}
