import fc from "fast-check";
import { expect, test } from "vitest";
import { findCycles } from "../src/links/after-cycle.ts";

type Graph = ReadonlyMap<string, readonly string[]>;

/** The ids that each id needs, some of which may not exist. */
const graph: fc.Arbitrary<Graph> = fc
  .dictionary(fc.constantFrom(..."abcdefgh"), fc.uniqueArray(fc.constantFrom(..."abcdefghz"), { maxLength: 3 }))
  .map((needs) => new Map(Object.entries(needs)));

test("a cycle is found exactly where some ids cannot be put in order", () => {
  fc.assert(
    fc.property(graph, (needs) => {
      expect(findCycles(needs).length > 0).toBe(!canBeOrdered(needs));
    }),
    { numRuns: 1000 },
  );
});

test("each id of a cycle needs the next, the last needs the first, and no id comes twice", () => {
  fc.assert(
    fc.property(graph, (needs) => {
      const cycles = findCycles(needs);
      for (const cycle of cycles) {
        for (const [index, id] of cycle.entries()) {
          expect(needs.get(id)).toContain(cycle[(index + 1) % cycle.length]);
        }
      }
      const ids = cycles.flat();
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 1000 },
  );
});

test("cycles begin with their smallest id and come in its order, whatever the order of the graph", () => {
  fc.assert(
    fc.property(graph, fc.nat(), (needs, turn) => {
      const cycles = findCycles(needs);
      for (const cycle of cycles) expect(cycle[0]).toBe([...cycle].sort()[0]);
      const starts = cycles.map(([first]) => first);
      expect(starts).toEqual([...starts].sort());
      const entries = [...needs];
      const at = turn % Math.max(entries.length, 1);
      expect(findCycles(new Map([...entries.slice(at), ...entries.slice(0, at)]))).toEqual(cycles);
    }),
  );
});

test("the shortest cycle is reported", () => {
  const needs = new Map([
    ["a", ["b", "d"]],
    ["b", ["c"]],
    ["c", ["a"]],
    ["d", ["a"]],
  ]);
  expect(findCycles(needs)).toEqual([["a", "d"]]);
});

test("a chain of thousands of ids has a cycle only if its end needs its start", () => {
  const count = 50_000;
  const chain = (end: readonly string[]) =>
    new Map(
      Array.from({ length: count }, (_, index): [string, readonly string[]] => [
        String(index),
        index + 1 < count ? [String(index + 1)] : end,
      ]),
    );
  expect(findCycles(chain([]))).toEqual([]);
  expect(findCycles(chain(["0"]))[0]).toHaveLength(count);
});

/** Removes ids whose needs are met until none is left, or no more can be removed. */
function canBeOrdered(needs: Graph): boolean {
  const left = new Map(needs);
  for (let size = -1; size !== left.size; ) {
    size = left.size;
    for (const [id, after] of left) if (!after.some((to) => left.has(to))) left.delete(id);
  }
  return left.size === 0;
}
