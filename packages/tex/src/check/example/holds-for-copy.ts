import type { TexNode } from "../../parse/node.ts";
import { copyContext, makePlan, runPlan } from "./plan.ts";
import type { Run } from "./run.ts";
import type { Statement } from "./statement.ts";

/** Whether an example that was checked with a formula holds for a changed copy as well. The copy shares its unchanged nodes
 *  with the formula: statements before the first change are not checked again. */
export function holdsForCopy(copy: readonly TexNode[], { plan, before }: Run): boolean {
  const changed = makePlan(copy, plan.prepared, plan.whole);
  const hasSameRanges =
    changed.ranges.length === plan.ranges.length && countSame(changed.ranges, plan.ranges) === plan.ranges.length;
  const from = hasSameRanges ? Math.min(countSame(changed.statements, plan.statements), before.length - 1) : 0;
  const known = from > 0 ? before[from] : undefined;
  const resumed = known === undefined ? changed : { ...changed, context: copyContext(known) };
  for (const { messages } of runPlan(resumed, from)) if (messages.length > 0) return false;
  return true;
}

/** Number of statements at the start of both lists that have the same nodes. */
function countSame(some: readonly Statement[], others: readonly Statement[]): number {
  const at = some.findIndex((statement, i) => !isSame(statement, others[i]));
  return at >= 0 ? at : some.length;
}

function isSame(some: Statement, other: Statement | undefined): boolean {
  return (
    other !== undefined &&
    hasSameNodes(some.relations, other.relations) &&
    some.sides.length === other.sides.length &&
    some.sides.every((side, i) => hasSameNodes(side, other.sides[i] ?? []))
  );
}

function hasSameNodes(some: readonly TexNode[], others: readonly TexNode[]): boolean {
  return some.length === others.length && some.every((node, i) => node === others[i]);
}
