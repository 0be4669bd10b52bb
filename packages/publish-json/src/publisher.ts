import {
  type Artifact,
  type Curriculum,
  figureBytes,
  figureText,
  type Item,
  itemsOf,
  type Publisher,
  select,
  selectsAll,
  type Topic,
  withSafeLinks,
} from "@high-recall/core";
import { type HtmlOptions, standaloneFigure, stylesheet } from "@high-recall/html";
import type { FigureFile, PublishedDocument } from "./documents.ts";
import { figureFilesOf, figurePath } from "./figures.ts";
import { itemDocument } from "./item.ts";
import type { JsonProduct } from "./product.ts";
import { jsonSchema } from "./schema.ts";
import { topicDocument } from "./topic.ts";
import { curriculumPieces, indexDocument, redirectsDocument, searchDocument } from "./whole.ts";

/** The reference back end: versioned JSON, described by a JSON Schema. It needs nothing from outside. */
export function createJsonPublisher(): Publisher<JsonProduct> {
  return {
    publish: async (curriculum, products) => ({
      artifacts: documentsOf(withSafeLinks(curriculum), products),
      notices: [],
    }),
  };
}

function* documentsOf(curriculum: Curriculum, products: readonly JsonProduct[]): Generator<Artifact> {
  for (const product of products) {
    for (const { path, bytes } of documentsOfOne(selected(curriculum, product), product)) {
      yield { path: `${product.path}/${path}`, bytes };
    }
  }
}

/** Only a selection drops topics without items. */
function selected(curriculum: Curriculum, product: JsonProduct): Curriculum {
  return selectsAll(product) ? curriculum : select(curriculum, product);
}

/** Lines in a piece of items.ndjson: about 1 MB. */
const linesOfPiece = 50;

/** Made item by item, since the HTML of all is many times as large as the curriculum. */
function* documentsOfOne(curriculum: Curriculum, product: JsonProduct): Generator<Artifact> {
  const items = new Map(itemsOf(curriculum).map((item) => [item.id, item]));
  const inOrder = curriculum.order.map((id) => found(items, id));
  const topics = new Map(curriculum.topics.map((topic) => [topic.id, contextOf(topic, product, items)]));
  yield fileOf("schema.json", pageOf(jsonSchema()));
  yield fileOf("index.json", pageOf(indexDocument(curriculum, product)));
  for (const piece of curriculumPieces(curriculum)) yield fileOf("curriculum.json", piece);
  yield fileOf("search.json", lineOf(searchDocument(inOrder)));
  yield fileOf("redirects.json", pageOf(redirectsDocument(inOrder)));
  yield fileOf("items.ndjson", "");
  yield fileOf("style.css", stylesheet());
  for (const topic of curriculum.topics) {
    const { files, options } = found(topics, topic.id);
    yield fileOf(`topics/${topic.id}.json`, lineOf(topicDocument(topic, files, options)));
  }
  let lines: string[] = [];
  for (const item of inOrder) {
    const { files, options } = found(topics, item.topic);
    const line = lineOf(itemDocument(item, files, options));
    yield fileOf(`items/${item.id}.json`, line);
    lines.push(line);
    if (lines.length < linesOfPiece) continue;
    yield fileOf("items.ndjson", lines.join(""));
    lines = [];
  }
  yield fileOf("items.ndjson", lines.join(""));
  for (const topic of curriculum.topics) yield* figureArtifacts(topic);
}

interface TopicContext {
  /** By the path that images name them with. */
  readonly files: ReadonlyMap<string, FigureFile>;
  readonly options: HtmlOptions;
}

function contextOf(topic: Topic, product: JsonProduct, items: ReadonlyMap<string, Item>): TopicContext {
  const files = figureFilesOf(topic, product);
  const svgs = new Map(topic.figures.map((figure) => [figure.path, figureText(figure)]));
  const options: HtmlOptions = {
    math: product.math,
    // A fragment: the app that shows the HTML knows where the item is, by the id in `data-item`.
    linkTo: (id) => (items.has(id) ? `#${id}` : undefined),
    figure: (path) => {
      const file = files.get(path);
      return file && { ...file, svg: svgs.get(path) };
    },
  };
  return { files, options };
}

/** A value that a linked curriculum always has. */
function found<Value>(values: ReadonlyMap<string, Value>, id: string): Value {
  const value = values.get(id);
  if (value === undefined) throw new Error(`Nothing has the id \`${id}\`: the curriculum is not linked`);
  return value;
}

function figureArtifacts(topic: Topic): Artifact[] {
  return topic.figures.map((figure) => {
    const svg = figureText(figure) ?? "";
    const alone = standaloneFigure(svg);
    const path = figurePath(topic.id, figure);
    return alone === svg ? { path, bytes: figureBytes(figure) } : fileOf(path, alone);
  });
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
