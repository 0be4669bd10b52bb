import type { Block, Code } from "@high-recall/core";
import { type Drawing, extentOf, type PackedPage } from "@high-recall/typeset";
import { readFonts } from "@high-recall/typeset/node";
import { beforeAll, describe, expect, test } from "vitest";
import { createPdfPublisher, product } from "../src/index.ts";
import { common, curriculumOf, fence, paragraph, recall, table, topicOf } from "./sample/build.ts";
import { everyBlock, figures, sample } from "./sample/curriculum.ts";
import { hostile } from "./sample/hostile.ts";
import { bookOf, paintWhole, sheetOf } from "./support/layouts.ts";
import { readPdf } from "./support/read-pdf.ts";

/** Glyphs may reach slightly beyond their line, such as the ring of an Å or the hook of a j. */
const overshoot = 2.5;

/** Drawings outside their column or page. */
function strays(pages: readonly PackedPage[]): string[] {
  return pages.flatMap((page, number) => {
    const found: string[] = [];
    const report = (what: string, drawing: Drawing) =>
      found.push(`page ${number + 1}: ${what}: ${JSON.stringify(drawing).slice(0, 200)}`);
    for (const drawing of [...page.runningHeads, ...(page.deferred?.(pages.length) ?? [])]) {
      const box = extentOf([drawing]);
      if (box.x < 0 || box.y < 0 || box.x + box.width > page.width || box.y + box.height > page.height)
        report("running head", drawing);
    }
    for (const column of page.columns) {
      for (const { slice, y } of column.placed) {
        if (y + slice.height > page.columnHeight + 0.2)
          found.push(`page ${number + 1}: a slice ends ${y + slice.height} of ${page.columnHeight}`);
        for (const drawing of slice.content.flatMap((content) => content.drawings)) {
          const box = extentOf([drawing]);
          if (box.x < -0.6 || box.x + box.width > page.columnWidth + 0.6) report("beside its column", drawing);
          if (box.y < -overshoot || box.y + box.height > slice.height + overshoot)
            report(`over its slice of ${slice.height}`, drawing);
        }
        for (const background of slice.backgrounds) {
          if (background.x < -0.1 || background.x + background.width > page.columnWidth + 0.1)
            found.push(`page ${number + 1}: a background is too wide`);
        }
      }
    }
    return found;
  });
}

describe.each([
  ["every block", sample],
  ["hostile content", hostile],
])("%s", (_, curriculum) => {
  test.each([1, 2, 3, 4])("a sheet of %i columns draws nothing outside its columns", (columns) => {
    expect(strays(sheetOf(curriculum, columns))).toEqual([]);
  });

  test.each([6.5, 9.5])("a sheet at %f pt draws nothing outside its columns", (size) => {
    expect(strays(sheetOf(curriculum, 3, size))).toEqual([]);
  });

  test("the handbook draws nothing outside its pages", () => {
    expect(strays(bookOf(curriculum))).toEqual([]);
  });
});

describe("the hostile corpus as a file", () => {
  let text = "";
  beforeAll(async () => {
    const publisher = createPdfPublisher({ fonts: readFonts() });
    const { artifacts } = await publisher.publish(hostile, [product.parse({ layout: "handbook", path: "a.pdf" })]);
    // The signs of wrapped code are decoration, drawn before the text of a column.
    text = (await readPdf(artifacts[0]?.bytes ?? new Uint8Array())).pages.join("\n").replace(/[\s↪]+/g, "");
  });

  test("holds a whole word of 4,000 letters", () => {
    // Heads and feet of pages are between its parts.
    expect(text.split("x").length).toBeGreaterThan(4000);
  });

  test("holds every line of 200 lines of code", () => {
    for (let line = 1; line <= 200; line++) expect(text.includes(`line_${line}=`), `line ${line}`).toBe(true);
  });

  test("holds every cell of a table of 30 columns", () => {
    for (let column = 1; column <= 30; column++) expect(text.includes(`cell${column}.`), `cell ${column}`).toBe(true);
  });
});

