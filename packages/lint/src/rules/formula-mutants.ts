import { survivingMutants } from "@high-recall/tex";
import { placeInValue } from "../place.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";
import { testFormula } from "../tested-formula.ts";

/** With ones and zeros nearly every formula holds: such an example checks nothing. */
export const formulaMutants = defineRule({
  name: "formula-mutants",
  severity: "warning",
  description: "The `example` tells the formula from its near misses",
  check(tree, file) {
    const { formula, examples = [], faults = [] } = testFormula(tree, file) ?? {};
    if (!formula || examples.length === 0 || faults.length > 0) return;
    for (const { what, start, end } of survivingMutants(formula.value, examples)) {
      report(
        file,
        `Unexpected example that would not notice ${what} here, expected numbers that tell them apart: choose others than 0 and 1, no two alike`,
        placeInValue(file, formula, start, end),
      );
    }
  },
});
