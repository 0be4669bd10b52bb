import { type Curriculum, type Item, Topic } from "@high-recall/core";
import { katexVersion } from "@high-recall/html";
import {
  CurriculumDocument,
  format,
  IndexDocument,
  RedirectsDocument,
  SearchDocument,
  type SearchEntry,
} from "./documents.ts";
import { inSchemaOrder } from "./key-order.ts";
import type { JsonProduct } from "./product.ts";
import { textOf } from "./text.ts";

/** The documents about the whole curriculum, all beside schema.json. */
const head = { $schema: "schema.json", format } as const;

/** index.json: the edition and its topics. */
export function indexDocument({ edition, topics, order }: Curriculum, product: JsonProduct): IndexDocument {
  return inSchemaOrder(IndexDocument, {
    ...head,
    document: "index",
    edition,
    topics: topics.map(({ id, title, summary, items }) => ({
      id,
      title: title.text,
      summary: summary.text,
      items: items.length,
    })),
    items: order.length,
    math: { output: product.math, version: katexVersion },
  });
}

/** curriculum.json, figures included, in pieces of one line of JSON: the whole is too large to have in memory twice. */
export function* curriculumPieces({ topics, ...rest }: Curriculum): Generator<string> {
  const frame = JSON.stringify(
    inSchemaOrder(CurriculumDocument, { ...head, document: "curriculum", ...rest, topics: [] }),
  );
  const [before = "", after = ""] = frame.split('"topics":[]');
  yield `${before}"topics":[`;
  for (const [index, topic] of topics.entries()) {
    yield `${index === 0 ? "" : ","}${JSON.stringify(inSchemaOrder(Topic, topic))}`;
  }
  yield `]${after}\n`;
}

/** search.json: the data for search on a client. */
export function searchDocument(inOrder: readonly Item[]): SearchDocument {
  return inSchemaOrder(SearchDocument, { ...head, document: "search", items: inOrder.map(searchEntry) });
}

function searchEntry(item: Item): SearchEntry {
  return {
    id: item.id,
    topic: item.topic,
    kind: item.kind,
    ...(item.difficulty ? { difficulty: item.difficulty } : {}),
    importance: item.importance,
    title: item.title.text,
    ...("short" in item ? { short: item.short.text } : {}),
    asked: item.kind === "question" ? item.asked.map((phrase) => phrase.text) : [],
    aliases: item.kind === "term" ? item.aliases.map((phrase) => phrase.text) : [],
    tags: item.tags,
    text: textOf(item.lead),
  };
}

/** redirects.json: the present ids of renamed items. */
export function redirectsDocument(inOrder: readonly Item[]): RedirectsDocument {
  const moves = inOrder.flatMap((item) => item.formerly.map((old): [string, string] => [old, item.id]));
  const byOldId = moves.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return inSchemaOrder(RedirectsDocument, { ...head, document: "redirects", items: Object.fromEntries(byOldId) });
}
