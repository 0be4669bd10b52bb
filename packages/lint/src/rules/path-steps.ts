import { quote } from "@high-recall/core";
import type { VFile } from "vfile";
import { factsOf, frontValue, isKind, isMap } from "../facts.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** A learner ticks off steps: each says what to do, and none twice. */
export const pathSteps = defineRule({
  name: "path-steps",
  severity: "error",
  description: "Each step of a path has items or a note, and no item comes twice",
  check(_tree, file) {
    const steps = frontValue(file, "steps");
    if (!isKind(file, "path") || !Array.isArray(steps)) return;
    const seen = new Map<string, number>();
    for (const [index, step] of steps.entries()) {
      if (isMap(step)) checkStep(file, step, index, seen);
    }
  },
});

function checkStep(file: VFile, step: Readonly<Record<string, unknown>>, index: number, seen: Map<string, number>) {
  const items = Array.isArray(step.items) ? step.items : [];
  const place = (path: readonly (string | number)[]) => factsOf(file).matter?.place(["steps", index, ...path]);
  if (items.length === 0 && !step.note) {
    const path = typeof step.title === "string" ? ["title"] : [];
    report(
      file,
      "Unexpected step without `items` or `note`, expected at least one of them: say what to do",
      place(path),
    );
  }
  for (const [position, id] of items.entries()) {
    if (typeof id !== "string") continue;
    const earlier = seen.get(id);
    if (earlier !== undefined) {
      report(
        file,
        `Unexpected item ${quote(id)}, expected each item once: step ${earlier + 1} has it already`,
        place(["items", position]),
      );
    }
    seen.set(id, earlier ?? index);
  }
}
