import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnBreak } from "../src/costs.ts";
import type { Slice } from "../src/measure/slice.ts";
import { breakColumns, type Column } from "../src/pack/break-columns.ts";
import { breakPages } from "../src/pack/break-pages.ts";
import { packPages } from "../src/pack/pack-pages.ts";

const slice = (height: number, rest: Partial<Slice> = {}): Slice => ({
  height,
  gap: 2,
  breakCost: 0,
  content: [],
  backgrounds: [],
  ...rest,
});
const slices = fc.array(
  fc
    .record({
      height: fc.double({ min: 1, max: 40, noNaN: true }),
      breakCost: fc.constantFrom(0, 12, 40, columnBreak.forbidden),
      isElastic: fc.boolean(),
      startsPage: fc.integer({ min: 0, max: 30 }).map((roll) => roll === 0),
    })
    .map(({ height, ...rest }) => slice(height, rest)),
  { maxLength: 120 },
);

const columnsOf = (all: readonly Slice[], height: number): Column[] =>
  (breakColumns(all, { height, columns: 1, isLong: true })?.pages ?? []).flat();

describe("packing", () => {
  test("places every slice once, in order", () => {
    fc.assert(
      fc.property(slices, fc.integer({ min: 1, max: 4 }), fc.boolean(), (all, columns, isStretched) => {
        const pages = [...packPages([all], { columns, height: 100, isStretched })];
        const placed = pages.flatMap((page) => page.flatMap((column) => column.placed.map((each) => each.slice)));
        expect(placed).toEqual(all);
        for (const page of pages) expect(page.length).toBeLessThanOrEqual(columns);
      }),
    );
  });

  test("no column exceeds the page, and no slices overlap", () => {
    fc.assert(
      fc.property(slices, fc.boolean(), (all, isStretched) => {
        for (const page of packPages([all], { columns: 3, height: 100, isStretched })) {
          for (const { placed } of page) {
            let bottom = 0;
            for (const { slice: each, y } of placed) {
              expect(y).toBeGreaterThanOrEqual(bottom - 1e-9);
              bottom = y + each.height;
            }
            expect(bottom).toBeLessThanOrEqual(100.2);
          }
        }
      }),
    );
  });

  test("keeps a heading with the next slice if another break is possible", () => {
    const short = fc.array(fc.double({ min: 5, max: 30, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(short, (heights) => {
        const all = heights.flatMap((height) => [slice(6, { breakCost: columnBreak.forbidden }), slice(height)]);
        for (const column of columnsOf(all, 100))
          expect(column.placed.at(-1)?.slice.breakCost).not.toBe(columnBreak.forbidden);
      }),
    );
  });

  test("repeats the head of a table in each column", () => {
    const head = slice(5);
    const rows = Array.from({ length: 30 }, (_, index) =>
      slice(10, { gap: 0, ...(index > 1 ? { headAfterBreak: [head] } : {}) }),
    );
    const columns = columnsOf(rows, 100);
    for (const column of columns.slice(1)) expect(column.placed[0]?.slice).toBe(head);
    expect(columns.flatMap((column) => column.placed).filter((each) => each.slice !== head)).toHaveLength(30);
  });

  test("closes a table at the foot of each column, without height", () => {
    const foot = slice(0);
    const rows = Array.from({ length: 30 }, (_, index) =>
      slice(10, { gap: 0, ...(index < 29 ? { footBeforeBreak: foot } : {}) }),
    );
    const columns = [...packPages([rows], { columns: 3, height: 100, isStretched: true })].flat();
    expect(columns.map(({ placed, height }) => [placed.length, height])).toEqual([
      [11, 100],
      [11, 100],
      [10, 100],
    ]);
    for (const column of columns.slice(0, -1)) expect(column.placed.at(-1)).toEqual({ slice: foot, y: 100 });
  });

  test("balances the columns of the last page", () => {
    const all = Array.from({ length: 12 }, () => slice(10, { gap: 0 }));
    const [page] = packPages([all], { columns: 3, height: 100, isStretched: false });
    expect(page?.map((column) => column.height)).toEqual([40, 40, 40]);
  });

  test("prefers an uneven last page to a bad break", () => {
    const all = [...Array(6).keys()].map((index) => slice(10, { gap: 0, breakCost: index === 2 ? 0 : 40 }));
    const [page] = packPages([all], { columns: 2, height: 100, isStretched: false });
    expect(page?.map((column) => column.placed.length)).toEqual([3, 3]);
    const tall = [...Array(10).keys()].map((index) => slice(10, { gap: 0, breakCost: index === 5 ? 0 : 40 }));
    const [uneven] = packPages([tall], { columns: 2, height: 100, isStretched: false });
    expect(uneven?.map((column) => column.placed.length)).toEqual([6, 4]);
  });

  test("gives no result if one page cannot hold everything", () => {
    expect(breakColumns([slice(60), slice(60), slice(60)], { height: 100, columns: 2, isLong: false })).toBeUndefined();
  });

  test("starts a new page at a forced page start", () => {
    const all = [slice(10), slice(10, { startsPage: true }), slice(10)];
    const pages = [...packPages([all], { columns: 2, height: 100, isStretched: false })];
    expect(pages.map((page) => page.flatMap((column) => column.placed).length)).toEqual([1, 2]);
  });
});

describe("space between panels", () => {
  const column = (first: number, ...gaps: number[]) => [
    slice(first),
    ...gaps.map((gap) => slice(10, { gap, isElastic: true })),
  ];
  const bottoms = (slices: readonly Slice[]) => {
    const [page] = packPages([[...slices, slice(10, { startsPage: true })]], {
      columns: 1,
      height: 100,
      isStretched: true,
    });
    return page?.[0]?.placed.map(({ y }) => y);
  };

  test("grows to fill a column, by half of it at most", () => {
    expect(bottoms(column(60, 8))).toEqual([0, 72]);
    expect(bottoms(column(80, 8))).toEqual([0, 90]);
  });

  test("does not grow between a repeated head and what it heads", () => {
    const head = slice(10);
    const all = [
      slice(95),
      slice(10, { gap: 8, isElastic: true, headAfterBreak: [head] }),
      slice(10, { startsPage: true }),
    ];
    const pages = [...packPages([all], { columns: 1, height: 100, isStretched: true })];
    expect(pages[1]?.[0]?.placed.map(({ y }) => y)).toEqual([0, 10]);
  });

  test("a slice that starts a column does", () => {
    const pages = [
      ...packPages([[slice(10), slice(10, { startsColumn: true })]], { columns: 2, height: 100, isStretched: false }),
    ];
    expect(pages.map((page) => page.map(({ placed }) => placed.length))).toEqual([[1, 1]]);
  });
});

describe("a long document", () => {
  /** 3,000 slices of many heights, the same each time. */
  const many = Array.from({ length: 3000 }, (_, index) =>
    slice(3 + ((index * 7919) % 31), { breakCost: [0, 12, 40, columnBreak.forbidden][(index * 104_729) % 4] ?? 0 }),
  );

  const runs = Array.from({ length: many.length / 10 }, (_, index) => many.slice(10 * index, 10 * index + 10));

  test("breaks at the same places as in one go", () => {
    const shape = { height: 100, columns: 3 };
    const whole = breakColumns(many, { ...shape, isLong: true })?.pages ?? [];
    expect(whole.length).toBeGreaterThan(150);
    expect([...breakPages(runs, shape)]).toEqual(whole);
  });

  test("gives its first page before all of it is measured", () => {
    let asked = 0;
    function* measured() {
      for (const run of runs) {
        asked += 1;
        yield run;
      }
    }
    packPages(measured(), { height: 100, columns: 3, isStretched: true }).next();
    expect(asked).toBeLessThan(runs.length / 2);
  });

  test("gives the pages before a forced page start as soon as it comes", () => {
    let asked = 0;
    function* measured() {
      for (const startsPage of [false, true, false]) {
        asked += 1;
        yield [slice(10, { startsPage })];
      }
    }
    breakPages(measured(), { height: 100, columns: 1 }).next();
    expect(asked).toBe(2);
  });

  test("may consist of slices as high as a page", () => {
    const tall = Array.from({ length: 400 }, () => slice(500));
    expect(
      [
        ...breakPages(
          tall.map((each) => [each]),
          { height: 100, columns: 2 },
        ),
      ]
        .flat()
        .flatMap(({ placed }) => placed),
    ).toHaveLength(400);
  });
});
