import type { Block } from "@high-recall/core";
import type { Drawing } from "../display-list/display-list.ts";
import { measureBlocks } from "./blocks.ts";
import { drawText } from "./draw-text.ts";
import { baselineOf } from "./list.ts";
import type { MeasureContext } from "./measure-context.ts";
import type { Slice, TagStep } from "./slice.ts";
import type { Strip } from "./strip.ts";

/** A sign before blocks, with the words that a screen reader says instead. */
export interface Sign {
  readonly text: string;
  readonly alt: string;
  readonly colour: string;
}

/** Measures blocks with a sign that hangs at their first line. */
export function measureWithSign(
  sign: Sign,
  blocks: readonly Block[],
  strip: Strip,
  gap: number,
  context: MeasureContext,
): Slice[] {
  const indent = 1.15 * context.size;
  const indented = { ...strip, x: strip.x + indent, width: strip.width - indent };
  return measureBlocks(blocks, indented, context).map((slice, index): Slice => {
    if (index > 0) return slice;
    const drawings: Drawing[] = [];
    drawText(drawings, "sans-bold", sign.text, strip.x, baselineOf(slice, context), context.size, sign.colour, context);
    const tags: TagStep[] = [...strip.tags, { key: `${strip.key}.sign`, type: "P" }];
    const label = { tags: [...tags, { key: `${strip.key}.sign.alt`, type: "Span" as const, alt: sign.alt }], drawings };
    return { ...slice, gap, content: [label, ...slice.content] };
  });
}
