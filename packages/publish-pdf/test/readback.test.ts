import { type Item, itemsOf } from "@high-recall/core";
import { readableText } from "@high-recall/typeset";
import { readFonts } from "@high-recall/typeset/node";
import { beforeAll, describe, expect, test } from "vitest";
import { createPdfPublisher, type Product, product } from "../src/index.ts";
import { common, curriculumOf, phrase, recall, topicOf } from "./sample/build.ts";
import { sample } from "./sample/curriculum.ts";
import { hostile } from "./sample/hostile.ts";
import { nodesOf, type ReadPdf, readPdf, spoken, type TreeNode, wordsOf } from "./support/read-pdf.ts";

const publisher = createPdfPublisher({ fonts: readFonts() });
const products: Product[] = [
  { layout: "sheet", path: "sheet.pdf" },
  { layout: "sheet", path: "bw.pdf", ink: "bw", paper: "letter" },
  { layout: "sheet", path: "{topic}.pdf", each: "topic", pages: 2 },
  { layout: "handbook", path: "handbook.pdf" },
].map((each) => product.parse(each));
const files = new Map<string, ReadPdf>();
let notices: readonly string[] = [];

beforeAll(async () => {
  const publication = await publisher.publish(sample, products);
  notices = publication.notices;
  for (const { path, bytes } of publication.artifacts) files.set(path, await readPdf(bytes));
});

const read = (path: string): ReadPdf => {
  const file = files.get(path);
  if (!file) throw new Error(`No file ${path} among ${[...files.keys()]}`);
  return file;
};
const headings = (tree: readonly TreeNode[], role: string) => nodesOf(tree, role).length;

test("makes the files of each product", () => {
  expect([...files.keys()]).toEqual(["sheet.pdf", "bw.pdf", "learning.pdf", "optimisation.pdf", "handbook.pdf"]);
});

test("gives no notices for the sample", () => {
  expect(notices).toEqual([]);
});

const all = ["sheet.pdf", "bw.pdf", "handbook.pdf"];

