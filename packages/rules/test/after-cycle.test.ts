import { compareText } from "@high-recall/core";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findCycles } from "../src/links/after-cycle.ts";

/** Needs in any direction: cycles, self-references and unknown ids included. */
const graphs: fc.Arbitrary<ReadonlyMap<string, readonly string[]>> = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,2}$/), { maxLength: 40 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) => fc.tuple(fc.constant(id), fc.array(fc.constantFrom(...ids, "unknown"), { maxLength: 2 }))),
    ),
  )
  .map((entries) => new Map(entries.map(([id, after]) => [id, [...new Set(after)]])));

/** Every id that a walk along `after` leads to. */
function reachable(
  from: string,
  graph: ReadonlyMap<string, readonly string[]>,
  seen: Set<string> = new Set(),
): ReadonlySet<string> {
  for (const id of graph.get(from) ?? []) {
    if (seen.has(id)) continue;
    seen.add(id);
    reachable(id, graph, seen);
  }
  return seen;
}

test("cycles follow `after` from each item to the next, start with their smallest id, and share no item", () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const cycles = findCycles(graph);
      for (const cycle of cycles) {
        expect(cycle[0]).toBe([...cycle].sort(compareText)[0]);
        for (const [at, id] of cycle.entries()) expect(graph.get(id)).toContain(cycle[(at + 1) % cycle.length]);
      }
      expect(new Set(cycles.flat()).size).toBe(cycles.flat().length);
    }),
  );
});

test("cycles are found exactly where an item needs itself, directly or through others", () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const needsItself = [...graph.keys()].some((id) => reachable(id, graph).has(id));
      expect(findCycles(graph).length > 0).toBe(needsItself);
    }),
  );
});
