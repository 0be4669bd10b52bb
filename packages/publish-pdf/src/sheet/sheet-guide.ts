import type { Block, GuideItem, Inline, PathItem } from "@high-recall/core";
import {
  innerStrip,
  keepWithNext,
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

/** A path at a glance: whom it is for, and its steps to tick, one after another. */
export function pathSlices(item: PathItem, strip: Strip, context: MeasureContext): Slice[] {
  const tokens = item.steps.flatMap(({ title }, index): Token[] => [
    ...(index === 0 ? [] : [...tokenize([{ type: "text", value: "\u2002" }]), space]),
    { kind: "word", text: "☐\u00a0", style: plain },
    ...tokenize(title.children.map(unbroken)),
  ]);
  const tag: TagStep = { key: `${strip.key}.steps`, type: "P" };
  const type = { size: context.size, weight: "regular" as const };
  return [
    ...measureBlocks(item.lead, innerStrip(strip, "lead"), context).map(withRest),
    ...sliceText(tokens, strip, { type, tag, gap: 0.28 * context.size }, context),
  ];
}

/** A lead that announces what follows does not end a column. */
function withRest(slice: Slice, index: number, all: readonly Slice[]): Slice {
  return index === all.length - 1 ? keepWithNext(slice) : slice;
}

const space: Token = { kind: "space", style: plain };
/** Characters of a title that stays on one line with its box. */
const shortTitle = 48;

function unbroken(inline: Inline): Inline {
  if (inline.type !== "text" || inline.value.length > shortTitle) return inline;
  return { ...inline, value: inline.value.replaceAll(" ", "\u00a0") };
}

/** A guide at a glance: its lead, then all that is to tick when it is a checklist, else what it goes into. */
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
  return headings.length > 0 ? [...lead.map(withRest), ...headings] : lead;
}

function isTickList(block: Block): boolean {
  return block.type === "list" && block.children.every(({ checked }) => checked !== null);
}

/** The headings of its sections, one after another. */
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
