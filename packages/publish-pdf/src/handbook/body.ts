import { type Item, itemsOf, type Topic } from "@high-recall/core";
import {
  type Environment,
  type Frame,
  measureBlocks,
  never,
  readableText,
  type Slice,
  sliceText,
  tokenize,
} from "@high-recall/typeset";
import { type Book, bookHeading, type PageOf, type References } from "./book.ts";
import { measureFullItem } from "./handbook-item.ts";

/** The chapters: a topic each, with every item in full. */
export function bodySlices(book: Book, width: number, pageOf: PageOf, env: Environment): Slice[] {
  const items: ReadonlyMap<string, Item> = new Map(itemsOf(book.curriculum).map((item) => [item.id, item]));
  const references: References = { items, pageOf };
  return book.curriculum.topics.flatMap((topic) => {
    const number = book.numberOf(topic);
    const section = { key: `topic/${topic.id}`, type: "Sect" as const };
    const frame: Frame = {
      x: 0,
      width,
      accent: env.palette.topic(number - 1),
      figures: new Map(topic.figures.map((figure) => [figure.path, figure])),
      key: `topic/${topic.id}`,
      tags: [section],
      grounds: [],
      depth: 0,
      isInSection: false,
    };
    const full = topic.items.flatMap((item) => {
      const tags = [section, { key: item.id, type: "Sect" as const }];
      return measureFullItem(item, { ...frame, key: item.id, tags }, references, env);
    });
    return [...opener(topic, number, frame, env), ...full];
  });
}

/** How a topic begins: its number, title, summary and introduction, on a new page. */
function opener(topic: Topic, number: number, frame: Frame, env: Environment): Slice[] {
  const numeral = { size: env.size * 3.6, weight: "bold" as const };
  const summary = { size: env.size * 1.12, weight: "regular" as const, isItalic: true };
  const titleTag = { key: `${frame.key}.title`, type: "H1" as const };
  const options = { type: numeral, tag: titleTag, leading: 1, colour: frame.accent };
  const slices = [
    ...sliceText(tokenize([{ type: "text", value: String(number) }]), frame, options, env).map((slice) => ({
      ...slice,
      breakCost: never,
    })),
    ...bookHeading(tokenize(topic.title.children), frame, { key: "title", tag: "H1", scale: 2.3, gap: 0 }, env),
    ...sliceText(
      tokenize(topic.summary.children),
      frame,
      {
        type: summary,
        tag: { key: `${frame.key}.summary`, type: "P" },
        gap: 0.5 * env.size,
        colour: env.palette.quiet,
      },
      env,
    ),
    ...measureBlocks(topic.introduction, { ...frame, key: `${frame.key}.introduction` }, env).map((slice, index) =>
      index === 0 ? { ...slice, gap: 1.2 * env.size } : slice,
    ),
  ];
  const outline = { title: `${number} ${readableText(topic.title.children)}`, level: 0 };
  return slices.map((slice, index) =>
    index === 0 ? { ...slice, startsPage: true, anchors: [{ name: frame.key, outline }] } : slice,
  );
}
