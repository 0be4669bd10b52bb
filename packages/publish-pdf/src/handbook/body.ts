import { type Item, itemsOf, type Topic } from "@high-recall/core";
import {
  keepWithNext,
  type MeasureContext,
  measureBlocks,
  readableText,
  type Slice,
  type Strip,
  sliceText,
  tokenize,
} from "@high-recall/typeset";
import { topicColour } from "../shared/theme.ts";
import { type Book, bookHeading } from "./book.ts";
import type { Run } from "./count-pages.ts";
import { measureFullItem } from "./handbook-item.ts";

/** The chapters: one per topic, with every item in full; a run is the opening of a chapter, or an item. */
export function bodyRuns(book: Book, width: number, context: MeasureContext): Run[] {
  const items: ReadonlyMap<string, Item> = new Map(itemsOf(book.curriculum).map((item) => [item.id, item]));
  return book.curriculum.topics.flatMap((topic): Run[] => {
    const number = book.numberOf(topic);
    const section = { key: `topic/${topic.id}`, type: "Sect" as const };
    const strip: Strip = {
      x: 0,
      width,
      accent: topicColour(book.product.ink, number),
      figures: new Map(topic.figures.map((figure) => [figure.path, figure])),
      key: `topic/${topic.id}`,
      tags: [section],
      backgrounds: [],
      depth: 0,
      isInSection: false,
    };
    const full = topic.items.map(
      (item): Run =>
        (pageOf) => {
          const tags = [section, { key: item.id, type: "Sect" as const }];
          return measureFullItem(
            item,
            { ...strip, key: item.id, tags },
            { items, pageOf, numbers: book.numbers },
            context,
          );
        },
    );
    return [() => opener(topic, number, strip, context), ...full];
  });
}

/** Opening of a chapter, on a new page: number, title, summary and introduction. */
function opener(topic: Topic, number: number, strip: Strip, context: MeasureContext): Slice[] {
  const numeral = { size: context.size * 3.6, weight: "bold" as const };
  const summary = { size: context.size * 1.12, weight: "regular" as const, isItalic: true };
  const titleTag = { key: `${strip.key}.title`, type: "H1" as const };
  const options = { type: numeral, tag: titleTag, leading: 1, colour: strip.accent };
  const slices = [
    ...sliceText(tokenize([{ type: "text", value: String(number) }]), strip, options, context).map(keepWithNext),
    ...bookHeading(tokenize(topic.title.children), strip, { key: "title", tag: "H1", scale: 2.3, gap: 0 }, context),
    ...sliceText(
      tokenize(topic.summary.children),
      strip,
      {
        type: summary,
        tag: { key: `${strip.key}.summary`, type: "P" },
        gap: 0.5 * context.size,
        colour: context.theme.quiet,
      },
      context,
    ),
    ...measureBlocks(topic.introduction, { ...strip, key: `${strip.key}.introduction` }, context).map((slice, index) =>
      index === 0 ? { ...slice, gap: 1.2 * context.size } : slice,
    ),
  ];
  const outline = { title: `${number} ${readableText(topic.title.children)}`, level: 0 };
  return slices.map((slice, index) =>
    index === 0 ? { ...slice, startsPage: true, anchors: [{ name: strip.key, outline }] } : slice,
  );
}
