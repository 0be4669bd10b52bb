import { definitionOf } from "@high-recall/core";
import { frontValue, hasKey } from "../front-values.ts";
import { keyAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";

/** A learner repeats these facts to an interviewer: somebody must have checked them against a source. */
export const sourcesAndVerified = defineRule({
  name: "sources-and-verified",
  severity: "warning",
  description: "A question, formula, term or pitfall has `sources` and `verified`; a behavioral question needs none",
  file(file, report) {
    const { kind } = file.front;
    if (kind === undefined || !definitionOf(kind).needsSources || frontValue(file, "style") === "behavioral") return;
    const sources = frontValue(file, "sources");
    if (!hasKey(file, "sources") || (Array.isArray(sources) && sources.length === 0)) {
      report("Missing `sources`: say where the facts come from, with `title` and `url` of a page", keyAt("sources"));
    }
    if (!hasKey(file, "verified")) {
      report("Missing `verified`: write the day the facts were last checked, as YYYY-MM-DD", keyAt("verified"));
    }
  },
});
