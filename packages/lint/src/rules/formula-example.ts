import type { ExampleMessage } from "@high-recall/tex";
import type { Position } from "unist";
import type { VFile } from "vfile";
import { factsOf, frontValue } from "../facts.ts";
import type { DisplayFormula } from "../formula.ts";
import { placeInValue } from "../place.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";
import { testFormula } from "../tested-formula.ts";

/** Learners learn the formula by heart: numbers show that it is the right one. */
export const formulaExample = defineRule({
  name: "formula-example",
  severity: "error",
  description: "A formula holds for the numbers of its `example`",
  check(tree, file) {
    const { formula, faults = [] } = testFormula(tree, file) ?? {};
    for (const fault of faults) report(file, wordsOf(file, fault), placeOf(file, formula, fault));
  },
});

/** Of several examples, the message says which. */
function wordsOf(file: VFile, { reason, example }: ExampleMessage): string {
  const isList = Array.isArray(frontValue(file, "example"));
  return isList && example !== undefined ? `${reason} (example ${example + 1})` : reason;
}

function placeOf(file: VFile, formula: DisplayFormula | undefined, fault: ExampleMessage): Position | undefined {
  const { entry, example = 0, start, end } = fault;
  if (entry !== undefined) {
    const path = Array.isArray(frontValue(file, "example")) ? ["example", example, entry] : ["example", entry];
    return factsOf(file).matter?.place(path, "key");
  }
  return formula && end > start ? placeInValue(file, formula, start, end) : formula?.position;
}
