import type { PageColumns, Slice } from "@high-recall/typeset";
import { expect, test } from "vitest";
import { countPages, type Run } from "../src/handbook/count-pages.ts";

const slice = (name: string, height: number): Slice => ({
  height,
  gap: 0,
  breakCost: 0,
  content: [],
  backgrounds: [],
  anchors: [{ name }],
});

/** Fills pages of 10 points. */
function* pack(runs: Iterable<readonly Slice[]>): Generator<PageColumns> {
  let placed: { slice: Slice; y: number }[] = [];
  let y = 0;
  for (const each of [...runs].flat()) {
    if (y + each.height > 10) {
      yield [{ placed, height: y }];
      [placed, y] = [[], 0];
    }
    placed.push({ slice: each, y });
    y += each.height;
  }
  yield [{ placed, height: y }];
}

test("the body shows the page numbers that it gets", () => {
  // The first run is taller as long as it does not know the page of the last.
  const first: Run = (pageOf) => [slice("first", (pageOf("last") ?? 100) > 9 ? 10 : 5)];
  const middle = Array.from(
    { length: 3 },
    (_, index): Run =>
      () => [slice(`middle-${index}`, 5)],
  );
  const { shown, found } = countPages([first, ...middle, () => [slice("last", 10)]], pack, 5);
  expect([...found]).toEqual([
    ["first", 5],
    ["middle-0", 5],
    ["middle-1", 6],
    ["middle-2", 6],
    ["last", 7],
  ]);
  expect(shown).toEqual(found);
});

test("a run that shows no other number is measured once", () => {
  let plain = 0;
  let referring = 0;
  const runs: Run[] = [
    () => {
      plain += 1;
      return [slice("plain", 10)];
    },
    (pageOf) => {
      referring += 1;
      return [slice("referring", pageOf("plain") === undefined ? 5 : 10)];
    },
  ];
  countPages(runs, pack, 1);
  expect([plain, referring]).toEqual([1, 2]);
});

test("page numbers that never settle end the counting", () => {
  let passes = 0;
  const run: Run = (pageOf) => {
    passes += 1;
    return [slice("moving", 5), slice("pushed", pageOf("pushed") === 1 ? 10 : 5)];
  };
  const { shown, found } = countPages([run], pack, 1);
  expect(passes).toBe(5);
  expect(shown).not.toEqual(found);
});
