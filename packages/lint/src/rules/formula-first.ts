import { factsOf, isKind } from "../facts.ts";
import { formulaOf } from "../formula.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** The first `$$` block of the lead is the formula that cards ask, sheets print and the example checks. */
export const formulaFirst = defineRule({
  name: "formula-first",
  severity: "error",
  description: "A formula's lead has the formula, between lines of `$$`",
  check(tree, file) {
    if (!isKind(file, "formula") || formulaOf(tree)) return;
    report(
      file,
      "Unexpected formula item without a formula, expected it before the first `##`: put it between two lines of `$$`",
      factsOf(file).matter?.place(["kind"]),
    );
  },
});
