import type { Block, GuideItem, Inline, PathItem } from "@high-recall/core";
import {
  innerStrip,
  keepLastWithNext,
  type MeasureContext,
  measureBlocks,
  plain,
  type Slice,
  type Strip,
  sliceText,
  type TagStep,
  type Token,
  tokenize,
} from "@high-recall/typeset";

/** A path at a glance: its lead, and its steps as boxes to tick. */
export function pathSlices(item: PathItem, strip: Strip, context: MeasureContext): Slice[] {
  const tokens = item.steps.flatMap(({ title }, index): Token[] => [
    ...(index === 0 ? [] : [...tokenize([{ type: "text", value: "\u2002" }]), space]),
    { kind: "word", text: "☐\u00a0", style: plain },
    ...tokenize(title.children.map(unbroken)),
  ]);
  const tag: TagStep = { key: `${strip.key}.steps`, type: "P" };
  const type = { size: context.size, weight: "regular" as const };
  return [
    ...keepLastWithNext(measureBlocks(item.lead, innerStrip(strip, "lead"), context)),
    ...sliceText(tokens, strip, { type, tag, gap: 0.28 * context.size }, context),
  ];
}

const space: Token = { kind: "space", style: plain };
/** A title of up to so many characters stays on the line of its box. */
const shortTitle = 48;

function unbroken(inline: Inline): Inline {
  if (inline.type !== "text" || inline.value.length > shortTitle) return inline;
  return { ...inline, value: inline.value.replaceAll(" ", "\u00a0") };
}

/** A guide at a glance: its lead, then its entries to tick if it is a checklist, else the headings of its sections. */
export function guideSlices(item: GuideItem, strip: Strip, context: MeasureContext): Slice[] {
  if (item.sections.length > 0 && item.sections.every(({ blocks }) => blocks.every(isTickList))) {
    const lists = item.sections.flatMap(({ heading, blocks }): Block[] => [
      { type: "heading", depth: 4, children: [...heading.children] },
      ...blocks,
    ]);
    return measureBlocks([...item.lead, ...lists], innerStrip(strip, "lead"), context);
  }
  const headings = headingsLine(item, strip, context);
  const lead = measureBlocks(item.lead, innerStrip(strip, "lead"), context);
  return headings.length > 0 ? [...keepLastWithNext(lead), ...headings] : lead;
}

function isTickList(block: Block): boolean {
  return block.type === "list" && block.children.every(({ checked }) => checked !== null);
}

/** Headings of its sections, side by side. */
function headingsLine({ sections }: GuideItem, strip: Strip, context: MeasureContext): Slice[] {
  const tokens = sections.flatMap(({ heading }, index): Token[] => {
    const before: Token[] =
      index === 0
        ? []
        : [
            { kind: "word", text: "\u00a0·", style: plain },
            { kind: "space", style: plain },
          ];
    return [...before, ...tokenize(heading.children)];
  });
  const tag: TagStep = { key: `${strip.key}.sections`, type: "P" };
  const type = { size: context.size * 0.92, weight: "regular" as const };
  return sliceText(tokens, strip, { type, tag, gap: 0.2 * context.size, colour: context.theme.quiet }, context);
}
