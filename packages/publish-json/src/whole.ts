import type { Curriculum, Item } from "@high-recall/core";
import { katexVersion } from "@high-recall/html";
import {
  CurriculumDocument,
  format,
  IndexDocument,
  RedirectsDocument,
  SearchDocument,
  type SearchEntry,
} from "./documents.ts";
import type { JsonProduct } from "./product.ts";
import { textOf } from "./text.ts";

/** The documents on the whole curriculum. All of them stand beside schema.json. */
const head = { $schema: "schema.json", format };

/** index.json: the edition and its topics. */
export function indexDocument({ edition, topics, order }: Curriculum, product: JsonProduct): IndexDocument {
  return IndexDocument.parse({
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

/** curriculum.json: the intermediate representation as it is, figures included. */
export function curriculumDocument(curriculum: Curriculum): CurriculumDocument {
  return CurriculumDocument.parse({ ...head, document: "curriculum", ...curriculum });
}

/** search.json: what a search on a client looks through. */
export function searchDocument(inOrder: readonly Item[]): SearchDocument {
  return SearchDocument.parse({ ...head, document: "search", items: inOrder.map(searchEntry) });
}

function searchEntry(item: Item): SearchEntry {
  return {
    id: item.id,
    topic: item.topic,
    kind: item.kind,
    ...(item.difficulty ? { difficulty: item.difficulty } : {}),
    title: item.title.text,
    asked: item.kind === "question" ? item.asked.map((phrase) => phrase.text) : [],
    aliases: item.kind === "term" ? item.aliases.map((phrase) => phrase.text) : [],
    tags: item.tags,
    text: textOf(item.lead),
  };
}

/** redirects.json: where items went that have another id now. */
export function redirectsDocument(inOrder: readonly Item[]): RedirectsDocument {
  const moves = inOrder.flatMap((item) => item.formerly.map((old): [string, string] => [old, item.id]));
  const byOldId = moves.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return RedirectsDocument.parse({ ...head, document: "redirects", items: Object.fromEntries(byOldId) });
}
