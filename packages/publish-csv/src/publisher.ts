import { cardsOf, tagsOf } from "@high-recall/cards";
import {
  type Artifact,
  type Block,
  type Curriculum,
  itemsOf,
  type Publisher,
  select,
  withSafeLinks,
} from "@high-recall/core";
import { asText } from "./formula-cells.ts";
import { markdownOf } from "./markdown.ts";
import { plainLines } from "./plain.ts";
import type { CsvProduct } from "./product.ts";

/** The back end for apps that import a table of cards, such as Quizlet, Mochi and RemNote. */
export function createCsvPublisher(): Publisher<CsvProduct> {
  return {
    publish: async (curriculum, products) => ({
      artifacts: tablesOf(withSafeLinks(curriculum), products),
      notices: [],
    }),
  };
}

function* tablesOf(curriculum: Curriculum, products: readonly CsvProduct[]): Generator<Artifact> {
  for (const product of products) {
    yield { path: product.path, bytes: new TextEncoder().encode(tableOf(curriculum, product)) };
  }
}

function tableOf(curriculum: Curriculum, product: CsvProduct): string {
  const chosen = select(curriculum, product);
  const items = new Map(itemsOf(chosen).map((item) => [item.id, item]));
  const all = new Map(itemsOf(curriculum).map((item) => [item.id, item]));
  const isTsv = product.path.endsWith(".tsv");
  const sideOf = product.text === "markdown" ? markdownOf : plainOf;
  const textOf = (blocks: readonly Block[]) => asText(sideOf(blocks), product.text);
  const rows = chosen.order.flatMap((id) => {
    const item = items.get(id);
    if (item === undefined) return [];
    const tags = tagsOf(item, curriculum.edition).join(" ");
    return cardsOf(item, (other) => all.get(other)).map(({ front, back }) => {
      const sides = [textOf(front), textOf(back)];
      return isTsv ? sides.map(onOneLine).join("\t") : [...sides, tags, id].map(quoted).join(",");
    });
  });
  return isTsv ? lines(rows, "\n") : lines(["front,back,tags,id", ...rows], "\r\n");
}

function plainOf(blocks: readonly Block[]): string {
  return plainLines(blocks).join("\n").trim();
}

/** In a TSV, a line break ends the card and a tab ends its front, so the text may hold neither. */
function onOneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ⏎ ").replaceAll("\t", "    ");
}

/** A cell, quoted by RFC 4180. */
function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function lines(rows: readonly string[], end: string): string {
  return rows.map((row) => `${row}${end}`).join("");
}
