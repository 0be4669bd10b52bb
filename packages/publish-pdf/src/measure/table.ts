import type { Align, Table } from "@high-recall/core";
import { type Token, tokenize } from "../inline/tokens.ts";
import type { Drawing } from "../paint/display-list.ts";
import { groundOf } from "../theme.ts";
import { measureTokens, type Type } from "./atoms.ts";
import { type Environment, type Frame, inner } from "./environment.ts";
import { betweenBlocks, drawLine, insideText, type SetText, setText, sliceText } from "./paragraph.ts";
import { never, type Slice, type SliceContent, type TagStep } from "./slice.ts";

/** Size of a table's text in units of the text around: at most, and at least when it is wide. */
const scales = [0.93, 0.87, 0.8];
const leading = 1.2;
/** Space left and right of a cell, and above and below a row, in units of the text size. */
const sidePadding = 0.3;
const rowPadding = 0.15;

/**
 * A table, a slice a row. Columns are as wide as their text where there is room, else they share it by need and their
 * text wraps. A table that would have to break words is turned: each row becomes a list of its cells.
 */
export function measureTable(table: Table, frame: Frame, gap: number, env: Environment): Slice[] {
  const cells = table.children.map((row) => row.children.map((cell) => tokenize(cell.children)));
  for (const scale of scales) {
    const widths = columnWidths(cells, frame.width, env.size * scale, env);
    if (!widths) continue;
    const slices = setRows(cells, widths, table.align, env.size * scale, frame, gap, env);
    if (slices.every((slice) => slice.height <= env.maxHeight / 2)) return slices;
    break;
  }
  return turned(cells, frame, gap, env);
}

function cellType(size: number, row: number): Type {
  return { size, weight: row === 0 ? "semibold" : "regular" };
}

/** Widths of the columns with their padding; undefined when words would have to break. */
function columnWidths(
  cells: readonly (readonly Token[][])[],
  width: number,
  size: number,
  env: Environment,
): number[] | undefined {
  const count = cells[0]?.length ?? 0;
  const padding = 2 * sidePadding * env.size;
  const most = new Array<number>(count).fill(0);
  const least = new Array<number>(count).fill(0);
  for (const [rowIndex, row] of cells.entries()) {
    for (const [column, tokens] of row.entries()) {
      const clusters = measureTokens(tokens, cellType(size, rowIndex), Number.POSITIVE_INFINITY, env);
      const whole = clusters.reduce((sum, cluster, index) => sum + cluster.width + (index > 0 ? cluster.space : 0), 0);
      const widest = Math.max(0, ...clusters.map((cluster) => cluster.width));
      most[column] = Math.max(most[column] ?? 0, whole + padding + 0.1);
      least[column] = Math.max(least[column] ?? 0, widest + padding + 0.1);
    }
  }
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
  const [wanted, needed] = [sum(most), sum(least)];
  if (wanted <= width) return most.map((each) => (each * width) / wanted);
  if (needed > width) return undefined;
  return shareOut(least, most, width);
}

/** Widths between least and most that make the longest columns wrap about as often as the others. */
function shareOut(least: readonly number[], most: readonly number[], width: number): number[] {
  let [low, high] = [0, Math.max(...most)];
  const at = (limit: number) => least.map((min, index) => Math.max(min, Math.min(most[index] ?? min, limit)));
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) <= width) low = middle;
    else high = middle;
  }
  const widths = at(low);
  const spare = (width - sum(widths)) / widths.length;
  return widths.map((each) => each + spare);
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
    };
  });
}

/** Cost of ending a column after a row: a short table is hardly worth breaking, and no row stands alone. */
function rowBreak(index: number, count: number): number {
  if (index === 0) return never;
  if (count <= shortTable) return 8 * insideText;
  return index === 1 || index === count - 2 ? 8 * insideText : 2 * insideText;
}

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
  const height = Math.max(size * leading, ...row.map((cell) => cell.height)) + 2 * vertical;
  const width = widths.reduce((sum, each) => sum + each, 0);
  const decoration: Drawing[] = [];
  const band = (fill: string) => decoration.push({ kind: "rectangle", x: frame.x, y: 0, width, height, fill });
  const rule = (y: number, thickness: number) =>
    decoration.push({ kind: "line", from: [frame.x, y], to: [frame.x + width, y], thickness, colour: frame.accent });
  if (index === 0) band(groundOf(frame.accent, env.palette, 0.17));
  else if (index % 2 === 0) band(env.palette.stripe);
  if (index === 0) {
    rule(0, 0.7);
    rule(height, 0.5);
  }
  if (index === count - 1) rule(height, 0.7);

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
    let top = vertical;
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

/** The head above rows that go on in the next column: for the eye alone, it is in the structure already. */
function repeatedHead(head: DrawnRow): Slice {
  const content = head.content.map(({ drawings }): SliceContent => ({ tags: [], drawings }));
  return { height: head.height, gap: 0, breakCost: never, content, grounds: [] };
}

/** Each row as a list of "head: cell", for tables too wide for the column. */
function turned(cells: readonly (readonly Token[][])[], frame: Frame, gap: number, env: Environment): Slice[] {
  const [head = [], ...rows] = cells;
  const type: Type = { size: env.size * (scales[1] ?? 1), weight: "regular" };
  const list: TagStep = { key: frame.key, type: "L", isOrdered: false };
  const bar = { colour: frame.accent, width: 0.12 * env.size };
  return rows.flatMap((row, index) => {
    const item: TagStep = { key: `${frame.key}.${index}`, type: "LI" };
    const body: TagStep = { key: `${frame.key}.${index}.body`, type: "LBody" };
    const ground = { key: `${frame.key}.${index}`, x: frame.x, width: frame.width, bar };
    const indent = 0.8 * env.size;
    const lineFrame: Frame = {
      ...inner(frame, index),
      x: frame.x + indent,
      width: frame.width - indent,
      tags: [...frame.tags, list, item, body],
      grounds: [...frame.grounds, ground],
    };
    return row.flatMap((tokens, column) => {
      const label = (head[column] ?? []).map((token) => asLabel(token));
      const colon: Token = {
        kind: "word",
        text: ":",
        style: { isBold: true, isItalic: false, isCode: false, isStruck: false },
      };
      const space: Token = { kind: "space", style: colon.style };
      const tag: TagStep = { key: `${frame.key}.${index}.${column}`, type: "P" };
      const lineGap = column > 0 ? 0 : index > 0 ? 0.4 * env.size : gap;
      const all = [...label, ...(label.length > 0 ? [colon, space] : []), ...tokens];
      return sliceText(all, lineFrame, { type, leading, tag, gap: lineGap }, env);
    });
  });
}

function asLabel(token: Token): Token {
  return token.kind === "break" ? token : { ...token, style: { ...token.style, isBold: true } };
}
