import { compareText, quote } from "@high-recall/core";
import { valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";

/** `after` names what to know first: with a cycle there is no study order. */
export const afterCycle = defineRule({
  name: "after-cycle",
  severity: "error",
  description: "No item needs itself, by way of `after`",
  links({ ids }, report) {
    const needs = new Map(
      [...ids].map(([id, { item }]) => [id, [...new Set(item?.after)].filter((to) => ids.has(to)).sort(compareText)]),
    );
    for (const cycle of findCycles(needs)) {
      const [id = "", next = id] = cycle;
      const file = ids.get(id);
      const index = file?.item?.after.indexOf(next);
      if (file === undefined || index === undefined) continue;
      report(file.path, wordsFor(cycle), valueAt("after", index));
    }
  },
});

function wordsFor(cycle: readonly string[]): string {
  const [id = ""] = cycle;
  if (cycle.length === 1) return `${quote(id)} is in its own \`after\`: delete it`;
  const names = [...cycle, id].map(quote);
  // A long cycle is shortened to its first and last ids.
  const around = names.length > 6 ? [...names.slice(0, 3), "…", ...names.slice(-2)] : names;
  return `\`after\` leads in a circle, ${around.join(" after ")}: delete one of these references`;
}

/** The cycles of a graph, each once, from its smallest id on, in the order of those ids. */
export function findCycles(needs: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const inCycle = new Set<string>();
  const cyclic = withoutAcyclic(needs);
  for (const id of [...cyclic.keys()].sort(compareText)) {
    if (inCycle.has(id)) continue;
    const cycle = shortestCycle(id, cyclic, inCycle);
    if (cycle === undefined) continue;
    for (const member of cycle) inCycle.add(member);
    cycles.push(cycle);
  }
  return cycles;
}

/** The graph without the ids that can be put in order, in linear time. */
function withoutAcyclic(needs: ReadonlyMap<string, readonly string[]>): Map<string, readonly string[]> {
  const open = new Map([...needs].map(([id, after]) => [id, after.filter((to) => needs.has(to)).length]));
  const neededBy = new Map<string, string[]>();
  for (const [id, after] of needs) {
    for (const to of after) {
      const list = neededBy.get(to);
      if (list) list.push(id);
      else neededBy.set(to, [id]);
    }
  }
  const met = [...open].filter(([, count]) => count === 0).map(([id]) => id);
  for (let id = met.pop(); id !== undefined; id = met.pop()) {
    open.delete(id);
    for (const dependent of neededBy.get(id) ?? []) {
      const left = (open.get(dependent) ?? 0) - 1;
      open.set(dependent, left);
      if (left === 0) met.push(dependent);
    }
  }
  return new Map([...needs].filter(([id]) => open.has(id)));
}

/** Breadth-first search; skips ids that are known to be in another cycle. */
function shortestCycle(
  from: string,
  needs: ReadonlyMap<string, readonly string[]>,
  without: ReadonlySet<string>,
): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [from];
  for (let at = 0; at < queue.length; at++) {
    const id = queue[at] as string;
    for (const needed of needs.get(id) ?? []) {
      if (needed === from) return pathFrom(from, id, cameFrom);
      if (cameFrom.has(needed) || without.has(needed) || !needs.has(needed)) continue;
      cameFrom.set(needed, id);
      queue.push(needed);
    }
  }
  return undefined;
}

function pathFrom(from: string, id: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [id];
  for (let at = id; at !== from; ) {
    at = cameFrom.get(at) as string;
    path.push(at);
  }
  return path.reverse();
}
