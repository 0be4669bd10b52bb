import { factsOf, frontValue, isKind } from "../facts.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** A wrong sign looks as right as a right one; numbers tell. */
export const formulaHasExample = defineRule({
  name: "formula-has-example",
  severity: "warning",
  description: "A formula has an `example`, or says `none` and why",
  check(_tree, file) {
    if (!isKind(file, "formula") || frontValue(file, "example") !== undefined) return;
    report(
      file,
      "Unexpected formula without `example`, expected numbers that it is checked with: add a value for each symbol, or `none` with a `reason`",
      factsOf(file).matter?.place(["example"], "key"),
    );
  },
});
