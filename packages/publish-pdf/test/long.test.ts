import { readFonts } from "@high-recall/typeset/node";
import { beforeAll, expect, test } from "vitest";
import { createPdfPublisher, product } from "../src/index.ts";
import { common, curriculumOf, paragraph, text, topicOf } from "./sample/build.ts";
import { nodesOf, type ReadPdf, readPdf, spoken, wordsOf } from "./support/read-pdf.ts";

/** Enough items that pages are broken and the structure tree is written in several steps. */
const titles = Array.from({ length: 1100 }, (_, index) => `Title ${index}`);
/** As a sheet says them: with kind and number. */
const numbered = titles.map((title, index) => `☞1.${index + 1} ${title}`);
const lead = (title: string) => [paragraph([text(`${title} begins. ${"And it goes on for a while. ".repeat(14)}`)])];
const items = titles.map((title, index) => ({
  ...common("t", `item-${index}`, title),
  kind: "guide" as const,
  lead: lead(title),
}));
const sheet = product.parse({ layout: "sheet", path: "long.pdf", size: 9, columns: 2 });
let read: ReadPdf;

beforeAll(async () => {
  const curriculum = curriculumOf(topicOf("t", "A topic", items));
  const { artifacts } = await createPdfPublisher({ fonts: readFonts() }).publish(curriculum, [sheet]);
  read = await readPdf(artifacts[0]?.bytes ?? new Uint8Array());
});

test("a long sheet has every title once in its structure, in order", () => {
  expect(read.pages.length).toBeGreaterThan(60);
  expect(nodesOf(read.tree, "H2").map((node) => wordsOf(spoken(node)))).toEqual(numbered);
});

test("a long sheet has every title once in its outline, in order", () => {
  expect(read.outline.flatMap((topic) => topic.items.map((item) => item.title))).toEqual(titles);
});

test("every page of a long sheet shows the number of pages", () => {
  read.pages.forEach((page, index) => {
    expect(page).toContain(`${index + 1} / ${read.pages.length}`);
  });
});
