import { type Block, type Inline, text } from "@high-recall/core";
import { expect, test } from "vitest";
import { renderBlocks, renderCode, renderInlines } from "../src/index.ts";

const heading: Block = { type: "heading", depth: 3, children: [{ type: "text", value: "Why" }] };

test("headings are offset, between h1 and h6", () => {
  const tagFor = (headingOffset: number) =>
    /^<h\d>/.exec(renderBlocks([heading], { math: "mathml", headingOffset }))?.[0];
  expect([-9, -1, 0, 1, 9].map(tagFor)).toEqual(["<h1>", "<h2>", "<h3>", "<h4>", "<h6>"]);
});

test("links to items and figures become text without a function for them", () => {
  const link: Block = {
    type: "paragraph",
    children: [{ type: "link", url: "a.md", data: { item: "a" }, children: [{ type: "text", value: "A" }] }],
  };
  const image: Block = { type: "image", url: "figures/a.svg", alt: "A curve" };
  expect(renderBlocks([link, image], { math: "mathml" })).toBe("<p>A</p>\n<figure><p>A curve</p></figure>");
});

test("a link within a link becomes text, since a browser would close the outer one", () => {
  const inner = { type: "link" as const, url: "b", children: [{ type: "text" as const, value: "in" }] };
  expect(renderInlines([{ type: "link", url: "a", children: [inner] }], { math: "mathml" })).toBe('<a href="a">in</a>');
});

test("a fence alone is drawn as in a body", () => {
  const code = { type: "code" as const, lang: "sql", value: "select", data: { tokens: [[{ text: "select" }]] } };
  expect(renderCode(code, { math: "mathml" })).toBe(renderBlocks([code], { math: "mathml" }));
});

test("for a narrow screen each line of code is an element, with its indent and whether it is a key line", () => {
  const lines = ["if x:", "    y()", ""];
  const code = {
    type: "code" as const,
    lang: "python",
    value: lines.join("\n"),
    data: { tokens: lines.map((line) => [{ text: line }]) },
  };
  expect(renderCode(code, { math: "mathml", narrow: true, keyLines: new Set([2]) })).toBe(
    '<pre><code class="language-python"><span class="line i0"><span>if x:</span></span><span class="line i4 key"><span>    y()</span></span><span class="line i0"><span></span></span></code></pre>',
  );
  expect(renderBlocks([code], { math: "mathml", narrow: true })).toContain('<span class="line i4">');
});

test("for a narrow screen each cell names its column, unless a name holds a formula", () => {
  const table = (name: Inline): Block => ({
    type: "table",
    align: [null, null, null],
    children: [
      [[], [name], [text("B")]],
      [[text("row")], [text("1")], [text("2")]],
    ].map((cells) => ({
      type: "tableRow",
      children: cells.map((children) => ({ type: "tableCell", children })),
    })),
  });
  const drawn = renderBlocks([table(text('A "x"'))], { math: "mathml", narrow: true });
  expect(drawn).toContain('<table class="rows">');
  expect(drawn).toContain('<td>row</td><td data-th="A &quot;x&quot;">1</td><td data-th="B">2</td>');
  expect(renderBlocks([table({ type: "inlineMath", value: "x" })], { math: "mathml", narrow: true })).not.toMatch(
    /rows|data-th/,
  );
  expect(renderBlocks([table(text("A"))], { math: "mathml" })).not.toMatch(/rows|data-th/);
});
