import { factsOf, frontValue, isKind } from "../facts.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** A learner repeats these facts to an interviewer: somebody must have checked them, against something. */
export const sourcesAndVerified = defineRule({
  name: "sources-and-verified",
  severity: "warning",
  description: "A question, formula, term or pitfall has `sources` and `verified`; a behavioral question needs none",
  check(_tree, file) {
    const { matter } = factsOf(file);
    if (!matter || !isKind(file, "question", "formula", "term", "pitfall")) return;
    if (frontValue(file, "style") === "behavioral") return;
    const sources = frontValue(file, "sources");
    if (sources === undefined || (Array.isArray(sources) && sources.length === 0)) {
      report(
        file,
        `Unexpected ${matter.kind} without \`sources\`, expected where its facts come from: add \`title\` and \`url\` of a page`,
        matter.place(["sources"], "key"),
      );
    }
    if (frontValue(file, "verified") === undefined) {
      report(
        file,
        `Unexpected ${matter.kind} without \`verified\`, expected the day its facts were last checked, as YYYY-MM-DD`,
        matter.place(["verified"], "key"),
      );
    }
  },
});
