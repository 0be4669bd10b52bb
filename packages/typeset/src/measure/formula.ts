import { columnBreak } from "../costs.ts";
import type { Drawing } from "../display-list/display-list.ts";
import type { FormulaPart } from "../math/formula.ts";
import { breakLines } from "./break-lines.ts";
import { formulaPenalties } from "./formula-breaks.ts";
import type { MeasureContext } from "./measure-context.ts";
import { formulaSize } from "./measure-tokens.ts";
import type { Slice, TagStep } from "./slice.ts";
import type { Strip } from "./strip.ts";
import { accentBackground } from "./theme.ts";

/** A formula shrinks to this share of its size before it is broken. */
const floor = 0.78;
/** Indent of continued rows, in em. */
const indent = 1.5;
/** Padding inside the background, in units of the text size. */
const padding = 0.34;
const sidePadding = 0.6;

/** Measures a display formula on its background, centred, no wider than the strip. */
export function measureFormula(tex: string, strip: Strip, gap: number, context: MeasureContext): Slice[] {
  const formula = context.layoutFormula(tex, true);
  const full = formulaSize(context.size, formula.lines, context);
  const room = strip.width - 2 * sidePadding * context.size;
  const tag = formula.tag;
  const tagWidth = tag ? tag.width + 1 : 0;
  const rows = breakRows(formula.lines, room / full, tagWidth, context.leastType > 0);
  const pad = context.size * padding;
  const fill = accentBackground(strip.accent, context.theme, 0.075);
  const background = { key: strip.key, x: strip.x, width: strip.width, fill, radius: 2 };
  const backgrounds = [...strip.backgrounds, background];
  const step: TagStep = { key: strip.key, type: "Formula", alt: tex };
  const size = full * rows.scale;
  const slices = rows.lines.map((row, index): Slice => {
    const isFirst = index === 0;
    const isLast = index === rows.lines.length - 1;
    const parts = isLast && tag ? [...row.parts, tag] : row.parts;
    const above = Math.max(0, ...parts.map((part) => part.height)) * size;
    const below = Math.max(0, ...parts.map((part) => part.depth)) * size;
    const top = (isFirst ? pad : 0.25 * context.size) + above;
    const rowWidth = row.parts.reduce((sum, part) => sum + part.width, 0) * size;
    const start = strip.x + rowStart(row, rowWidth, strip.width, rows, size, context.size);
    const drawings: Drawing[] = [];
    let x = start;
    const add = (part: FormulaPart, left: number) =>
      drawings.push({
        kind: "formula",
        part,
        size,
        x: left,
        y: top,
        colour: context.theme.text,
        isGrey: context.theme.isGrey,
      });
    for (const part of row.parts) {
      add(part, x);
      x += part.width * size;
    }
    if (isLast && tag) add(tag, strip.x + strip.width - sidePadding * context.size - tag.width * size);
    return {
      height: top + below + (isLast ? pad : 0),
      gap: isFirst ? gap : 0,
      breakCost: isLast ? columnBreak.betweenBlocks : columnBreak.forbidden,
      content: [{ tags: [...strip.tags, step], drawings, actualText: isFirst ? tex : "" }],
      backgrounds,
      ...(isFirst && rows.scale < floor ? { shrunkTo: rows.scale } : {}),
    };
  });
  return slices.map((slice) => shrinkToHeight(slice, context.maxHeight, strip.x + strip.width / 2));
}

interface Row {
  readonly parts: readonly FormulaPart[];
  /** Whether it continues the row above. */
  readonly isContinued: boolean;
}

interface Rows {
  readonly lines: readonly Row[];
  readonly scale: number;
  readonly isBroken: boolean;
}

/**
 * Fits a formula into `room` em: the author's lines, shrunk to a limit, else broken where TeX would, else shrunk
 * further.
 */
function breakRows(
  lines: readonly (readonly FormulaPart[])[],
  room: number,
  tagWidth: number,
  isFullSize: boolean,
): Rows {
  const widthOf = (parts: readonly FormulaPart[]) => parts.reduce((sum, part) => sum + part.width, 0);
  const widest = Math.max(
    0.001,
    ...lines.map((line, index) => widthOf(line) + (index === lines.length - 1 ? tagWidth : 0)),
  );
  const fit = Math.min(1, room / widest);
  const whole = lines.map((parts): Row => ({ parts, isContinued: false }));
  const hasBreaks = lines.some((line) => line.length > 1);
  const least = isFullSize ? 1 : floor;
  const brokenScale = isFullSize ? 1 : usualBrokenScale;
  if (fit >= least || !hasBreaks) return { lines: whole, scale: fit, isBroken: false };
  const broken = lines.flatMap((line) => breakLine(line, room / brokenScale - indent - tagWidth));
  const widestRow = Math.max(...broken.map((row) => widthOf(row.parts) + (row.isContinued ? indent : 0)));
  return { lines: broken, scale: Math.min(brokenScale, room / (widestRow + tagWidth)), isBroken: true };
}

/** Size of a broken formula, in units of the full size. */
const usualBrokenScale = 0.9;

function breakLine(parts: readonly FormulaPart[], width: number): Row[] {
  const penalties = formulaPenalties(parts);
  const clusters = parts.map((part, index) => ({
    width: part.width,
    space: 0,
    isForced: false,
    penalty: penalties[index] ?? 0,
  }));
  return breakLines(clusters, Math.max(width, 1)).map(({ from, to }, index) => ({
    parts: parts.slice(from, to),
    isContinued: index > 0,
  }));
}

function rowStart(row: Row, rowWidth: number, width: number, rows: Rows, size: number, text: number): number {
  if (!rows.isBroken) return (width - rowWidth) / 2;
  return sidePadding * text + (row.isContinued ? indent * size : 0);
}

/** Shrinks a slice that is taller than a column, towards its middle. */
function shrinkToHeight(slice: Slice, maxHeight: number, middle: number): Slice {
  if (slice.height <= maxHeight) return slice;
  const scale = maxHeight / slice.height;
  const content = slice.content.map((each) => ({
    ...each,
    drawings: [
      {
        kind: "group" as const,
        matrix: [scale, 0, 0, scale, middle * (1 - scale), 0] as const,
        drawings: each.drawings,
      },
    ],
  }));
  return { ...slice, height: maxHeight, content };
}
