import { quote } from "@high-recall/core";
import { frontValue, isKind, isMap } from "../front-values.ts";
import { valueAt } from "../parsed-file.ts";
import { defineRule, type Report } from "../rule.ts";

/** A learner ticks off steps: each says what to do, and no item comes twice. */
export const pathSteps = defineRule({
  name: "path-steps",
  severity: "error",
  description: "Each step of a path has items or a note, and no item comes twice",
  file(file, report) {
    const steps = frontValue(file, "steps");
    if (!isKind(file, "path") || !Array.isArray(steps)) return;
    const seen = new Map<string, readonly (string | number)[]>();
    for (const [index, step] of steps.entries()) {
      if (isMap(step)) checkStep(step, index, seen, report);
    }
  },
});

function checkStep(
  step: Readonly<Record<string, unknown>>,
  index: number,
  seen: Map<string, readonly (string | number)[]>,
  report: Report,
): void {
  const items = Array.isArray(step.items) ? step.items : [];
  // Items that are no list are reported by `unexpected-value`.
  const isWrong = step.items !== undefined && step.items !== null && !Array.isArray(step.items);
  if (items.length === 0 && !step.note && !isWrong) {
    const path = typeof step.title === "string" ? ["title"] : [];
    report("The step says nothing to do: add `items` or a `note`", valueAt("steps", index, ...path));
  }
  for (const [position, id] of items.entries()) {
    if (typeof id !== "string") continue;
    const path = ["steps", index, "items", position];
    const earlier = seen.get(id);
    if (earlier === undefined) {
      seen.set(id, path);
      continue;
    }
    report(`Step ${Number(earlier[1]) + 1} has the item ${quote(id)} already: delete one`, valueAt(...path), {
      related: [{ at: valueAt(...earlier), text: "the first" }],
    });
  }
}