test("no heading ends a column", () => {
  const blocks: Block[] = Array.from({ length: 60 }, (_, index) =>
    index % 3 === 0
      ? { type: "heading", depth: 3, children: [{ type: "text", value: `Heading ${index}` }] }
      : paragraph("Some text. ".repeat(12)),
  );
  const item = { ...common("t", "many-headings", "Many headings"), kind: "guide" as const, lead: blocks };
  for (const page of sheetOf(curriculumOf(topicOf("t", "Topic", [item])))) {
    for (const column of page.columns) {
      const last = column.placed.at(-1)?.slice.content.flatMap((content) => content.tags) ?? [];
      expect(last.some((tag) => /^H\d$/.test(tag.type))).toBe(false);
    }
  }
});

test("each part of a broken table has a head and a closing rule", () => {
  const rows = Array.from({ length: 150 }, (_, index) => [`Row ${index}`, "A cell"]);
  const item = {
    ...common("t", "long-table", "Long table"),
    kind: "guide" as const,
    lead: [table([null, null], ["First", "Second"], ...rows)],
  };
  const columns = sheetOf(curriculumOf(topicOf("t", "Topic", [item]))).flatMap((page) => page.columns);
  expect(columns.length).toBeGreaterThan(2);
  for (const { placed, height } of columns) {
    const drawn = placed.flatMap(({ slice, y }) =>
      slice.content.flatMap(({ drawings }) => drawings.map((drawing) => ({ drawing, y }))),
    );
    expect(drawn.some(({ drawing }) => drawing.kind === "text" && drawing.text === "Second")).toBe(true);
    const rules = drawn.flatMap(({ drawing, y }) => (drawing.kind === "line" ? [y + drawing.from[1]] : []));
    expect(Math.max(...rules)).toBeCloseTo(height, 6);
  }
});

test("no line of calls starts with a gap", () => {
  const items = Array.from({ length: 60 }, (_, index) => ({
    ...common("t", `tool-${index}`, `Tool ${index}`),
    kind: "term" as const,
    ...recall,
    category: "tool" as const,
    aliases: [],
    lead: [paragraph("A tool.")],
    api: [`${"c".repeat(10 + index)}()`, "next_call()"],
  }));
  const calls = sheetOf(curriculumOf(topicOf("t", "Topic", items)))
    .flatMap((page) => page.columns.flatMap(({ placed }) => placed.flatMap(({ slice }) => slice.content)))
    .flatMap(({ drawings }) => drawings.filter((drawing) => drawing.kind === "text"))
    .filter(({ text }) => text.includes("next_call"));
  const starts = calls.map(({ x, text }) => (text.startsWith("next") ? x : -1));
  const [left = 0] = starts.toSorted((a, b) => a - b);
  // A call that starts its line is at the left edge; any other one is far to its right.
  expect(starts.filter((x) => x !== left && x < left + 40)).toEqual([]);
});

test("a short formula in a cell stays on one line", () => {
  const words = "many words that need as much room as there is in the column beside it ".repeat(2);
  const rows = [1, 2, 3].map((row) => [`Row ${row}`, words, "$f(x)=\\sigma(x)+1-\\sigma(x)$", words, words]);
  const lead = [table([null, null, null, null, null], ["Name", "First", "Formula", "Second", "Third"], ...rows)];
  const item = { ...common("t", "narrow-cells", "Narrow cells"), kind: "guide" as const, lead };
  const baselines = sheetOf(curriculumOf(topicOf("t", "Topic", [item])))
    .flatMap((page) => page.columns.flatMap(({ placed }) => placed.flatMap(({ slice }) => slice.content)))
    .map(({ drawings }) => new Set(drawings.flatMap((each) => (each.kind === "formula" ? [each.y] : []))))
    .filter((each) => each.size > 0);
  expect(baselines.map((each) => each.size)).toEqual([1, 1, 1]);
});