describe.each(all)("%s", (path) => {
  test("has every item's title once in its outline, in order, under its topic", () => {
    const topics = read(path).outline.filter((entry) => !["Contents", "Index of terms"].includes(entry.title));
    expect(topics.map((entry) => entry.items.map((item) => item.title))).toEqual(
      sample.topics.map((topic) => topic.items.map((item) => readableText(item.title.children))),
    );
  });

  test("shows every item's title, in order", () => {
    const text = read(path).pages.map(wordsOf).join(" ");
    let at = path === "handbook.pdf" ? text.indexOf("An introduction.") : 0;
    for (const item of itemsOf(sample)) {
      const title = wordsOf(
        item.title.children
          .map((inline) => (inline.type === "text" ? inline.value : ""))
          .join("")
          .slice(0, 30),
      );
      const found = text.indexOf(title, at);
      expect(found, `${title} after position ${at}`).toBeGreaterThanOrEqual(at);
      at = found;
    }
  });

  test("has no characters that cannot be copied", () => {
    for (const page of read(path).pages) {
      const meaningless = [...page].filter(
        (character) => /[\ufffd\p{Co}\p{Cn}]/u.test(character) || character === "\0",
      );
      expect(meaningless).toEqual([]);
    }
  });

  test.runIf(path === "handbook.pdf")("has links to the web or to its own destinations only", () => {
    const { links, destinations } = read(path);
    expect(links.length).toBeGreaterThanOrEqual(2);
    for (const link of links) {
      if (link.url) expect(link.url).toMatch(/^https:/);
      else expect(destinations).toContain(link.destination);
    }
  });

  test("has a destination for every item", () => {
    const { destinations } = read(path);
    for (const item of itemsOf(sample)) expect(destinations).toContain(item.id);
  });

  test("has metadata and a language", () => {
    const { info, language } = read(path);
    expect(info).toMatchObject({
      Title: "Sample Sheet",
      Author: "The authors",
      Producer: "High Recall",
      IsXFAPresent: false,
    });
    expect(language).toBe("en");
  });

  test.runIf(path === "handbook.pdf")("has tags for headings, lists, tables, code, figures and links", () => {
    const { tree } = read(path);
    expect(headings(tree, "H1")).toBeGreaterThanOrEqual(sample.topics.length);
    expect(headings(tree, "H2")).toBeGreaterThanOrEqual(itemsOf(sample).length);
    for (const role of ["L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Code", "BlockQuote", "Link"]) {
      expect(headings(tree, role), role).toBeGreaterThan(0);
    }
    for (const figure of nodesOf(tree, "Figure")) expect(figure.alt).toMatch(/Error over complexity|A dot/);
  });

  test.runIf(path === "handbook.pdf")("has the TeX of every formula as alternative text", () => {
    const alternatives = nodesOf(read(path).tree, "Formula").map((node) => node.alt);
    for (const item of itemsOf(sample)) if (item.kind === "formula") expect(alternatives).toContain(item.tex);
    expect(alternatives).toContain("\\theta \\leftarrow \\theta - \\eta \\nabla_\\theta L(\\theta)");
  });

  test.runIf(path === "handbook.pdf")("is read aloud in study order, across columns", () => {
    const aloud = wordsOf(read(path).tree.map(spoken).join(" "));
    const start = path === "handbook.pdf" ? aloud.indexOf("An introduction.") : 0;
    const marks = [
      "A paragraph with",
      "First entry with",
      "nested",
      "to do, with a text",
      "A quotation that",
      "Statistics over",
      "Test error peaks near",
      "Not symmetric.",
      "Share of the positives",
      "Write a softmax",
      "The scaler is fitted on all data",
      "Listen, ask, structure, decide.",
      "For those who begin.",
    ];
    let at = start;
    for (const mark of marks) {
      const found = aloud.indexOf(mark, at);
      expect(found, `${mark} after ${at}`).toBeGreaterThanOrEqual(at);
      at = found;
    }
  });

  test("has every cell of a table once, in order, below its head", () => {
    const [table] = nodesOf(read(path).tree, "Table");
    const rows = nodesOf([table as TreeNode], "TR");
    expect(nodesOf([rows[0] as TreeNode], "TH").map((cell) => wordsOf(spoken(cell)))).toEqual([
      "Layer",
      "Statistics over",
      "Cost",
      "Used in",
    ]);
    const cells = rows.slice(1).map((row) => nodesOf([row], "TD").map((cell) => wordsOf(spoken(cell))));
    expect(cells.map((row) => row[0])).toEqual(["BatchNorm", "LayerNorm", "RMSNorm"]);
    expect(cells.map((row) => row[3])).toEqual(["ResNet", "BERT, GPT-2", "Llama"]);
  });

  test.runIf(path === "handbook.pdf")("has code line by line, as written", () => {
    const [code] = nodesOf(read(path).tree, "Code").map((node) => wordsOf(spoken(node)));
    expect(code).toBe(
      wordsOf(
        'def softmax(z: ndarray, axis: int = -1): """Shift-invariant.""" # subtract the maximum first e = np.exp(z - z.max(axis=axis, keepdims=True)) return e / e.sum(axis=axis, keepdims=True)',
      ),
    );
  });

  test.runIf(path === "handbook.pdf")("holds every line of code, in order", () => {
    const text = read(path).pages.map(wordsOf).join(" ");
    const lines = [
      "def softmax(z: ndarray, axis: int = -1):",
      '"""Shift-invariant."""',
      "# subtract the maximum first",
      "keepdims=True))",
      "axis=axis, keepdims=True)",
    ];
    let at = 0;
    for (const line of lines) {
      const found = text.indexOf(line, at);
      expect(found, line).toBeGreaterThanOrEqual(at);
      at = found + 1;
    }
  });
});

test("the handbook adds sections, sources and an index", () => {
  const text = read("handbook.pdf").pages.map(wordsOf).join(" ");
  for (const part of [
    "In depth",
    "Follow-ups",
    "Derivation",
    "Why it is wrong",
    "Sources:",
    "A paper",
    "Index of terms",
    "sensitivity",
  ]) {
    expect(text).toContain(part);
  }
  expect(read("sheet.pdf").pages.join(" ")).not.toContain("In depth");
});

test("the contents show the right page numbers", () => {
  const { pages } = read("handbook.pdf");
  const contents = wordsOf(pages[1] ?? "");
  const page = Number(/Numerically stable softmax\s*(\d+)/.exec(contents)?.[1]);
  expect(wordsOf(pages[page - 1] ?? "")).toContain("Write a softmax that does not overflow.");
});

test("references in the handbook show the right page numbers", () => {
  const { pages } = read("handbook.pdf");
  const page = Number(/See also:\s*Adam and AdamW update\s*\((\d+)\)/.exec(pages.map(wordsOf).join(" "))?.[1]);
  expect(wordsOf(pages[page - 1] ?? "")).toContain("Defaults:");
});

test("a notice names a formula that had to shrink too much", async () => {
  const { notices: said } = await publisher.publish(hostile, [product.parse({ layout: "sheet", path: "a.pdf" })]);
  expect(said.filter((notice) => notice.includes("hostile-item: a formula is printed at")).length).toBeGreaterThan(0);
});

