import type { Block } from "@high-recall/core";
import type { Drawing } from "../display-list/display-list.ts";
import { measureBlocks } from "./blocks.ts";
import { addPieces } from "./draw-text.ts";
import { baselineOf } from "./list.ts";
import type { Environment, Frame } from "./measure-context.ts";
import type { Slice, TagStep } from "./slice.ts";

/** A sign before blocks: how it looks, and what is read aloud in its place. */
export interface Sign {
  readonly text: string;
  readonly alt: string;
  readonly colour: string;
}

/** The signs of a pitfall: what is wrong, and what to do instead. */
export function pitfallSigns(env: Environment): { readonly wrong: Sign; readonly right: Sign } {
  const { isGrey, text } = env.palette;
  return {
    wrong: { text: "✗", alt: "Mistake:", colour: isGrey ? text : "#b3261e" },
    right: { text: "✓", alt: "Instead:", colour: isGrey ? text : "#2a7a4b" },
  };
}

/** Blocks with a sign hanging at their first line. */
export function measureSigned(
  sign: Sign,
  blocks: readonly Block[],
  frame: Frame,
  gap: number,
  env: Environment,
): Slice[] {
  const indent = 1.15 * env.size;
  const indented = { ...frame, x: frame.x + indent, width: frame.width - indent };
  return measureBlocks(blocks, indented, env).map((slice, index): Slice => {
    if (index > 0) return slice;
    const drawings: Drawing[] = [];
    addPieces(drawings, "sans-bold", sign.text, frame.x, baselineOf(slice, env), env.size, sign.colour, env);
    const tags: TagStep[] = [...frame.tags, { key: `${frame.key}.sign`, type: "P" }];
    const label = { tags: [...tags, { key: `${frame.key}.sign.alt`, type: "Span" as const, alt: sign.alt }], drawings };
    return { ...slice, gap, content: [label, ...slice.content] };
  });
}
