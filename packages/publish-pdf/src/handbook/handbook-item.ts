import type { Item } from "@high-recall/core";
import {
  columnBreak,
  innerStrip,
  keepWithNext,
  type MeasureContext,
  measureBlocks,
  plain,
  readableText,
  type Slice,
  type Strip,
  sliceText,
  type TagStep,
  type Token,
  tokenize,
} from "@high-recall/typeset";
import { otherNames } from "../shared/other-names.ts";
import { bookHeading, joinSlices, type References, space, withGapAbove, wordTokens } from "./book.ts";
import { measureFullLead } from "./full-lead.ts";
import { readOn, sourceSlices } from "./read-on.ts";

/** Measures an item in full: title, facts, lead, sections, references, sources. */
export function measureFullItem(item: Item, strip: Strip, references: References, context: MeasureContext): Slice[] {
  const title = bookHeading(
    tokenize(item.title.children),
    strip,
    { key: "title", tag: "H2", scale: 1.32, gap: 0 },
    context,
  );
  const slices = [
    ...title,
    ...facts(item, references.numbers.get(item.id), strip, context),
    ...withGapAbove(measureFullLead(item, strip, references, context), 0.55 * context.size),
    ...item.sections.flatMap((section) => [
      ...bookHeading(
        tokenize(section.heading.children),
        strip,
        { key: section.name, tag: "H3", scale: 1.06, gap: 1.1 * context.size, colour: strip.accent },
        context,
      ),
      ...withGapAbove(
        measureBlocks(section.blocks, innerStrip(strip, section.name, { isInSection: true }), context),
        0.28 * context.size,
      ),
    ]),
  ];
  const outline = { title: readableText(item.title.children), level: 1 };
  const separator = { x: strip.x, width: strip.width, colour: context.theme.rule };
  const referred = joinSlices(slices, readOn(item, strip, references, context), columnBreak.beforeCrossReferences);
  const all = joinSlices(referred, sourceSlices(item, strip, context), columnBreak.beforeSources);
  return all.map((slice, index) => ({
    ...slice,
    ...(index === 0
      ? { gap: 2.4 * context.size, separator, isElastic: true, anchors: [{ name: item.id, outline }] }
      : {}),
    ...(index === all.length - 1 ? { breakCost: columnBreak.free } : {}),
  }));
}

const kindNames: Readonly<Record<Item["kind"], string>> = {
  question: "Question",
  formula: "Formula",
  code: "Code",
  term: "Term",
  pitfall: "Pitfall",
  guide: "Guide",
  path: "Path",
};

/** One quiet line of number, kind, difficulty and tags without repetition; then other names or wordings. */
function facts(item: Item, number: string | undefined, strip: Strip, context: MeasureContext): Slice[] {
  const parts: string[] = number === undefined ? [] : [number];
  parts.push(item.kind === "term" && item.category === "tool" ? "Tool" : kindNames[item.kind]);
  if (item.kind === "question" && item.style !== "theory") parts.push(item.style);
  if (item.difficulty) parts.push(item.difficulty);
  if (item.kind === "code") parts.push([item.language, ...item.requires].join(", "));
  parts.push(...item.tags);
  const line = (key: string, tokens: readonly Token[], gap: number) => {
    const type = { size: context.size * 0.86, weight: "regular" as const };
    const tag: TagStep = { key: `${strip.key}.${key}`, type: "P" };
    return sliceText(tokens, strip, { type, tag, gap, colour: context.theme.quiet }, context).map(keepWithNext);
  };
  const wordings = item.kind === "question" ? item.asked : item.kind === "term" ? otherNames(item) : [];
  const lead = item.kind === "term" ? "Also called" : "Also asked:";
  const others = wordings.flatMap((phrase, index): Token[] => [
    ...(index === 0
      ? [...wordTokens(lead), space]
      : [{ kind: "word", text: item.kind === "term" ? "," : " ·", style: plain } as const, space]),
    ...tokenize(phrase.children, { ...plain, isItalic: true }),
  ]);
  return [
    ...line("facts", wordTokens([...new Set(parts)].join(" · ")), 0.12 * context.size),
    ...(others.length > 0 ? line("asked", others, 0.1 * context.size) : []),
  ];
}
