import type { Block, List, ListItem } from "@high-recall/core";
import { columnBreak } from "../costs.ts";
import type { Drawing } from "../display-list/display-list.ts";
import { drawText } from "./draw-text.ts";
import type { MeasureContext } from "./measure-context.ts";
import type { Slice, SliceContent, TagStep } from "./slice.ts";
import { innerStrip, type Strip } from "./strip.ts";

type MeasureBlocks = (blocks: readonly Block[], strip: Strip, context: MeasureContext) => Slice[];

/** Bullets by nesting depth. */
const signs = ["▪", "–", "·"];

/** Measures a list: entries are indented, with a hanging bullet or number. */
export function measureList(
  list: List,
  strip: Strip,
  gap: number,
  context: MeasureContext,
  measureBlocks: MeasureBlocks,
): Slice[] {
  const labels = list.children.map((item, index) => labelOf(list, item, index, strip));
  const widest = Math.max(0, ...labels.map((label) => context.fonts.width("sans", label) * context.size));
  const indent = Math.min(strip.width / 2, Math.max(1.05 * context.size, widest + 0.42 * context.size));
  const tag: TagStep = { key: strip.key, type: "L", isOrdered: list.ordered };
  const between = (list.spread ? 0.32 : 0.08) * context.blockSpacing * context.size;
  return list.children.flatMap((item, index) => {
    const key = `${strip.key}.${index}`;
    const itemTag: TagStep = { key, type: "LI" };
    const itemStrip = innerStrip(strip, index, {
      x: strip.x + indent,
      width: strip.width - indent,
      depth: strip.depth + 1,
      tags: [...strip.tags, tag, itemTag, { key: `${key}.body`, type: "LBody" }],
    });
    const blocks = measureBlocks(item.children, itemStrip, context);
    const isLone = item.children.length === 1 && item.children[0]?.type === "paragraph";
    const measured = isLone ? blocks.map(withoutParagraph) : blocks;
    const slices = measured.length > 0 ? measured : [emptyLine(strip, context)];
    const label = drawLabel(labels[index] ?? "", list, indent, strip, slices[0] as Slice, context);
    const content: SliceContent = {
      tags: [...strip.tags, tag, itemTag, { key: `${key}.label`, type: "Lbl" }],
      drawings: label,
    };
    const breakCost = entryBreakCost(index, list.children.length);
    return slices.map((each, at): Slice => {
      const slice = at === slices.length - 1 ? { ...each, breakCost: Math.max(each.breakCost, breakCost) } : each;
      if (at > 0) return slice;
      return { ...slice, gap: index === 0 ? gap : between, content: [content, ...slice.content] };
    });
  });
}

/** If an entry is a single paragraph, its body needs no `P` element. */
function withoutParagraph(slice: Slice): Slice {
  const isBody = (step: TagStep | undefined) => step?.type === "LBody";
  const content = slice.content.map((each) => ({
    ...each,
    tags: each.tags.filter((step, index) => step.type !== "P" || !isBody(each.tags[index - 1])),
  }));
  return { ...slice, content };
}

/** Cost of ending a column after an entry: neither the first nor the last should be alone. */
function entryBreakCost(index: number, count: number): number {
  if (index === count - 1) return columnBreak.betweenBlocks;
  return index === 0 || index === count - 2 ? columnBreak.besideLoneListEntry : columnBreak.betweenListEntries;
}

function labelOf(list: List, item: ListItem, index: number, strip: Strip): string {
  if (item.checked !== null) return item.checked ? "☑" : "☐";
  if (list.ordered) return `${(list.start ?? 1) + index}.`;
  return signs[strip.depth % signs.length] ?? "▪";
}

/** Draws a bullet or number. Numbers are right-aligned to the text. */
function drawLabel(
  label: string,
  list: List,
  indent: number,
  strip: Strip,
  first: Slice,
  context: MeasureContext,
): Drawing[] {
  const drawings: Drawing[] = [];
  const width = context.fonts.width("sans", label) * context.size;
  const left = list.ordered ? indent - width - 0.35 * context.size : Math.max(0, 0.18 * context.size);
  const colour = list.ordered ? context.theme.text : strip.accent;
  drawText(drawings, "sans", label, strip.x + left, baselineOf(first, context), context.size, colour, context);
  return drawings;
}

/** Baseline of the first text in a slice. */
export function baselineOf(slice: Slice, context: MeasureContext): number {
  for (const { tags, drawings } of slice.content) {
    if (tags.length === 0) continue;
    const text = drawings.find((drawing) => drawing.kind === "text" || drawing.kind === "formula");
    if (text && "y" in text) return text.y;
  }
  return context.size * 0.98;
}

function emptyLine(strip: Strip, context: MeasureContext): Slice {
  const height = context.size * context.leading;
  return { height, gap: 0, breakCost: columnBreak.betweenBlocks, content: [], backgrounds: strip.backgrounds };
}
