import type { Code, Token } from "@high-recall/core";
import type { Drawing } from "../display-list/display-list.ts";
import { codeBreaks, outputBreaks } from "./code-breaks.ts";
import { fitRows, mark, type Row, withoutTabs } from "./code-rows.ts";
import { addPieces } from "./draw-text.ts";
import type { Environment, Frame } from "./measure-context.ts";
import { betweenBlocks } from "./paragraph.ts";
import { never, type Slice, type TagStep } from "./slice.ts";
import { codeStyle } from "./theme.ts";

/** Size of code in units of the text around. */
const scale = 0.86;
const leading = 1.24;
/** Space in the ground, in units of the text size. */
const padding = 0.34;
const sidePadding = 0.66;

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
  const grounds = [...frame.grounds, ground];
  const openGrounds = [...frame.grounds, { ...ground, below: pad / 2 }];
  // Where code goes on in the next column its ground does not end at the letters, neither here nor there.
  const goesOn: Slice = { height: pad / 2, gap: 0, breakCost: never, content: [], grounds };

  const breakCosts = isOutput ? outputBreaks(rows) : codeBreaks(rows);
  return rows.map((row, index): Slice => {
    const isFirst = index === 0;
    const isLast = index === rows.length - 1;
    const top = isFirst ? pad : 0;
    const baseline = top + height * 0.78;
    const { text, marks } = drawRow(row, frame.x + sidePadding * env.size, baseline, size, isOutput, env);
    const content = text.length > 0 ? [{ tags, drawings: text }] : [];
    return {
      height: top + height + (isLast ? pad : 0),
      // Blank lines are space above the next line, so that no column begins with one.
      gap: isFirst ? gap : row.blankLines * height,
      breakCost: breakCosts[index] ?? betweenBlocks,
      content: marks.length > 0 ? [{ tags: [], drawings: marks }, ...content] : content,
      grounds: isLast ? grounds : openGrounds,
      ...(isOutput ? {} : { codeScale: size / env.size }),
      ...(index > 1 ? { head: [goesOn] } : {}),
    };
  });
}

/** Size of the code that slices hold; undefined when they hold none. */
export function codeSize(slices: readonly Slice[]): number | undefined {
  const drawings = slices.flatMap((slice) => slice.content.flatMap((content) => content.drawings));
  const text = drawings.find((drawing) => drawing.kind === "text" && drawing.face.startsWith("mono"));
  return text?.kind === "text" ? text.size : undefined;
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
