import { survivingMutants } from "@high-recall/tex";
import { atTex } from "../formula-offsets.ts";
import { defineRule } from "../rule.ts";
import { testFormula } from "../tested-formula.ts";

/** With ones and zeros nearly every formula is true: such an example checks nothing. */
export const formulaMutants = defineRule({
  name: "formula-mutants",
  severity: "warning",
  description: "The `example` tells the formula from its near misses",
  file(file, report) {
    const tested = testFormula(file);
    if (!tested || tested.examples.length === 0 || tested.faults.length > 0) return;
    for (const { what, start, end } of survivingMutants(tested.tex, tested.examples)) {
      report(
        `The example would not notice ${what} here: choose numbers other than 0 and 1, no two alike`,
        atTex(file.body, tested.node, start, end),
      );
    }
  },
});
