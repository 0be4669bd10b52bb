import type { PackedPage, Slice } from "@high-recall/typeset";
import { describe, expect, test } from "vitest";
import { fitSheet } from "../src/sheet/fit-sheet.ts";

const slice = (height: number, rest: Partial<Slice> = {}): Slice => ({
  height,
  gap: 2,
  breakCost: 0,
  content: [],
  backgrounds: [],
  ...rest,
});

/** Lays out a sheet whose pages hold `room` square points of type; the size of code is fixed by its column. */
const layoutOf =
  (room: number, codeSize?: number) =>
  (size: number): PackedPage[] =>
    Array.from({ length: Math.max(1, Math.ceil((size * size) / room)) }, () => ({
      width: 1,
      height: 1,
      top: 0,
      columnWidth: 1,
      columnHeight: 1,
      columns: [
        {
          placed: [{ slice: slice(1, codeSize === undefined ? {} : { codeScale: codeSize / size }), y: 0 }],
          height: 1,
        },
      ],
      lefts: [0],
      runningHeads: [],
    }));

describe("fitting a sheet", () => {
  test("takes fewer pages than allowed if the usual size fits, and fills them", () => {
    const fitted = fitSheet({ pages: 2 }, layoutOf(8.9 ** 2));
    expect([[...fitted.pages].length, fitted.size]).toEqual([1, 8.9]);
    const smaller = fitSheet({ pages: 2 }, layoutOf(7.4 ** 2));
    expect([[...smaller.pages].length, smaller.size]).toEqual([2, 9.5]);
  });

  test("fills the pages it needs, within the limit or not", () => {
    const free = fitSheet({}, layoutOf(7.5 ** 2 / 2.2));
    expect([[...free.pages].length, free.size, free.overflowPages]).toEqual([3, 8.75, undefined]);
    const over = fitSheet({ pages: 1 }, layoutOf(7.5 ** 2 / 2.2));
    expect([[...over.pages].length, over.size, over.overflowPages]).toEqual([3, 8.75, 3]);
  });

  test("saves a page that would stay mostly white if a slightly smaller size allows", () => {
    const hollow = (size: number): PackedPage[] =>
      layoutOf(7.2 ** 2, 5)(size).map((page) => ({ ...page, columnHeight: 4 }));
    const fitted = fitSheet({ pages: 2 }, hollow);
    expect([[...fitted.pages].length, fitted.size]).toEqual([1, 7.2]);
  });

  test("a long sheet is laid out once, at the usual size", () => {
    const sizes: number[] = [];
    const layout = layoutOf(7.5 ** 2 / 60);
    const fitted = fitSheet({}, (size) => {
      sizes.push(size);
      return layout(size);
    });
    expect([fitted.size, [...fitted.pages].length, sizes]).toEqual([7.5, 60, [7.5]]);
  });

  test("uses the size of the product", () => {
    expect(fitSheet({ size: 9 }, layoutOf(7.5 ** 2)).size).toBe(9);
  });

  test("text does not outgrow code", () => {
    const sizeWith = (codeSize: number) => fitSheet({ pages: 2 }, layoutOf(7.4 ** 2, codeSize)).size;
    expect(sizeWith(6.3)).toBe(9);
    expect(sizeWith(7)).toBe(9.5);
    expect(sizeWith(5)).toBe(8.5);
  });
});
