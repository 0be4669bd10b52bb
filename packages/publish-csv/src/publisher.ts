import { type Curriculum, itemsOf, type Publisher, select } from "@high-recall/core";
import { tagsOf } from "../tags.ts";
import { cardsOf } from "./cards.ts";
import { markdownOf } from "./markdown.ts";
import { plainLines } from "./plain.ts";
import { CsvProduct } from "./product.ts";

/** The back end for apps that import a table of cards, such as Quizlet, Mochi and RemNote. */
export function createCsvPublisher(): Publisher<CsvProduct> {
  return {
    name: "csv",
    product: CsvProduct,
    publish: async (curriculum, products) => ({
      artifacts: products.map((product) => ({
        path: product.path,
        bytes: new TextEncoder().encode(tableOf(curriculum, product)),
      })),
      notices: [],
    }),
  };
}

function tableOf(curriculum: Curriculum, product: CsvProduct): string {
  const chosen = select(curriculum, {
    topics: product.topics ?? [],
    tags: product.tags ?? [],
    difficulty: product.difficulty ?? [],
    kinds: product.kinds ?? [],
  });
  const items = new Map(itemsOf(chosen).map((item) => [item.id, item]));
  const isTsv = product.path.endsWith(".tsv");
  const textOf = product.text === "markdown" ? markdownOf : plainOf;
  const rows = chosen.order.flatMap((id) => {
    const item = items.get(id);
    if (item === undefined) return [];
    const tags = tagsOf(item, curriculum.edition).join(" ");
    return cardsOf(item).map(({ front, back }) => {
      const sides = [textOf(front), textOf(back)];
      return isTsv ? sides.map(onOneLine).join("\t") : [...sides, tags, id].map(quoted).join(",");
    });
  });
  return isTsv ? lines(rows, "\n") : lines(["front,back,tags,id", ...rows], "\r\n");
}

function plainOf(blocks: Parameters<typeof plainLines>[0]): string {
  return plainLines(blocks).join("\n").trim();
}

/** Of a table of tabs a line is a card and a tab parts its sides, so neither may be in them. */
function onOneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ⏎ ").replaceAll("\t", "    ");
}

/** A cell as RFC 4180 writes it. */
function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function lines(rows: readonly string[], end: string): string {
  return rows.map((row) => `${row}${end}`).join("");
}
