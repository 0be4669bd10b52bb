import { isKind } from "../front-values.ts";
import { valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";
import { formulaOf } from "../tested-formula.ts";

/** Cards ask the first `$$` block of the lead, sheets print it, and the example checks it. */
export const formulaFirst = defineRule({
  name: "formula-first",
  severity: "error",
  description: "A formula's lead has the formula, between lines of `$$`",
  file(file, report) {
    if (!isKind(file, "formula") || formulaOf(file)) return;
    report(
      "The formula item has no formula: write it before the first `##`, between two lines of `$$`",
      valueAt("kind"),
    );
  },
});
