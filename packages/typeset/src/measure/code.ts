import type { Code, Token } from "@high-recall/core";
import { columnBreak } from "../costs.ts";
import type { Drawing } from "../display-list/display-list.ts";
import { codeBreakCosts, outputBreakCosts } from "./code-breaks.ts";
import { continuationSign, fitRows, type Row, withoutTabs } from "./code-rows.ts";
import { drawText } from "./draw-text.ts";
import type { MeasureContext } from "./measure-context.ts";
import type { Slice, TagStep } from "./slice.ts";
import type { Strip } from "./strip.ts";

/** Size of code in units of the body text. */
const scale = 0.86;
const leading = 1.24;
/** Padding inside the background, in units of the text size. */
const padding = 0.34;
const sidePadding = 0.66;

interface Options {
  readonly gap: number;
  /** Output of a program: smaller, without a bar. */
  readonly isOutput?: boolean;
  /** Upper limit of the type size in points: output is never larger than the code that printed it. */
  readonly mostSize?: number;
}

/** Measures code on its background, one slice a line. Long lines shrink to a limit, then wrap with a visible sign. */
export function measureCode(code: Code, strip: Strip, options: Options, context: MeasureContext): Slice[] {
  const { gap, isOutput = false, mostSize = Number.POSITIVE_INFINITY } = options;
  const lines = code.data.tokens.map((line) => line.map(withoutTabs));
  const room = strip.width - 2 * sidePadding * context.size;
  const full = Math.min(mostSize, context.size * scale * (isOutput ? 0.94 : 1));
  const { size, rows } = fitRows(lines, room, full, context);
  const pad = context.size * padding;
  const height = size * leading;
  const bar = isOutput ? {} : { bar: { colour: strip.accent, width: 0.19 * context.size } };
  const background = {
    key: strip.key,
    x: strip.x,
    width: strip.width,
    fill: context.theme.codeBackground,
    radius: 2,
    ...bar,
  };
  const tags: TagStep[] = [...strip.tags, { key: strip.key, type: "P" }, { key: `${strip.key}.code`, type: "Code" }];
  const backgrounds = [...strip.backgrounds, background];
  const openBackgrounds = [...strip.backgrounds, { ...background, below: pad / 2 }];
  // Where code continues in the next column, its background extends past the text on both sides of the break.
  const continuation: Slice = { height: pad / 2, gap: 0, breakCost: columnBreak.forbidden, content: [], backgrounds };

  const breakCosts = isOutput ? outputBreakCosts(rows) : codeBreakCosts(rows);
  return rows.map((row, index): Slice => {
    const isFirst = index === 0;
    const isLast = index === rows.length - 1;
    const top = isFirst ? pad : 0;
    const baseline = top + height * 0.78;
    const { text, signs } = drawRow(row, strip.x + sidePadding * context.size, baseline, size, isOutput, context);
    const content = text.length > 0 ? [{ tags, drawings: text }] : [];
    return {
      height: top + height + (isLast ? pad : 0),
      // Blank lines become space above the next line, so that no column starts with one.
      gap: isFirst ? gap : row.blankLines * height,
      breakCost: breakCosts[index] ?? columnBreak.betweenBlocks,
      content: signs.length > 0 ? [{ tags: [], drawings: signs }, ...content] : content,
      backgrounds: isLast ? backgrounds : openBackgrounds,
      ...(index > 1 ? { headAfterBreak: [continuation] } : {}),
    };
  });
}

/** Type size of the code in these slices; undefined if they hold none. */
export function codeSize(slices: readonly Slice[]): number | undefined {
  const drawings = slices.flatMap((slice) => slice.content.flatMap((content) => content.drawings));
  const text = drawings.find((drawing) => drawing.kind === "text" && drawing.face.startsWith("mono"));
  return text?.kind === "text" ? text.size : undefined;
}

function drawRow(row: Row, left: number, y: number, size: number, isOutput: boolean, context: MeasureContext) {
  const text: Drawing[] = [];
  const signs: Drawing[] = [];
  let x = left;
  if (row.isContinued) x = drawText(signs, "mono", continuationSign, x, y, size, context.theme.quiet, context);
  for (const token of mergeTokens(row.tokens)) {
    const { face, colour } = context.theme.code(token.scope);
    x = drawText(text, face, token.text, x, y, size, isOutput ? context.theme.quiet : colour, context);
  }
  return { text, signs };
}

/** Joins neighbouring tokens of one scope, so that they are drawn as one run. */
function mergeTokens(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (const token of tokens) {
    const last = out.at(-1);
    if (last && last.scope === token.scope) out[out.length - 1] = { ...last, text: last.text + token.text };
    else out.push(token);
  }
  return out;
}
