import { itemsOf } from "@high-recall/core";
import type { PackedPage } from "@high-recall/typeset";
import { describe, expect, test } from "vitest";
import { type Concept, conceptsOf } from "../src/sheet/concepts.ts";
import { fitSheet, type SheetLayout } from "../src/sheet/fit-sheet.ts";
import type { Detail } from "../src/sheet/panel.ts";
import { common, curriculumOf, recall, topicOf } from "./sample/build.ts";

const term = (id: string, importance: "essential" | "common" | "deep" = "common", partOf?: string) => ({
  ...common("t", id, id),
  ...recall,
  ...{ kind: "term" as const, importance, aliases: [], category: "concept" as const, api: [], lead: [] },
  ...(partOf === undefined ? {} : { partOf }),
});

const page: PackedPage = {
  ...{ width: 1, height: 1, top: 0, columnWidth: 1, columnHeight: 10, columns: [], lefts: [0], runningHeads: [] },
};

/** A panel takes two units, and one for each of its features; a page holds 10. */
function layoutOf(curriculum: ReturnType<typeof curriculumOf>) {
  const shown = new Map<string, Detail>();
  const heightOf = (_: Concept, detail: Detail) => 2 + [1, 2, 4, 8, 16].filter((one) => (detail & one) !== 0).length;
  const layout: SheetLayout = {
    heightOf,
    pageHeight: 10,
    pagesOf(detailOf) {
      shown.clear();
      let height = 0;
      for (const concept of curriculum.topics.flatMap(conceptsOf)) {
        const detail = detailOf(concept);
        if (detail === undefined) continue;
        shown.set(concept.item.id, detail);
        height += heightOf(concept, detail);
      }
      return Array.from({ length: Math.max(1, Math.ceil(height / 10)) }, () => page);
    },
  };
  return { layout, shown };
}

function fitted(pages: number | undefined, ...items: ReturnType<typeof term>[]) {
  const curriculum = curriculumOf(topicOf("t", "T", items));
  const { layout, shown } = layoutOf(curriculum);
  const sheet = fitSheet(curriculum, { pages, also: undefined }, layout);
  return {
    count: [...sheet.pages].length,
    shown: Object.fromEntries(shown),
    left: sheet.leftOut.map(({ id }) => id),
  };
}

describe("fitting a sheet", () => {
  test("shows everything when no number of pages is given", () => {
    expect(fitted(undefined, term("a"), term("b"))).toEqual({ count: 2, shown: { a: 31, b: 31 }, left: [] });
  });

  test("adds detail to the important concepts first", () => {
    expect(fitted(1, term("a", "deep"), term("b", "essential"))).toEqual({
      count: 1,
      shown: { a: 3, b: 15 },
      left: [],
    });
  });

  test("leaves out the least important concepts that do not fit, with their parts", () => {
    const items = ["a", "b", "c", "d", "e"].map((id) => term(id));
    const { count, left } = fitted(1, ...items, term("f", "deep"), term("g", "common", "f"));
    expect([count, left]).toEqual([1, ["f", "g"]]);
  });

  test("never leaves out everything", () => {
    const { layout } = layoutOf(curriculumOf(topicOf("t", "T", [term("a")])));
    const curriculum = curriculumOf(topicOf("t", "T", [term("a")]));
    const full: SheetLayout = { ...layout, pagesOf: () => [page, page, page] };
    expect(fitSheet(curriculum, { pages: 1, also: undefined }, full).leftOut).toEqual([]);
    expect(itemsOf(curriculum)).toHaveLength(1);
  });
});
