import { type Block, type Inline, plainText } from "@high-recall/core";
import fc from "fast-check";
import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { describe, expect, test } from "vitest";
import { type HtmlOptions, type MathOutput, renderBlocks, renderInlines } from "../src/index.ts";
import { trees } from "./arbitrary.ts";

const outputs: readonly MathOutput[] = ["katex", "mathml", "mathjax"];
/** The worst caller: returns every string of an author as a URL. */
const optionsFor = (math: MathOutput): HtmlOptions => ({ math, linkTo: (item) => item, figure: (path) => path });

describe.each(outputs)("with math as %s", (math) => {
  test("any tree of the subset renders, the same each time", () => {
    fc.assert(
      fc.property(trees("any").blocks, (blocks) => {
        const html = renderBlocks(blocks, optionsFor(math));
        expect(renderBlocks(structuredClone(blocks), optionsFor(math))).toBe(html);
      }),
    );
  });

  test("the HTML of any tree has only allowed elements, attributes and addresses", () => {
    fc.assert(
      fc.property(trees("any").blocks, (blocks) => {
        for (const element of elementsOf(fromHtml(renderBlocks(blocks, optionsFor(math)), { fragment: true })))
          expect(faultOf(element)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  test("the HTML is well formed: parsing and printing it changes nothing", () => {
    fc.assert(
      fc.property(trees("clean").blocks, (blocks) => {
        const html = renderBlocks(blocks, optionsFor(math));
        const characterReferences = { useNamedReferences: true };
        expect(toHtml(fromHtml(html, { fragment: true }), { characterReferences })).toBe(html);
      }),
    );
  });

  test("inlines read as their plain text", () => {
    fc.assert(
      fc.property(trees("clean").inlines, (inlines) => {
        expect(textOf(fromHtml(renderInlines(inlines, optionsFor(math)), { fragment: true }))).toBe(plainText(inlines));
      }),
    );
  });

  test("blocks keep their text, apart from white space between them", () => {
    fc.assert(
      fc.property(trees("clean").blocks, (blocks) => {
        const read = textOf(fromHtml(renderBlocks(blocks, { math }), { fragment: true }));
        expect(read.replaceAll(/\s/g, "")).toBe(blocks.map(textOfBlock).join("").replaceAll(/\s/g, ""));
      }),
    );
  });
});

test("in HTML for MathJax, only formulas open a formula", () => {
  fc.assert(
    fc.property(trees("any").inlines, (inlines) => {
      const html = renderInlines(inlines, { math: "mathjax" });
      for (const node of textsOf(fromHtml(html, { fragment: true }))) {
        const opened = node.match(/\\[([]/g) ?? [];
        const closed = node.match(/\\[)\]]/g) ?? [];
        expect(closed.length).toBe(opened.length);
        expect(opened.length).toBeLessThanOrEqual(formulasIn(inlines));
      }
    }),
    { numRuns: 300 },
  );
});

const allowed: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    "p h1 h2 h3 h4 h5 h6 blockquote hr em strong del mark br thead tbody tr".split(" ").map((n) => [n, []]),
  ),
  ...{ table: [], figure: [], figcaption: [], label: [], ul: ["className"], ol: ["className", "start"] },
  ...{ li: ["className"], input: ["type", "disabled", "checked"], pre: ["tabIndex"], code: ["className"] },
  ...{ div: ["className", "tabIndex", "role", "ariaLabel"], td: ["className"], th: ["className", "scope"] },
  ...{ a: ["href", "title", "dataItem"], img: ["src", "alt", "width", "height"], span: ["className"] },
};
const safeSchemes: Readonly<Record<string, readonly string[]>> = {
  href: ["https:", "http:", "mailto:"],
  src: ["https:", "http:", "blob:", "data:"],
};

/** Faults of an element, by an independent list and by the schemes of the URL standard. */
function faultOf(element: Element): string | undefined {
  const names = allowed[element.tagName];
  if (!names) return `<${element.tagName}>`;
  for (const [name, value] of Object.entries(element.properties)) {
    if (!names.includes(name)) return `<${element.tagName} ${name}>`;
    const schemes = safeSchemes[name];
    if (!schemes) continue;
    const scheme = URL.parse(String(value), "https://example.org/")?.protocol ?? "https:";
    if (!schemes.includes(scheme)) return `<${element.tagName} ${name}="${value}">`;
    if (scheme === "data:" && !String(value).startsWith("data:image/")) return String(value);
  }
  return undefined;
}

/** Faults of every element; within KaTeX's output, of elements that could act. */
function elementsOf(node: Nodes): Element[] {
  if (node.type !== "element" && node.type !== "root") return [];
  if (node.type === "root") return node.children.flatMap(elementsOf);
  const classes = node.properties.className;
  if (Array.isArray(classes) && classes.some((name) => name === "katex" || name === "katex-display")) {
    expectInert(node);
    return [];
  }
  return [node, ...node.children.flatMap(elementsOf)];
}

function expectInert(node: Nodes): void {
  if (node.type !== "element") return;
  expect(["script", "style", "iframe", "object", "embed", "img", "a", "form", "input"]).not.toContain(node.tagName);
  for (const [name, value] of Object.entries(node.properties)) {
    expect(name).not.toMatch(/^(?:on|href|src|xLink)/i);
    if (name === "style") expect(String(value)).not.toMatch(/url|expression|@import/i);
  }
  node.children.forEach(expectInert);
}

/** The text as it reads, with a space for a line break, as in `plainText`. */
function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "element" && node.tagName === "br") return " ";
  return "children" in node ? node.children.map(textOf).join("") : "";
}

function textsOf(node: Nodes): string[] {
  if (node.type === "text") return [node.value];
  return "children" in node ? node.children.flatMap(textsOf) : [];
}

function textOfBlock(block: Block): string {
  if (block.type === "image") return `${block.alt}${block.title ?? ""}`;
  if (block.type === "code") return block.value;
  if (block.type === "paragraph" || block.type === "heading") return plainText(block.children);
  if (block.type === "list") return block.children.flatMap((item) => item.children.map(textOfBlock)).join("");
  if (block.type === "blockquote") return block.children.map(textOfBlock).join("");
  if (block.type !== "table") return "";
  return block.children.flatMap((row) => row.children.map((cell) => plainText(cell.children))).join("");
}

function formulasIn(inlines: readonly Inline[]): number {
  return inlines
    .map((inline) => ("children" in inline ? formulasIn(inline.children) : Number(inline.type === "inlineMath")))
    .reduce((sum, count) => sum + count, 0);
}
