import { type Block, type Paragraph, unreachable } from "@high-recall/core";
import { columnBreak } from "../costs.ts";
import type { TagType } from "../display-list/display-list.ts";
import { codeSize, measureCode } from "./code.ts";
import { measureFigure } from "./figure.ts";
import { measureFormula } from "./formula.ts";
import { measureList } from "./list.ts";
import type { MeasureContext } from "./measure-context.ts";
import { measureText } from "./paragraph.ts";
import type { Slice } from "./slice.ts";
import { innerStrip, type Strip } from "./strip.ts";
import { measureTable } from "./table.ts";

/** Measures a stack of blocks. The caller sets the space above the first. */
export function measureBlocks(blocks: readonly Block[], strip: Strip, context: MeasureContext): Slice[] {
  let codeSizeAbove: number | undefined;
  const measured = blocks.map((block, index) => {
    const gap = index === 0 ? 0 : gapBefore(block, context);
    const slices = measureBlock(block, innerStrip(strip, index), gap, codeSizeAbove, context);
    codeSizeAbove = block.type === "code" ? codeSize(slices) : undefined;
    const next = blocks[index + 1];
    return next ? changeLast(slices, breakBetween(block, next)) : slices;
  });
  const [opening] = measured;
  if (opening && blocks.length > 1 && blocks[0]?.type === "paragraph" && opening.length <= fewLines) {
    measured[0] = changeLast(opening, {
      breakCost: Math.max(columnBreak.afterShortOpening, opening.at(-1)?.breakCost ?? 0),
    });
  }
  const isShort = blocks.at(-1)?.type === "paragraph" && (measured.at(-1)?.length ?? 0) <= fewLines;
  const closed = measured.at(-2);
  if (isShort && closed) measured[measured.length - 2] = changeLast(closed, { breakCost: beforeClosing(closed) });
  return measured.flat();
}

/**
 * Paragraphs of so few lines look left behind at the foot of a column if they open a text, at its head if they close
 * it.
 */
const fewLines = 2;

function beforeClosing(closed: readonly Slice[]): number {
  return Math.max(columnBreak.insideText, closed.at(-1)?.breakCost ?? 0);
}

/** Cost of a column break between two blocks that belong together. */
function breakBetween(block: Block, next: Block): Partial<Slice> {
  if (block.type === "code") {
    if (next.type !== "code" || next.lang !== "output") return {};
    return {
      breakCost: next.data.tokens.length > shortOutput ? columnBreak.beforeLongOutput : columnBreak.beforeOutput,
    };
  }
  if (block.type === "math" && next.type === "paragraph" && continuesSentence(next))
    return { breakCost: columnBreak.afterFormulaInSentence };
  if (block.type !== "paragraph") return {};
  if (next.type === "code") return { breakCost: columnBreak.beforeCode };
  if (announces(block)) return { breakCost: columnBreak.afterAnnouncement };
  return next.type === "table" ? { breakCost: columnBreak.beforeTable } : {};
}

/** Whether a paragraph is a label, or ends without a full stop: then it announces what follows. */
function announces({ children }: Paragraph): boolean {
  if (children.length === 1 && children[0]?.type === "strong") return true;
  const last = children.at(-1);
  return last?.type === "text" && /[\p{L}\d:,;]\s*$/u.test(last.value);
}

/** Whether a paragraph continues the sentence of the formula above. */
function continuesSentence({ children }: Paragraph): boolean {
  const [first] = children;
  return first?.type === "text" && /^\p{Ll}/u.test(first.value);
}

/** Output of up to so many lines should stay with the code that printed it. */
const shortOutput = 10;

/** Slices with a change to the last one. */
export function changeLast(slices: readonly Slice[], change: Partial<Slice>): Slice[] {
  return slices.map((slice, index) => (index === slices.length - 1 ? { ...slice, ...change } : slice));
}

/** Forbids a column break after the last of these slices. */
export function keepLastWithNext(slices: readonly Slice[]): Slice[] {
  return changeLast(slices, { breakCost: columnBreak.forbidden });
}