const manyTerms = Array.from({ length: 400 }, (_, index) => ({
  ...common("t", `term-${index}`, `Term ${index}`),
  ...recall,
  ...{ kind: "term" as const, category: "concept" as const, aliases: [], api: [], lead: [] },
}));

test("a sheet that does not fit its pages says what it leaves out, in print and in a notice", async () => {
  const entry = product.parse({ layout: "sheet", path: "a.pdf", pages: 1 });
  const { artifacts, notices: said } = await publisher.publish(curriculumOf(topicOf("t", "T", manyTerms)), [entry]);
  const { pages } = await readPdf(artifacts[0]?.bytes ?? new Uint8Array());
  expect(pages).toHaveLength(1);
  expect(pages.join(" ").replaceAll(/\s+/g, " ")).toContain("Not on this sheet: ");
  expect(said.filter((each) => /^a\.pdf: \d+ of \d+ items do not fit: /.test(each))).toHaveLength(1);
});

test("a sheet shows the key lines of code and marks what is between them", () => {
  const text = read("sheet.pdf").pages.join(" ").replaceAll(/\s+/g, " ");
  expect(text).toContain("e = np.exp(z - z.max())");
  expect(text).not.toContain("and a line that is much too long");
});

test("the handbook shows what code ran with and when, a sheet does not", () => {
  const ran = "Ran with Python 3.11.7, numpy 2.4.6 on 2026-11-20.";
  expect(read("handbook.pdf").pages.join(" ").replaceAll(/\s+/g, " ")).toContain(ran);
  expect(read("sheet.pdf").pages.join(" ")).not.toContain("Ran with");
});

test("a sheet shows the steps of a path and the sections of a guide", () => {
  const text = read("sheet.pdf").pages.join(" ").replaceAll(/\s+/g, " ");
  for (const item of itemsOf(sample)) {
    const said =
      item.kind === "path"
        ? item.steps.map(({ title }) => title.text)
        : item.kind === "guide"
          ? item.sections.map(({ heading }) => heading.text)
          : [];
    for (const each of said) expect(text).toContain(each);
  }
});

test("a link to a missing item is plain text", () => {
  const { links } = read("handbook.pdf");
  expect(links.some((link) => link.destination === "not-here")).toBe(false);
  expect(read("handbook.pdf").pages.join(" ").replaceAll(/\s+/g, " ")).toContain("link to nowhere");
});

test("a selection holds the chosen items only", async () => {
  const only = product.parse({ layout: "sheet", path: "formulas.pdf", kinds: ["formula"], title: "Formulas" });
  const { artifacts } = await publisher.publish(sample, [only]);
  const file = await readPdf(artifacts[0]?.bytes ?? new Uint8Array());
  expect(file.outline.flatMap((entry) => entry.items.map((item) => item.title))).toEqual([
    "KL divergence",
    "Adam and AdamW update",
  ]);
});

test("an empty selection makes no file, with a notice", async () => {
  const none = product.parse({ layout: "sheet", path: "none.pdf", tags: ["nothing-has-this"] });
  const { artifacts, notices: said } = await publisher.publish(sample, [none]);
  expect(artifacts).toEqual([]);
  expect(said).toEqual(["none.pdf: not made, no item was chosen"]);
});

test("a glossary has every concept from A to Z, and other names lead to it", async () => {
  const terms = [
    { ...manyTerms[0], id: "z", title: phrase("Zeta"), path: "t/z.md" },
    { ...manyTerms[0], id: "a", title: phrase("Alpha"), path: "t/a.md", aliases: [phrase("beginning")] },
  ] as Item[];
  const entry = product.parse({ layout: "sheet", order: "alphabet", path: "a.pdf" });
  const { artifacts } = await publisher.publish(curriculumOf(topicOf("t", "T", terms)), [entry]);
  const { pages, outline } = await readPdf(artifacts[0]?.bytes ?? new Uint8Array());
  const said = pages.join(" ").replaceAll(/\s+/g, " ");
  expect(said).toMatch(/Alpha 1\.2 – What to remember.*beginning – see Alpha.*Zeta 1\.1 – What to remember/);
  expect(outline.map(({ title }) => title)).toEqual(["A", "B", "Z"]);
});

test("a sheet has what `also` selects", async () => {
  const products = [{}, { also: { kinds: ["code"] } }].map((more, index) =>
    product.parse({ layout: "sheet", path: `${index}.pdf`, kinds: ["term"], ...more }),
  );
  const { artifacts } = await publisher.publish(sample, products);
  const [terms, both] = await Promise.all(artifacts.map(async ({ bytes }) => (await readPdf(bytes)).pages.join(" ")));
  expect(terms).not.toContain("np.exp");
  expect(both).toContain("np.exp");
});
