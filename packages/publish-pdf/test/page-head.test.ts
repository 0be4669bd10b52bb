import { type Curriculum, itemNumbers, select } from "@high-recall/core";
import { formulaLayouts, openFonts } from "@high-recall/typeset";
import { readFonts } from "@high-recall/typeset/node";
import { expect, test } from "vitest";
import { product, type Sheet } from "../src/product.ts";
import { themeOf, topicColour } from "../src/shared/theme.ts";
import { pageHead } from "../src/sheet/page-head.ts";
import { sample } from "./sample/curriculum.ts";

const fonts = openFonts(readFonts());

/** Colours of the chips of the map. */
function chips(curriculum: Curriculum): (string | undefined)[] {
  const content = {
    ...{ curriculum, title: "Sheet", subtitle: "", topics: sample.topics, numbers: itemNumbers(sample) },
    product: product.parse({ layout: "sheet", path: "a.pdf" }) as Sheet,
    numberOf: ({ id }: { id: string }) => sample.topics.findIndex((topic) => topic.id === id) + 1,
  };
  const context = {
    ...{ fonts, layoutFormula: formulaLayouts(fonts), theme: themeOf("colour"), size: 7.5, leading: 1.15 },
    ...{ blockSpacing: 1, mostBlankLines: 1, leastType: 6, maxHeight: 500, hasItem: () => true },
  };
  const drawings = pageHead(content, curriculum.topics.slice(0, 1), { left: 0, top: 0, width: 800 }, context);
  return drawings.flatMap((each) => (each.kind === "rectangle" && each.height === 10.5 ? [each.fill] : []));
}

test("the map fills the chips of the topics on the page, of a selection too", () => {
  const whole = chips(sample);
  expect(whole[0]).toBe(topicColour("colour", 1));
  expect(whole[1]).not.toBe(topicColour("colour", 2));
  expect(chips(select(sample, { difficulty: ["easy", "medium", "hard"] }))).toEqual(whole);
});
