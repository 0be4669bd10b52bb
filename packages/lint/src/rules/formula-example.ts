import { checkExample, type ExampleMessage } from "@high-recall/tex";
import type { Position } from "unist";
import type { VFile } from "vfile";
import { factsOf, frontValue } from "../facts.ts";
import type { DisplayFormula } from "../formula.ts";
import { placeInValue } from "../place.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";
import { examplesOf, readableFormula } from "../tested-formula.ts";

/** Learners learn the formula by heart: numbers show that it is the right one. */
export const formulaExample = defineRule({
  name: "formula-example",
  severity: "error",
  description: "A formula holds for the numbers of its `example`",
  check(tree, file) {
    const formula = readableFormula(tree, file);
    const examples = examplesOf(file);
    if (!formula || examples.length === 0) return;
    for (const message of checkExample(formula.value, examples).messages) {
      report(file, message.reason, placeOf(file, formula, message));
    }
  },
});

function placeOf(file: VFile, formula: DisplayFormula, message: ExampleMessage): Position | undefined {
  const { entry, example = 0, start, end } = message;
  if (entry !== undefined) {
    const path = Array.isArray(frontValue(file, "example")) ? ["example", example, entry] : ["example", entry];
    return factsOf(file).matter?.place(path, "key");
  }
  return end > start ? placeInValue(file, formula, start, end) : formula.position;
}