test("a paragraph has no widows or orphans", () => {
  const item = {
    ...common("t", "long-text", "Long text"),
    kind: "guide" as const,
    lead: Array.from({ length: 40 }, (_, index) => paragraph(`Words ${index} `.repeat(40))),
  };
  for (const page of sheetOf(curriculumOf(topicOf("t", "Topic", [item])))) {
    for (const column of page.columns) {
      const keys = column.placed.map(
        ({ slice }) => slice.content.flatMap((content) => content.tags).find((tag) => tag.type === "P")?.key,
      );
      expect(keys[0] === keys[1] || keys[0] === undefined, "first line alone at the head").toBe(true);
      expect(keys.at(-1) === keys.at(-2), "last line alone at the foot").toBe(true);
    }
  }
});

test("no page of a handbook starts with sources", () => {
  const items = Array.from({ length: 60 }, (_, index) => ({
    ...common("t", `item-${index}`, `Item ${index}`),
    kind: "guide" as const,
    lead: [paragraph(`Words ${index} `.repeat(30 + ((index * 37) % 101)))],
    sources: [{ title: "A source", url: "https://example.org/" }],
  }));
  for (const page of bookOf(curriculumOf(topicOf("t", "Topic", items)))) {
    const tags = page.columns[0]?.placed[0]?.slice.content.flatMap((content) => content.tags) ?? [];
    expect(tags.some(({ key }) => key.endsWith(".sources"))).toBe(false);
  }
});

test("elements are numbered after their parents, and content refers to them", () => {
  const list = paintWhole(sheetOf(sample), {
    title: "t",
    author: "",
    subject: "",
    keywords: [],
    language: "en",
    date: "2026-11-20",
  });
  for (const tag of list.tags) if (tag.parent !== undefined) expect(tag.parent).toBeLessThan(list.tags.indexOf(tag));
  for (const page of list.pages) {
    for (const content of page.content) if (content.tag !== undefined) expect(list.tags[content.tag]).toBeDefined();
  }
});

test("figures keep their aspect ratio", () => {
  const item = {
    ...common("t", "a-figure", "A figure"),
    kind: "guide" as const,
    lead: everyBlock.filter((block) => block.type === "image"),
  };
  const [page] = sheetOf(curriculumOf(topicOf("t", "Topic", [item], { figures })));
  const drawings =
    page?.columns.flatMap((column) =>
      column.placed.flatMap(({ slice }) => slice.content.flatMap((content) => content.drawings)),
    ) ?? [];
  const group = drawings.find((drawing) => drawing.kind === "group");
  if (group?.kind !== "group") throw new Error("no figure was drawn");
  expect(group.matrix[0]).toBeCloseTo(group.matrix[3], 6);
});

test("no column ends inside a bracket or starts with output", () => {
  const call = (count: number) => ["call(", ...Array.from({ length: count }, (_, index) => `    ${index},`), ")"];
  const sample = (index: number): Code =>
    fence("python", ["import a", "", ...[3, 1, 5, 2].flatMap((count) => call(count + (index % 3)))].join("\n"));
  const items = Array.from({ length: 40 }, (_, index) => ({
    ...common("t", `sample-${index}`, `Sample ${index}`),
    kind: "guide" as const,
    lead: [paragraph("Do it. ".repeat(1 + ((index * 7) % 31))), sample(index), fence("output", "printed\nprinted")],
  }));
  for (const page of bookOf(curriculumOf(topicOf("t", "Topic", items)))) {
    for (const { placed } of page.columns) {
      const texts = placed.map(({ slice }) =>
        slice.content
          .filter(({ tags }) => tags.some(({ type }) => type === "Code"))
          .flatMap(({ drawings }) => drawings.map((drawing) => (drawing.kind === "text" ? drawing.text : "")))
          .join(""),
      );
      let open = 0;
      for (const text of texts) open += text.split("(").length - text.split(")").length;
      expect(open).toBe(0);
      expect(texts.find(Boolean)?.startsWith("printed")).not.toBe(true);
      expect(texts.findLast(Boolean)).not.toBe("import a");
    }
  }
});
