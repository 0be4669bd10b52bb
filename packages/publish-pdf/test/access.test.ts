import type { Block } from "@high-recall/core";
import type { Content, Tag } from "@high-recall/typeset";
import { describe, expect, test } from "vitest";
import { common, curriculumOf, paragraph, topicOf } from "./sample/build.ts";
import { sample } from "./sample/curriculum.ts";
import { hostile } from "./sample/hostile.ts";
import { bookOf, type Painted, paintWhole, sheetOf } from "./support/layouts.ts";

/** The points of the Matterhorn protocol (PDF/UA-1) that a program can check on what we draw. */
const info = { title: "t", author: "", subject: "", keywords: [], language: "en", date: "2026-11-20" };

const contentOf = (list: Painted): Content[] => list.pages.flatMap((page) => [...page.content]);
const tagsInOrder = (list: Painted): Tag[] => {
  const order = [...new Set(contentOf(list).flatMap((content) => content.tag ?? []))];
  return order.flatMap((index) => list.tags[index] ?? []);
};
const parentOf = (list: Painted, tag: Tag): string =>
  tag.parent === undefined ? "Document" : (list.tags[tag.parent]?.type ?? "");

describe.each([
  ["a sheet", paintWhole(sheetOf(sample), info)],
  ["a handbook", paintWhole(bookOf(sample), info)],
  ["a hostile sheet", paintWhole(sheetOf(hostile), info)],
  ["a hostile handbook", paintWhole(bookOf(hostile), info)],
])("%s", (_, list) => {
  test("has text and formulas in elements, decoration alone outside", () => {
    for (const page of list.pages) {
      // The head and foot of a page come first; what follows without a tag is rules, backgrounds and repeated heads.
      const loose = page.content.slice(1).filter((content) => content.tag === undefined);
      const text = loose.flatMap((content) => content.drawings).filter((drawing) => drawing.kind === "formula");
      expect(text).toEqual([]);
    }
  });

  test("has headings that skip no level", () => {
    let level = 0;
    for (const { type } of tagsInOrder(list)) {
      const next = /^H(\d)$/.exec(type)?.[1];
      if (next === undefined) continue;
      expect(Number(next)).toBeLessThanOrEqual(level + 1);
      level = Number(next);
    }
  });

  test("has another text for every figure and formula", () => {
    const needing = list.tags.filter(({ type }) => type === "Figure" || type === "Formula");
    for (const tag of needing) expect(tag.alt?.length).toBeGreaterThan(0);
  });

  test("has table heads that say what they head", () => {
    for (const tag of list.tags) if (tag.type === "TH") expect(tag.scope).toBe("Column");
  });

  test.each([
    ["LI", ["L"]],
    ["Lbl", ["LI"]],
    ["LBody", ["LI"]],
    ["TR", ["Table"]],
    ["TH", ["TR"]],
    ["TD", ["TR"]],
    ["TOCI", ["TOC"]],
  ])("has %s only in %j", (type, parents) => {
    for (const tag of list.tags) if (tag.type === type) expect(parents).toContain(parentOf(list, tag));
  });

  test("has links that say where they lead, in elements of their own", () => {
    for (const link of list.pages.flatMap((page) => page.links)) {
      expect(link.description.length).toBeGreaterThan(0);
      expect(list.tags[link.tag ?? -1]?.type).toBe("Link");
      expect(link.width).toBeGreaterThan(0);
    }
  });
});

test("a heading that skips a level, and those beside it, stand one below what they are under", () => {
  const heading = (depth: 2 | 3 | 4): Block => ({ type: "heading", depth, children: [{ type: "text", value: "A" }] });
  const lead = [heading(4), paragraph("a"), heading(4), paragraph("b"), heading(3), paragraph("c")];
  const item = { ...common("t", "guide", "A guide"), kind: "guide" as const, lead };
  const list = paintWhole(sheetOf(curriculumOf(topicOf("t", "A topic", [item]))), info);
  const types = tagsInOrder(list).map(({ type }) => type);
  expect(types.filter((type) => /^H\d$/.test(type))).toEqual(["H1", "H2", "H3", "H3", "H3"]);
});
