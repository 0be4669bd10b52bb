import { hasKey, isKind } from "../front-values.ts";
import { keyAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";

/** A wrong sign looks plausible; numbers reveal it. */
export const formulaHasExample = defineRule({
  name: "formula-has-example",
  severity: "warning",
  description: "A formula has an `example`, or says `none` and why",
  file(file, report) {
    if (!isKind(file, "formula") || hasKey(file, "example")) return;
    report(
      "Missing `example`: give each symbol a number to check the formula with, or write `none` and a `reason`",
      keyAt("example"),
    );
  },
});
