import { type Block, type Paragraph, unreachable } from "@high-recall/core";
import type { TagType } from "../display-list/display-list.ts";
import { codeSize, measureCode } from "./code.ts";
import { measureFigure } from "./figure.ts";
import { measureFormula } from "./formula.ts";
import { measureList } from "./list.ts";
import { type Environment, type Frame, inner } from "./measure-context.ts";
import { betweenBlocks, insideText, measureText } from "./paragraph.ts";
import { never, type Slice } from "./slice.ts";
import { measureTable } from "./table.ts";

/** Measures blocks below each other. The space above the first is left to the caller. */
export function measureBlocks(blocks: readonly Block[], frame: Frame, env: Environment): Slice[] {
  let before: number | undefined;
  const measured = blocks.map((block, index) => {
    const gap = index === 0 ? 0 : gapBefore(block, env);
    const slices = measureBlock(block, inner(frame, index), gap, before, env);
    before = block.type === "code" ? codeSize(slices) : undefined;
    const next = blocks[index + 1];
    return next ? withLast(slices, breakBetween(block, next)) : slices;
  });
  const [opening] = measured;
  if (opening && blocks.length > 1 && blocks[0]?.type === "paragraph" && opening.length <= fewLines) {
    measured[0] = withLast(opening, { breakCost: Math.max(afterOpening, opening.at(-1)?.breakCost ?? 0) });
  }
  const isShort = blocks.at(-1)?.type === "paragraph" && (measured.at(-1)?.length ?? 0) <= fewLines;
  const closed = measured.at(-2);
  if (isShort && closed) measured[measured.length - 2] = withLast(closed, { breakCost: beforeClosing(closed) });
  return measured.flat();
}

/** So few lines look left behind: at the foot of a column when they open a text, at its head when they close it. */
const fewLines = 2;
const afterOpening = 100;

function beforeClosing(closed: readonly Slice[]): number {
  return Math.max(insideText, closed.at(-1)?.breakCost ?? 0);
}

/** Cost of ending a column between two blocks, where they belong together. */
function breakBetween(block: Block, next: Block): Partial<Slice> {
  if (block.type === "code") {
    if (next.type !== "code" || next.lang !== "output") return {};
    return { breakCost: next.data.tokens.length > shortOutput ? beforeLongOutput : beforeOutput };
  }
  if (block.type === "math" && next.type === "paragraph" && goesOn(next)) return { breakCost: insideSentence };
  if (block.type !== "paragraph") return {};
  if (next.type === "code") return { breakCost: beforeCode };
  if (announces(block)) return { breakCost: afterColon };
  return next.type === "table" ? { breakCost: beforeTable } : {};
}

/**
 * Whether a paragraph is a label or its last sentence is not at its end: what it announces should stand in the same
 * column.
 */
function announces({ children }: Paragraph): boolean {
  if (children.length === 1 && children[0]?.type === "strong") return true;
  const last = children.at(-1);
  return last?.type === "text" && /[\p{L}\d:,;]\s*$/u.test(last.value);
}

/** Whether a paragraph goes on with the sentence of the formula above. */
function goesOn({ children }: Paragraph): boolean {
  const [first] = children;
  return first?.type === "text" && /^\p{Ll}/u.test(first.value);
}

const afterColon = 400;
const insideSentence = 100;
/** A task does not stand apart from the beginning of its code, not even to save a page. */
const beforeCode = 3000;
/** Lines of output that stay with the code that printed them. */
const shortOutput = 10;
const beforeOutput = 600;
const beforeLongOutput = 150;
const beforeTable = 40;

/** Slices of which the last is changed. */
export function withLast(slices: readonly Slice[], change: Partial<Slice>): Slice[] {
  return slices.map((slice, index) => (index === slices.length - 1 ? { ...slice, ...change } : slice));
}

/** Space above a block, in points. */
function gapBefore(block: Block, env: Environment): number {
  switch (block.type) {
    case "paragraph":
    case "list":
      return 0.28 * env.air * env.size;
    case "heading":
      return 0.7 * env.air * env.size;
    case "code":
    case "math":
    case "table":
    case "blockquote":
    case "image":
      return 0.42 * env.air * env.size;
    case "thematicBreak":
      return 0.6 * env.air * env.size;
    default:
      return unreachable(block);
  }
}

/** Sizes of body headings in units of the text. */
const headingScales = { 2: 1.14, 3: 1.06, 4: 1 } as const;
/** Tags of headings by their level. */
const headingTags: Readonly<Record<number, TagType>> = { 2: "H2", 3: "H3", 4: "H4", 5: "H5" };

/** `before` is the size of the code right above, if there is any. */
function measureBlock(block: Block, frame: Frame, gap: number, before: number | undefined, env: Environment): Slice[] {
  switch (block.type) {
    case "paragraph": {
      const type = { size: env.size, weight: "regular" as const };
      return measureText(block.children, frame, { type, gap, tag: { key: frame.key, type: "P" } }, env);
    }
    case "heading": {
      const type = {
        size: env.size * headingScales[block.depth],
        weight: block.depth === 4 ? "semibold" : "bold",
      } as const;
      const tag = { key: frame.key, type: headingTags[block.depth + (frame.isInSection ? 1 : 0)] ?? "H6" };
      const options = { type, gap, tag, colour: env.palette.heading };
      return measureText(block.children, frame, options, env).map(tied);
    }
    case "list":
      return measureList(block, frame, gap, env, measureBlocks);
    case "code":
      if (block.lang !== "output") return measureCode(block, frame, { gap }, env);
      return measureCode(block, frame, { gap, isOutput: true, ...(before ? { mostSize: before } : {}) }, env);
    case "math":
      return measureFormula(block.value, frame, gap, env);
    case "table":
      return measureTable(block, frame, gap, env);
    case "blockquote":
      return measureQuote(block.children, frame, gap, env);
    case "image":
      return measureFigure(block, frame, gap, env);
    case "thematicBreak":
      return [measureRule(frame, gap, env)];
    default:
      return unreachable(block);
  }
}

/** A heading is never left alone at the foot of a column. */
export function tied(slice: Slice): Slice {
  return { ...slice, breakCost: never };
}

function measureQuote(blocks: readonly Block[], frame: Frame, gap: number, env: Environment): Slice[] {
  const indent = Math.min(env.size, frame.width / 2);
  const bar = { colour: env.palette.rule, width: 0.24 * env.size };
  const ground = { key: frame.key, x: frame.x, width: frame.width, bar };
  const quoted = inner(frame, "quote", {
    x: frame.x + indent,
    width: frame.width - indent,
    tags: [...frame.tags, { key: frame.key, type: "BlockQuote" }],
    grounds: [...frame.grounds, ground],
  });
  return measureBlocks(blocks, quoted, env).map((slice, index) => (index === 0 ? { ...slice, gap } : slice));
}

/** A thematic break: a short rule. */
function measureRule(frame: Frame, gap: number, env: Environment): Slice {
  const middle = frame.x + frame.width / 2;
  const half = Math.min(frame.width / 2, 2 * env.size);
  const height = 0.6 * env.size;
  const rule = {
    kind: "line" as const,
    from: [middle - half, height / 2] as const,
    to: [middle + half, height / 2] as const,
    thickness: 0.6,
    colour: env.palette.rule,
  };
  return { height, gap, breakCost: betweenBlocks, content: [{ tags: [], drawings: [rule] }], grounds: frame.grounds };
}
