import type { ExampleMessage } from "@high-recall/tex";
import { atTex } from "../formula-offsets.ts";
import { atNode } from "../fragment.ts";
import { frontValue } from "../front-values.ts";
import { type At, keyAt, type ParsedFile } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";
import { type TestedFormula, testFormula } from "../tested-formula.ts";

/** Learners learn the formula by heart: numbers show that it is the right one. */
export const formulaExample = defineRule({
  name: "formula-example",
  severity: "error",
  description: "A formula holds for the numbers of its `example`",
  file(file, report) {
    const tested = testFormula(file);
    for (const fault of tested?.faults ?? []) {
      if (tested) report(wordsOf(file, fault), placeOf(file, tested, fault));
    }
  },
});

/** With several examples, the message says which. */
function wordsOf(file: ParsedFile, { reason, example }: ExampleMessage): string {
  const isList = Array.isArray(frontValue(file, "example"));
  return isList && example !== undefined ? `${reason} (example ${example + 1})` : reason;
}

function placeOf(file: ParsedFile, { node }: TestedFormula, fault: ExampleMessage): At {
  const { entry, example = 0, start, end } = fault;
  if (entry !== undefined) {
    return Array.isArray(frontValue(file, "example")) ? keyAt("example", example, entry) : keyAt("example", entry);
  }
  return end > start ? atTex(file.body, node, start, end) : atNode(file.body, node);
}
