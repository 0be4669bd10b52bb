import {
  type Artifact,
  type Curriculum,
  figureBytes,
  type Item,
  itemsOf,
  type Publisher,
  type Topic,
} from "@high-recall/core";
import { type HtmlOptions, stylesheet } from "@high-recall/html";
import type { PublishedDocument } from "./documents.ts";
import { figureFilesOf, figurePath } from "./figures.ts";
import { itemDocument } from "./item.ts";
import type { JsonProduct } from "./product.ts";
import { jsonSchema } from "./schema.ts";
import { topicDocument } from "./topic.ts";
import { curriculumDocument, indexDocument, redirectsDocument, searchDocument } from "./whole.ts";

/** The reference back end: versioned JSON, described by a JSON Schema. It needs nothing from outside. */
export function createJsonPublisher(): Publisher<JsonProduct> {
  return {
    publish: async (curriculum, products) => ({
      artifacts: products.flatMap((product) => publishOne(curriculum, product)),
      notices: [],
    }),
  };
}

function publishOne(curriculum: Curriculum, product: JsonProduct): Artifact[] {
  const items = new Map(itemsOf(curriculum).map((item) => [item.id, item]));
  const inOrder = curriculum.order.map((id) => found(items, id));
  const lines = new Map<string, string>();
  const topics: Artifact[] = [];
  const figures: Artifact[] = [];
  for (const topic of curriculum.topics) {
    const files = figureFilesOf(topic, product);
    const options: HtmlOptions = {
      math: product.math,
      // A fragment: whoever shows the HTML knows where the item is, and finds its id in `data-item` too.
      linkTo: (id) => (items.has(id) ? `#${id}` : undefined),
      figure: (path) => files.get(path),
    };
    for (const item of topic.items) lines.set(item.id, lineOf(itemDocument(item, files, options)));
    topics.push(fileOf(`topics/${topic.id}.json`, lineOf(topicDocument(topic, files, options))));
    figures.push(...figureArtifacts(topic));
  }
  const itemLines = inOrder.map((item) => found(lines, item.id));
  const all = [
    fileOf("schema.json", pageOf(jsonSchema())),
    fileOf("index.json", pageOf(indexDocument(curriculum, product))),
    fileOf("curriculum.json", lineOf(curriculumDocument(curriculum))),
    fileOf("search.json", lineOf(searchDocument(inOrder))),
    fileOf("redirects.json", pageOf(redirectsDocument(inOrder))),
    fileOf("items.ndjson", itemLines.join("")),
    fileOf("style.css", stylesheet()),
    ...topics,
    ...inOrder.map((item: Item, index) => fileOf(`items/${item.id}.json`, itemLines[index] ?? "")),
    ...figures,
  ];
  return all.map((artifact) => ({ ...artifact, path: `${product.path}/${artifact.path}` }));
}

/** What the linked curriculum promises to hold. */
function found<Value>(values: ReadonlyMap<string, Value>, id: string): Value {
  const value = values.get(id);
  if (value === undefined) throw new Error(`Unexpected id \`${id}\` in the study order: no topic has such an item`);
  return value;
}

function figureArtifacts(topic: Topic): Artifact[] {
  return topic.figures.map((figure) => ({
    path: figurePath(topic.id, figure),
    bytes: figureBytes(figure),
  }));
}

function fileOf(path: string, text: string): Artifact {
  return { path, bytes: new TextEncoder().encode(text) };
}

/** For programs: one line, so that an item's file is a line of items.ndjson. */
function lineOf(document: PublishedDocument): string {
  return `${JSON.stringify(document)}\n`;
}

/** For people too: indented. */
function pageOf(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
