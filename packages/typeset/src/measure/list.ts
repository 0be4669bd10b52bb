import type { Block, List, ListItem } from "@high-recall/core";
import type { Drawing } from "../display-list/display-list.ts";
import { addPieces } from "./draw-text.ts";
import { type Environment, type Frame, inner } from "./measure-context.ts";
import { betweenBlocks, insideText } from "./paragraph.ts";
import type { Slice, SliceContent, TagStep } from "./slice.ts";

type MeasureBlocks = (blocks: readonly Block[], frame: Frame, env: Environment) => Slice[];

/** Signs of unordered lists, by nesting. */
const signs = ["▪", "–", "·"];

/** A list: each entry indented, its sign or number hanging at its first line. */
export function measureList(
  list: List,
  frame: Frame,
  gap: number,
  env: Environment,
  measureBlocks: MeasureBlocks,
): Slice[] {
  const labels = list.children.map((item, index) => labelOf(list, item, index, frame));
  const widest = Math.max(0, ...labels.map((label) => env.fonts.width("sans", label) * env.size));
  const indent = Math.min(frame.width / 2, Math.max(1.05 * env.size, widest + 0.42 * env.size));
  const tag: TagStep = { key: frame.key, type: "L", isOrdered: list.ordered };
  const between = (list.spread ? 0.32 : 0.08) * env.air * env.size;
  return list.children.flatMap((item, index) => {
    const key = `${frame.key}.${index}`;
    const itemTag: TagStep = { key, type: "LI" };
    const itemFrame = inner(frame, index, {
      x: frame.x + indent,
      width: frame.width - indent,
      depth: frame.depth + 1,
      tags: [...frame.tags, tag, itemTag, { key: `${key}.body`, type: "LBody" }],
    });
    const blocks = measureBlocks(item.children, itemFrame, env);
    const isLone = item.children.length === 1 && item.children[0]?.type === "paragraph";
    const measured = isLone ? blocks.map(withoutParagraph) : blocks;
    const slices = measured.length > 0 ? measured : [emptyLine(frame, env)];
    const label = drawLabel(labels[index] ?? "", list, indent, frame, slices[0] as Slice, env);
    const content: SliceContent = {
      tags: [...frame.tags, tag, itemTag, { key: `${key}.label`, type: "Lbl" }],
      drawings: label,
    };
    const breakCost = entryBreak(index, list.children.length);
    return slices.map((each, at): Slice => {
      const slice = at === slices.length - 1 ? { ...each, breakCost: Math.max(each.breakCost, breakCost) } : each;
      if (at > 0) return slice;
      return { ...slice, gap: index === 0 ? gap : between, content: [content, ...slice.content] };
    });
  });
}

/** A lone paragraph is the body itself, not an element in it. */
function withoutParagraph(slice: Slice): Slice {
  const isBody = (step: TagStep | undefined) => step?.type === "LBody";
  const content = slice.content.map((each) => ({
    ...each,
    tags: each.tags.filter((step, index) => step.type !== "P" || !isBody(each.tags[index - 1])),
  }));
  return { ...slice, content };
}

/** Cost of ending a column after an entry: neither the first nor the last should stand alone. */
function entryBreak(index: number, count: number): number {
  if (index === count - 1) return betweenBlocks;
  return index === 0 || index === count - 2 ? besideLone : betweenEntries;
}

const besideLone = 2 * insideText;
const betweenEntries = 1.5 * betweenBlocks;

function labelOf(list: List, item: ListItem, index: number, frame: Frame): string {
  if (item.checked !== null) return item.checked ? "☑" : "☐";
  if (list.ordered) return `${(list.start ?? 1) + index}.`;
  return signs[frame.depth % signs.length] ?? "▪";
}

/** The sign of an entry; a number ends where the text begins, less a space. */
function drawLabel(label: string, list: List, indent: number, frame: Frame, first: Slice, env: Environment): Drawing[] {
  const drawings: Drawing[] = [];
  const width = env.fonts.width("sans", label) * env.size;
  const left = list.ordered ? indent - width - 0.35 * env.size : Math.max(0, 0.18 * env.size);
  const colour = list.ordered ? env.palette.text : frame.accent;
  addPieces(drawings, "sans", label, frame.x + left, baselineOf(first, env), env.size, colour, env);
  return drawings;
}

/** Baseline of the first text in a slice. */
export function baselineOf(slice: Slice, env: Environment): number {
  for (const { tags, drawings } of slice.content) {
    if (tags.length === 0) continue;
    const text = drawings.find((drawing) => drawing.kind === "text" || drawing.kind === "formula");
    if (text && "y" in text) return text.y;
  }
  return env.size * 0.98;
}

function emptyLine(frame: Frame, env: Environment): Slice {
  const height = env.size * env.leading;
  return { height, gap: 0, breakCost: betweenBlocks, content: [], grounds: frame.grounds };
}
