import type { Item, Topic } from "@high-recall/core";
import { type HtmlOptions, renderBlocks, renderInlines } from "@high-recall/html";
import { type FigureFile, format, type ItemEntry, TopicDocument } from "./documents.ts";
import { inSchemaOrder } from "./key-order.ts";
import { textOf } from "./text.ts";

/** topics/<id>.json: the topic's page and a list of its items. */
export function topicDocument(
  topic: Topic,
  figures: ReadonlyMap<string, FigureFile>,
  options: HtmlOptions,
): TopicDocument {
  return inSchemaOrder(TopicDocument, {
    $schema: "../schema.json",
    document: "topic",
    format,
    id: topic.id,
    title: topic.title,
    summary: topic.summary,
    introduction: topic.introduction,
    items: topic.items.map((item) => entryOf(item, options)),
    figures: [...figures.values()],
    text: { introduction: textOf(topic.introduction) },
    html: {
      title: renderInlines(topic.title.children, options),
      summary: renderInlines(topic.summary.children, options),
      introduction: renderBlocks(topic.introduction, options),
    },
  });
}

function entryOf(item: Item, options: HtmlOptions): ItemEntry {
  return {
    id: item.id,
    kind: item.kind,
    title: item.title.text,
    titleHtml: renderInlines(item.title.children, options),
    ...("short" in item ? { short: item.short.text } : {}),
    importance: item.importance,
    ...(item.difficulty ? { difficulty: item.difficulty } : {}),
    tags: item.tags,
  };
}
