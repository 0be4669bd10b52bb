import type { Block } from "@high-recall/core";
import type { Drawing } from "../paint/display-list.ts";
import { measureBlocks } from "./blocks.ts";
import { addPieces } from "./code.ts";
import type { Environment, Frame } from "./environment.ts";
import { baselineOf } from "./list.ts";
import type { Slice } from "./slice.ts";

/** Blocks with a sign hanging at their first line, such as ✗ and ✓. */
export function measureSigned(
  sign: string,
  colour: string,
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
    addPieces(drawings, "sans-bold", sign, frame.x, baselineOf(slice, env), env.size, colour, env);
    const label = { tags: [...frame.tags, { key: `${frame.key}.sign`, type: "P" as const }], drawings };
    return { ...slice, gap, content: [label, ...slice.content] };
  });
}
