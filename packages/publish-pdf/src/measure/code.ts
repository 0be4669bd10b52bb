import type { Code, Token } from "@high-recall/core";
import type { Drawing } from "../paint/display-list.ts";
import { codeStyle } from "../theme.ts";
import type { Environment, Frame } from "./environment.ts";
import { betweenBlocks } from "./paragraph.ts";
import { never, type Slice, type TagStep } from "./slice.ts";

/** Size of code in units of the text around. */
const scale = 0.86;
/** Long lines are shrunk to this share of it, but not below so many points. */
const floor = 0.64;
const leastSize = 5.2;
const leading = 1.24;
/** Space in the ground, in units of the text size. */
const padding = 0.34;
const sidePadding = 0.66;
/** Stands before what goes on from the line above. */
const mark = "↪ ";

interface Options {
  readonly gap: number;
  /** Output of a program: in small print, without a bar. */
  readonly isOutput?: boolean;
  /** The most it may measure in points: output is no larger than the code that printed it. */
  readonly mostSize?: number;
}

/** Code on its ground, a slice a line; long lines shrink to a floor, then go on below with a visible mark. */
export function measureCode(code: Code, frame: Frame, options: Options, env: Environment): Slice[] {
  const { gap, isOutput = false, mostSize = Number.POSITIVE_INFINITY } = options;
  const lines = code.data.tokens.map((line) => line.map(withoutTabs));
  const room = frame.width - 2 * sidePadding * env.size;
  const full = Math.min(mostSize, env.size * scale * (isOutput ? 0.94 : 1));
  const { size, rows } = fitRows(lines, room, full, env);
  const pad = env.size * padding;
  const height = size * leading;
  const bar = isOutput ? {} : { bar: { colour: frame.accent, width: 0.19 * env.size } };
  const ground = { key: frame.key, x: frame.x, width: frame.width, fill: env.palette.codeGround, radius: 2, ...bar };
  const tags: TagStep[] = [...frame.tags, { key: frame.key, type: "P" }, { key: `${frame.key}.code`, type: "Code" }];

  return rows.map((row, index): Slice => {
    const isFirst = index === 0;
    const isLast = index === rows.length - 1;
    const top = isFirst ? pad : 0;
    const baseline = top + height * 0.78;
    const isTied = index < 1 || index >= rows.length - 2;
    const isBeforeBlank = (rows[index + 1]?.blankLines ?? 0) > 0;
    const inside = rows.length <= shortCode ? insideShortCode : isBeforeBlank ? atBlankLine : insideCode;
    const { text, marks } = drawRow(row, frame.x + sidePadding * env.size, baseline, size, isOutput, env);
    const content = text.length > 0 ? [{ tags, drawings: text }] : [];
    return {
      height: top + height + (isLast ? pad : 0),
      // Blank lines are space above the next line, so that no column begins with one.
      gap: isFirst ? gap : row.blankLines * height,
      breakCost: isLast ? betweenBlocks : isTied ? never : inside,
      content: marks.length > 0 ? [{ tags: [], drawings: marks }, ...content] : content,
      grounds: [...frame.grounds, ground],
    };
  });
}

const insideCode = 60;
const atBlankLine = 25;
/** Rows that should stay together. */
const shortCode = 7;
const insideShortCode = 250;

/** Size of the code that slices hold; undefined when they hold none. */
export function codeSize(slices: readonly Slice[]): number | undefined {
  const drawings = slices.flatMap((slice) => slice.content.flatMap((content) => content.drawings));
  const text = drawings.find((drawing) => drawing.kind === "text" && drawing.face.startsWith("mono"));
  return text?.kind === "text" ? text.size : undefined;
}

