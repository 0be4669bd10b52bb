import type { Inline } from "@high-recall/core";
import { type InlineStyle, type Token, tokenize } from "../inline/tokens.ts";
import type { Type } from "./atom.ts";
import { drawLine } from "./draw-line.ts";
import { setText } from "./layout-text.ts";
import type { Environment, Frame } from "./measure-context.ts";
import { never, type Slice, type TagStep } from "./slice.ts";

export interface TextOptions {
  readonly type: Type;
  readonly leading?: number;
  readonly colour?: string;
  readonly align?: "left" | "center" | "right";
  /** By how much the lines after the first stand to the right of it, in points. */
  readonly hang?: number;
  /** Tag of the title that the paragraph begins with. */
  readonly title?: TagStep;
}

/** A paragraph as slices, one a line; its first two lines stay together, and so do its last two. */
export function measureText(
  inlines: readonly Inline[],
  frame: Frame,
  options: TextOptions & { readonly tag: TagStep; readonly style?: InlineStyle; readonly gap?: number },
  env: Environment,
): Slice[] {
  const tokens = tokenize(inlines, options.style);
  return sliceText(tokens, frame, options, env);
}

/** As `measureText`, for tokens. */
export function sliceText(
  tokens: readonly Token[],
  frame: Frame,
  options: TextOptions & { readonly tag: TagStep; readonly gap?: number },
  env: Environment,
): Slice[] {
  const { type, tag, align = "left", gap = 0, hang = 0 } = options;
  const leading = options.leading ?? env.leading;
  const whole = setText(tokens, frame.width, type, leading, env);
  const { lines } =
    hang > 0 && whole.lines.length > 1 ? setText(tokens, frame.width - hang, type, leading, env) : whole;
  const colour = options.colour ?? env.palette.text;
  const tags = [...frame.tags, tag];
  return lines.map((line, index): Slice => {
    const spare = frame.width - line.width;
    const shift = align === "center" ? spare / 2 : align === "right" ? spare : index > 0 ? hang : 0;
    const place = {
      x: frame.x + shift,
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
      breakCost: index === lines.length - 1 ? betweenBlocks : isTied ? never : insideText,
      content: drawLine(line.atoms, place, env),
      grounds: frame.grounds,
    };
  });
}

/** Costs of ending a column there. */
export const betweenBlocks = 12;
export const insideText = 40;
