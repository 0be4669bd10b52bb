import type { Block } from "@high-recall/core";
import type { Content, Drawing, Tag } from "@high-recall/typeset";
import { describe, expect, test } from "vitest";
import { common, curriculumOf, paragraph, topicOf } from "./sample/build.ts";
import { sample } from "./sample/curriculum.ts";
import { hostile } from "./sample/hostile.ts";
import { bookOf, type Painted, paintWhole, sheetOf } from "./support/layouts.ts";

/** The points of the Matterhorn protocol (PDF/UA-1) that a program can check on a display list. */
const info = { title: "t", author: "", subject: "", keywords: [], language: "en", date: "2026-11-20" };

const contentOf = (list: Painted): Content[] => list.pages.flatMap((page) => [...page.content]);
const tagsInOrder = (list: Painted): Tag[] => {
  const order = [...new Set(contentOf(list).flatMap((content) => content.tag ?? []))];
  return order.flatMap((index) => list.tags[index] ?? []);
};
const tagsOf = (list: Painted, ...types: Tag["type"][]): Tag[] => list.tags.filter(({ type }) => types.includes(type));
const parentOf = (list: Painted, tag: Tag): string =>
  tag.parent === undefined ? "Document" : (list.tags[tag.parent]?.type ?? "");

/** What is drawn, without its position. */
function signOf(drawing: Drawing): string | undefined {
  if (drawing.kind === "text") return drawing.text;
  return drawing.kind === "formula" ? JSON.stringify(drawing.part) : undefined;
}

/** Text and formulas in columns that no screen reader finds. */
function untagged(list: Painted): string[] {
  const isInHead = (index: number | undefined): boolean => {
    const tag = index === undefined ? undefined : list.tags[index];
    return tag !== undefined && (tag.type === "TH" || isInHead(tag.parent));
  };
  const signs = (contents: readonly Content[]) =>
    contents.flatMap(({ drawings }) => drawings.flatMap((drawing) => signOf(drawing) ?? []));
  // Table heads that are repeated after a break, and the sign of a wrapped line of code, are for the eye alone.
  // So is the bar of a topic that continues in another column.
  const repeatable = new Set(signs(contentOf(list).filter(({ tag }) => isInHead(tag))));
  // The first content of a page is its running head and foot.
  const loose = list.pages.flatMap((page) => page.content.slice(1).filter(({ tag }) => tag === undefined));
  const bars = contentOf(list).filter(({ tag }) => tag !== undefined && list.tags[tag]?.type === "H1");
  for (const sign of signs(bars)) repeatable.add(sign);
  const names = signs(bars).filter((sign) => sign.trim().length > 1);
  const isBar = (sign: string) =>
    sign.endsWith("…") || sign === "continued" || names.some((name) => sign.startsWith(name.trim()));
  return signs(loose).filter((sign) => !["", "↪"].includes(sign.trim()) && !repeatable.has(sign) && !isBar(sign));
}

const lists: [name: string, list: Painted][] = [
  ["a sheet", paintWhole(sheetOf(sample), info)],
  ["a handbook", paintWhole(bookOf(sample), info)],
  ["a hostile sheet", paintWhole(sheetOf(hostile), info)],
  ["a hostile handbook", paintWhole(bookOf(hostile), info)],
];

describe.each(lists)("%s", (name, list) => {
  test("has all text and formulas in elements", () => {
    expect(untagged(list)).toEqual([]);
  });

  test("fails that check if one paragraph loses its tag", () => {
    const isParagraph = ({ tag, drawings }: Content) =>
      tag !== undefined && list.tags[tag]?.type === "P" && drawings.some(({ kind }) => kind === "text");
    const at = list.pages.findIndex((page) => page.content.slice(1).some(isParagraph));
    const pages = list.pages.map((page, index) => {
      if (index !== at) return page;
      const lost = page.content.findIndex((content, place) => place > 0 && isParagraph(content));
      return {
        ...page,
        content: page.content.map(({ tag, ...rest }, place) => (place === lost ? rest : { tag, ...rest })),
      };
    }) as Painted["pages"];
    expect(untagged({ ...list, pages })).not.toEqual([]);
  });

  test("has headings that skip no level", () => {
    let level = 0;
    for (const { type } of tagsInOrder(list)) {
      const next = /^H(\d)$/.exec(type)?.[1];
      if (next === undefined) continue;
      expect(Number(next)).toBeLessThanOrEqual(level + 1);
      level = Number(next);
    }
    expect(level).toBeGreaterThan(0);
  });

  test("has alternative text for every figure and formula", () => {
    const needing = tagsOf(list, "Figure", "Formula");
    expect(needing.length).toBeGreaterThan(0);
    for (const tag of needing) expect(tag.alt?.length).toBeGreaterThan(0);
  });

  test("has table heads that say what they head", () => {
    const heads = tagsOf(list, "TH");
    expect(heads.length).toBeGreaterThan(0);
    for (const tag of heads) expect(tag.scope).toBe("Column");
  });

  test.each([
    ["LI", "L"],
    ["Lbl", "LI"],
    ["LBody", "LI"],
    ["TR", "Table"],
    ["TH", "TR"],
    ["TOCI", "TOC"],
  ] as const)("has %s in %s only", (type, parent) => {
    const tags = tagsOf(list, type);
    if (type !== "TOCI" || name.includes("handbook")) expect(tags.length).toBeGreaterThan(0);
    for (const tag of tags) expect(parentOf(list, tag)).toBe(parent);
  });

  test("has links that say where they lead, in elements of their own", () => {
    for (const link of list.pages.flatMap((page) => page.links)) {
      expect(link.description.length).toBeGreaterThan(0);
      expect(list.tags[link.tag ?? -1]?.type).toBe("Link");
      expect(link.width).toBeGreaterThan(0);
    }
  });
});

test.each(lists.slice(1, 2))("%s of the sample has links and cells", (_, list) => {
  expect(list.pages.flatMap((page) => page.links).length).toBeGreaterThan(0);
  const cells = tagsOf(list, "TD");
  expect(cells.length).toBeGreaterThan(0);
  for (const tag of cells) expect(parentOf(list, tag)).toBe("TR");
});

test("headings that skip a level get the level below their parent, and so do their siblings", () => {
  const heading = (depth: 2 | 3 | 4): Block => ({ type: "heading", depth, children: [{ type: "text", value: "A" }] });
  const lead = [heading(4), paragraph("a"), heading(4), paragraph("b"), heading(3), paragraph("c")];
  const item = { ...common("t", "guide", "A guide"), kind: "guide" as const, lead };
  const list = paintWhole(sheetOf(curriculumOf(topicOf("t", "A topic", [item]))), info);
  const types = tagsInOrder(list).map(({ type }) => type);
  expect(types.filter((type) => /^H\d$/.test(type))).toEqual(["H1", "H2", "H3", "H3", "H3"]);
});