/** Rows of code at the size at which they look best: full, else shrunk to fit, else wrapped. */
function fitRows(lines: readonly (readonly Token[])[], room: number, full: number, env: Environment) {
  const widest = Math.max(1, ...lines.map((line) => lineWidth(line, env)));
  const rowsAt = (size: number) => withoutBlankRows(lines.flatMap((line) => wrapLine(line, room / size, env)));
  const least = Math.min(full, Math.max(full * floor, leastSize));
  const fit = Math.min(full, room / widest);
  if (fit >= least) return { size: fit, rows: rowsAt(fit) };
  // It wraps anyhow: small print is worth it only when it saves lines.
  const [large, small] = [rowsAt(full), rowsAt(least)];
  return small.length < large.length ? { size: least, rows: small } : { size: full, rows: large };
}

function withoutBlankRows(rows: readonly Row[]): Row[] {
  const kept: Row[] = [];
  let blankLines = 0;
  for (const row of rows) {
    if (row.tokens.every((token) => token.text.trim() === "")) {
      blankLines += 1;
      continue;
    }
    kept.push({ ...row, blankLines: kept.length > 0 ? blankLines : 0 });
    blankLines = 0;
  }
  return kept.length > 0 ? kept : [{ tokens: [], isContinued: false, blankLines: 0 }];
}

interface Row {
  readonly tokens: readonly Token[];
  readonly isContinued: boolean;
  /** Blank lines above it. */
  readonly blankLines: number;
}

function withoutTabs(token: Token): Token {
  return { ...token, text: token.text.replaceAll("\t", "    ").replace(/[\r\n]/g, "") };
}

/** Width in em. */
function lineWidth(line: readonly Token[], env: Environment): number {
  return line.reduce((sum, token) => sum + env.fonts.width(codeStyle(token.scope, env.palette).face, token.text), 0);
}

/** Cuts a line into rows no wider than `room` em, before a word where it can. */
function wrapLine(line: readonly Token[], room: number, env: Environment): Row[] {
  if (lineWidth(line, env) <= room) return [{ tokens: line, isContinued: false, blankLines: 0 }];
  const markWidth = env.fonts.width("mono", mark);
  const rows: Row[] = [];
  let tokens: Token[] = [];
  let used = 0;
  const available = () => room - (rows.length > 0 ? markWidth : 0);
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
    const { face } = codeStyle(token.scope, env.palette);
    for (const word of token.text.match(/\s+|[^\s([{,.]+[([{,.]?|[([{,.]/g) ?? []) {
      const width = env.fonts.width(face, word);
      if (used + width <= available()) {
        add(token, word, width);
        continue;
      }
      if (used > available() * 0.5 && width <= room - markWidth) {
        close();
        if (word.trim()) add(token, word, width);
        continue;
      }
      for (const character of word) {
        const advance = env.fonts.width(face, character);
        if (used + advance > available() && used > 0) close();
        add(token, character, advance);
      }
    }
  }
  if (tokens.length > 0) close();
  return rows;
}

function drawRow(row: Row, left: number, y: number, size: number, isOutput: boolean, env: Environment) {
  const text: Drawing[] = [];
  const marks: Drawing[] = [];
  let x = left;
  if (row.isContinued) x = addPieces(marks, "mono", mark, x, y, size, env.palette.quiet, env);
  for (const token of joined(row.tokens)) {
    const { face, colour } = codeStyle(token.scope, env.palette);
    x = addPieces(text, face, token.text, x, y, size, isOutput ? env.palette.quiet : colour, env);
  }
  return { text, marks };
}

/** Draws text in as many fonts as it needs; gives where it ends. */
export function addPieces(
  drawings: Drawing[],
  face: Parameters<Environment["fonts"]["split"]>[0],
  text: string,
  left: number,
  y: number,
  size: number,
  colour: string,
  env: Pick<Environment, "fonts">,
): number {
  let x = left;
  for (const piece of env.fonts.split(face, text)) {
    const width = piece.width * size;
    drawings.push({ kind: "text", face: piece.face, text: piece.text, size, x, y, width, colour });
    x += width;
  }
  return x;
}

/** Neighbours of one scope are one token, so that they are drawn as one. */
function joined(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (const token of tokens) {
    const last = out.at(-1);
    if (last && last.scope === token.scope) out[out.length - 1] = { ...last, text: last.text + token.text };
    else out.push(token);
  }
  return out;
}
