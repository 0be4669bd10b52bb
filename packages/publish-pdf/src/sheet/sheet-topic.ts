import type { Topic } from "@high-recall/core";
import {
  columnBreak,
  type Drawing,
  drawLabel,
  drawLine,
  type Label,
  labelWidth,
  layoutText,
  type MeasureContext,
  readableText,
  type Slice,
  type Strip,
  tint,
  tokenize,
} from "@high-recall/typeset";
import { topicColour } from "../shared/theme.ts";
import type { SheetContent } from "./sheet-content.ts";
import { measureItem } from "./sheet-item.ts";

/** Indent of text inside the topic bars, in points. */
const inset = 2;

/** A topic as runs of slices: the bar with its name, then one run per item. */
export function* topicRuns(
  topic: Topic,
  { product, numberOf, items }: Pick<SheetContent, "product" | "numberOf" | "items">,
  columnWidth: number,
  context: MeasureContext,
): Generator<readonly Slice[]> {
  const number = numberOf(topic);
  const accent = topicColour(product.ink, number);
  const figures = new Map(topic.figures.map((figure) => [figure.path, figure]));
  const section = { key: `topic/${topic.id}`, type: "Sect" as const };
  const strip: Strip = {
    x: inset,
    width: columnWidth - 2 * inset,
    accent,
    figures,
    key: `topic/${topic.id}`,
    tags: [section],
    backgrounds: [],
    depth: 0,
    isInSection: false,
  };
  const style = styleOf(strip, context);
  yield [topicBar(topic, number, columnWidth, strip, context)];
  for (const [place, item] of topic.items.entries()) {
    const tags = [section, { key: item.id, type: "Sect" as const }];
    const measure = () => measureItem(item, { ...strip, key: item.id, tags }, context);
    const setting = { figures: topic.figures, hasItem: context.hasItem, style };
    const slices = items.slicesOf(item, setting, measure);
    // No dotted rule right below the bar.
    yield place > 0 ? slices : slices.map((slice, index) => (index === 0 ? withoutSeparator(slice, context) : slice));
  }
}

/** Key of everything in the strip and the context that the slices of an item depend on. */
function styleOf({ key, x, width, accent }: Strip, context: MeasureContext): string {
  const { size, leading, blockSpacing, mostBlankLines, maxHeight, theme } = context;
  return JSON.stringify([key, x, width, accent, size, leading, blockSpacing, mostBlankLines, maxHeight, theme.isGrey]);
}

function withoutSeparator({ separator: _, isElastic: __, ...slice }: Slice, context: MeasureContext): Slice {
  return { ...slice, gap: 0.35 * context.size };
}

/** The bar with a topic's number and title. */
function topicBar(topic: Topic, number: number, width: number, strip: Strip, context: MeasureContext): Slice {
  const type = { size: context.size * 1.2, weight: "bold" as const };
  const label: Label = {
    text: String(number),
    face: "sans-bold",
    size: type.size,
    colour: tint(strip.accent, 0.4),
  };
  const numberLeft = 0.8 * context.size;
  const left = Math.max(1.9 * context.size, numberLeft + labelWidth(label, context.fonts) + 0.45 * context.size);
  const pad = 0.36 * context.size;
  // Inline code gets no background of its own on the dark bar.
  const tokens = tokenize(topic.title.children).map((token) =>
    token.kind === "word" ? { ...token, style: { ...token.style, isCode: false } } : token,
  );
  const text = layoutText(tokens, width - left - pad, type, 1.2, context);
  const height = text.height + 2 * pad;
  const bar: Drawing = { kind: "rectangle", x: 0, y: 0, width, height, radius: 2.2, fill: strip.accent };
  const tag = { key: `${strip.key}.title`, type: "H1" as const };
  const baseline = pad + (text.lines[0]?.baseline ?? type.size);
  let top = pad;
  const lines = text.lines.flatMap((line) => {
    const place = { x: left, y: top + line.baseline, size: type.size, colour: "#ffffff", key: tag.key };
    top += line.height;
    return drawLine(line.atoms, { ...place, tags: [...strip.tags, tag] }, context);
  });
  return {
    height,
    gap: 1.1 * context.size,
    isElastic: true,
    breakCost: columnBreak.forbidden,
    content: [
      { tags: [], drawings: [bar] },
      { tags: [...strip.tags, tag], drawings: drawLabel(label, numberLeft, baseline, left, context.fonts) },
      ...lines,
    ],
    backgrounds: [],
    anchors: [{ name: strip.key, outline: { title: readableText(topic.title.children), level: 0 } }],
  };
}
