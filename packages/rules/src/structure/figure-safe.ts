import { fileStart, Lines } from "@high-recall/core";
import { defineRule } from "../rule.ts";

/** Figures come from strangers and are shown in browsers: nothing in them may run, load or hide something. */
export const figureSafe = defineRule({
  name: "figure-safe",
  severity: "error",
  description: "A figure holds nothing that runs, loads or hides something",
  entry(entry, report) {
    if (entry.type !== "figure") return;
    const faults = entry.faults.filter(({ rule }) => rule === "figure-safe");
    if (faults.length === 0) return;
    const lines = new Lines(entry.text);
    for (const { reason, start, end } of faults) {
      report(reason, start === undefined ? fileStart : lines.placeOf(start, end ?? start));
    }
  },
});
