import type { Block } from "@high-recall/core";
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
