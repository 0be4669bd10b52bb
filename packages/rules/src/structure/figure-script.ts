import { fileStart, quote } from "@high-recall/core";
import { defineRule } from "../rule.ts";

/** A script that draws no figure would never be run. */
export const figureScript = defineRule({
  name: "figure-script",
  severity: "error",
  description: "A script in `figures/` has the name of the SVG that it draws",
  entry(entry, report) {
    if (entry.type !== "figure-script" || entry.hasFigure) return;
    const figure = entry.name.replace(/\.py$/, ".svg");
    report(`There is no ${quote(figure)} beside this script: save what it prints there, or delete it`, fileStart);
  },
});
