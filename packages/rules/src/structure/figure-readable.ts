import { fileStart, Lines } from "@high-recall/core";
import { defineRule } from "../rule.ts";

/** A figure that cannot be read is drawn by no output. */
export const figureReadable = defineRule({
  name: "figure-readable",
  severity: "error",
  description: "A figure is a whole SVG or PNG with a size, and print can draw all of it",
  entry(entry, report) {
    if (entry.type !== "figure") return;
    const faults = entry.faults.filter(({ rule }) => rule === "figure-readable");
    if (faults.length === 0) return;
    const lines = new Lines(entry.text);
    for (const { reason, start, end } of faults) {
      report(reason, start === undefined ? fileStart : lines.placeOf(start, end ?? start));
    }
  },
});
