import type { Inline } from "@high-recall/core";
import { columnBreak } from "../costs.ts";
import { type InlineStyle, type Token, tokenize } from "../inline/tokens.ts";
import type { TypeStyle } from "./atom.ts";
import { drawLine } from "./draw-line.ts";
import { layoutText } from "./layout-text.ts";
import type { MeasureContext } from "./measure-context.ts";
import type { Slice, TagStep } from "./slice.ts";
import type { Strip } from "./strip.ts";

export interface TextOptions {
  readonly type: TypeStyle;
  readonly leading?: number;
  readonly colour?: string;
  readonly align?: "left" | "center" | "right";
  /** Indent of all lines but the first, in points. */
  readonly hang?: number;
  /** Tag of the run-in title. */
  readonly title?: TagStep;
}

/**
 * Measures a paragraph, one slice a line. Its first two lines stay together, and so do its last two (no widows, no
 * orphans).
 */
export function measureText(
  inlines: readonly Inline[],
  strip: Strip,
  options: TextOptions & { readonly tag: TagStep; readonly style?: InlineStyle; readonly gap?: number },
  context: MeasureContext,
): Slice[] {
  const tokens = tokenize(inlines, options.style);
  return sliceText(tokens, strip, options, context);
}

/** Like `measureText`, for tokens. */
export function sliceText(
  tokens: readonly Token[],
  strip: Strip,
  options: TextOptions & { readonly tag: TagStep; readonly gap?: number },
  context: MeasureContext,
): Slice[] {
  const { type, tag, align = "left", gap = 0, hang = 0 } = options;
  const leading = options.leading ?? context.leading;
  const whole = layoutText(tokens, strip.width, type, leading, context);
  const { lines } =
    hang > 0 && whole.lines.length > 1 ? layoutText(tokens, strip.width - hang, type, leading, context) : whole;
  const colour = options.colour ?? context.theme.text;
  const tags = [...strip.tags, tag];
  return lines.map((line, index): Slice => {
    const spare = strip.width - line.width;
    const shift = align === "center" ? spare / 2 : align === "right" ? spare : index > 0 ? hang : 0;
    const place = {
      x: strip.x + shift,
      y: line.baseline,
      size: type.size,
      colour,
      key: tag.key,
      tags,
      ...(options.title ? { title: options.title } : {}),
    };
    const isTied = index === 0 || index >= lines.length - 2;
    return {
      height: line.height,
      gap: index === 0 ? gap : 0,
      breakCost:
        index === lines.length - 1
          ? columnBreak.betweenBlocks
          : isTied
            ? columnBreak.forbidden
            : columnBreak.insideText,
      content: drawLine(line.atoms, place, context),
      backgrounds: strip.backgrounds,
    };
  });
}
