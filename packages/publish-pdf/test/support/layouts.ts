import { type Curriculum, itemNumbers } from "@high-recall/core";
import {
  type DisplayList,
  type DocumentInfo,
  formulaLayouts,
  type MeasureContext,
  openFonts,
  type PackedPage,
  type Page,
  paint,
} from "@high-recall/typeset";
import { readFonts } from "@high-recall/typeset/node";
import { layoutHandbook } from "../../src/handbook/layout-handbook.ts";
import { product } from "../../src/index.ts";
import type { Handbook, Sheet } from "../../src/product.ts";
import { themeOf } from "../../src/shared/theme.ts";
import { sheetLayout } from "../../src/sheet/layout-sheet.ts";
import { fullDetail } from "../../src/sheet/panel.ts";

const fonts = openFonts(readFonts());
const layoutFormula = formulaLayouts(fonts);

const contextAt =
  (size: number, blockSpacing: number) =>
  (maxHeight: number): MeasureContext => ({
    fonts,
    layoutFormula,
    theme: themeOf("colour"),
    size,
    leading: 1.26,
    blockSpacing,
    mostBlankLines: 1,
    leastType: 0,
    maxHeight,
    hasItem: () => true,
  });

/** A sheet, packed. */
export const sheetOf = (curriculum: Curriculum, columns = 3, size = 7.5): PackedPage[] => [
  ...sheetLayout(
    {
      curriculum,
      product: product.parse({ layout: "sheet", path: "a.pdf", columns }) as Sheet,
      title: "A title",
      subtitle: "A subtitle ".repeat(60),
      topics: curriculum.topics,
      numberOf: () => 1,
      numbers: itemNumbers(curriculum),
    },
    contextAt(size, 1),
  ).pagesOf(() => fullDetail),
];

/** A handbook, packed. */
export const bookOf = (curriculum: Curriculum): PackedPage[] => [
  ...layoutHandbook(
    {
      curriculum,
      product: product.parse({ layout: "handbook", path: "a.pdf" }) as Handbook,
      title: "A title",
      numberOf: () => 1,
      numbers: itemNumbers(curriculum),
    },
    contextAt(10, 1.5),
  ),
];

/** A display list with all its pages drawn. */
export interface Painted extends DisplayList {
  readonly pages: readonly Page[];
}

export function paintWhole(pages: readonly PackedPage[], info: DocumentInfo): Painted {
  const list = paint(pages, info);
  return { ...list, pages: [...list.pages] };
}
