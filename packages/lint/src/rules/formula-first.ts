import { isKind } from "../facts.ts";
import { formulaOf } from "../formula.ts";
import { outlineOf } from "../outline.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** The first `$$` block of the lead is the formula that cards ask, sheets print and the example checks. */
export const formulaFirst = defineRule({
  name: "formula-first",
  severity: "error",
  description: "A formula's lead has the formula, between lines of `$$`",
  check(tree, file) {
    const first = outlineOf(tree).lead[0];
    if (!first || !isKind(file, "formula") || formulaOf(tree)) return;
    report(
      file,
      "Unexpected lead without a display formula, expected the formula before the first `##`: put it between two lines of `$$`",
      first.position,
    );
  },
});