/** Space above a block, in points. */
function gapBefore(block: Block, context: MeasureContext): number {
  switch (block.type) {
    case "paragraph":
    case "list":
      return 0.28 * context.blockSpacing * context.size;
    case "heading":
      return 0.7 * context.blockSpacing * context.size;
    case "code":
    case "math":
    case "table":
    case "blockquote":
    case "image":
      return 0.42 * context.blockSpacing * context.size;
    case "thematicBreak":
      return 0.6 * context.blockSpacing * context.size;
    default:
      return unreachable(block);
  }
}

/** Sizes of headings in units of the body text. */
const headingScales = { 2: 1.14, 3: 1.06, 4: 1 } as const;
/** Tags of headings by level. */
const headingTags: Readonly<Record<number, TagType>> = { 2: "H2", 3: "H3", 4: "H4", 5: "H5" };

/** `codeSizeAbove` is the type size of the code right above, if there is any. */
function measureBlock(
  block: Block,
  strip: Strip,
  gap: number,
  codeSizeAbove: number | undefined,
  context: MeasureContext,
): Slice[] {
  switch (block.type) {
    case "paragraph": {
      const type = { size: context.size, weight: "regular" as const };
      return measureText(block.children, strip, { type, gap, tag: { key: strip.key, type: "P" } }, context);
    }
    case "heading": {
      const type = {
        size: context.size * headingScales[block.depth],
        weight: block.depth === 4 ? "semibold" : "bold",
      } as const;
      const tag = { key: strip.key, type: headingTags[block.depth + (strip.isInSection ? 1 : 0)] ?? "H6" };
      const options = { type, gap, tag, colour: context.theme.heading };
      return measureText(block.children, strip, options, context).map(keepWithNext);
    }
    case "list":
      return measureList(block, strip, gap, context, measureBlocks);
    case "code":
      if (block.lang !== "output") return measureCode(block, strip, { gap }, context);
      return measureCode(
        block,
        strip,
        { gap, isOutput: true, ...(codeSizeAbove ? { mostSize: codeSizeAbove } : {}) },
        context,
      );
    case "math":
      return measureFormula(block.value, strip, gap, context);
    case "table":
      return measureTable(block, strip, gap, context);
    case "blockquote":
      return measureQuote(block.children, strip, gap, context);
    case "image":
      return measureFigure(block, strip, gap, context);
    case "thematicBreak":
      return [measureRule(strip, gap, context)];
    default:
      return unreachable(block);
  }
}

/** Forbids a column break after a slice, such as a heading. */
export function keepWithNext(slice: Slice): Slice {
  return { ...slice, breakCost: columnBreak.forbidden };
}

function measureQuote(blocks: readonly Block[], strip: Strip, gap: number, context: MeasureContext): Slice[] {
  const indent = Math.min(context.size, strip.width / 2);
  const bar = { colour: context.theme.rule, width: 0.24 * context.size };
  const background = { key: strip.key, x: strip.x, width: strip.width, bar };
  const quoted = innerStrip(strip, "quote", {
    x: strip.x + indent,
    width: strip.width - indent,
    tags: [...strip.tags, { key: strip.key, type: "BlockQuote" }],
    backgrounds: [...strip.backgrounds, background],
  });
  return measureBlocks(blocks, quoted, context).map((slice, index) => (index === 0 ? { ...slice, gap } : slice));
}

/** A thematic break: a short rule. */
function measureRule(strip: Strip, gap: number, context: MeasureContext): Slice {
  const middle = strip.x + strip.width / 2;
  const half = Math.min(strip.width / 2, 2 * context.size);
  const height = 0.6 * context.size;
  const rule = {
    kind: "line" as const,
    from: [middle - half, height / 2] as const,
    to: [middle + half, height / 2] as const,
    thickness: 0.6,
    colour: context.theme.rule,
  };
  return {
    height,
    gap,
    breakCost: columnBreak.betweenBlocks,
    content: [{ tags: [], drawings: [rule] }],
    backgrounds: strip.backgrounds,
  };
}
