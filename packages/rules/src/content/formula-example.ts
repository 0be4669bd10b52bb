import { checkSymbols, type ExampleMessage } from "@high-recall/tex";
import { atTex } from "../formula-offsets.ts";
import { atNode } from "../fragment.ts";
import { frontValue, isMap } from "../front-values.ts";
import { type At, keyAt, type ParsedFile, valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";
import { type TestedFormula, testFormula } from "../tested-formula.ts";

/** Learners learn the formula by heart: numbers show that it is the right one. */
export const formulaExample = defineRule({
  name: "formula-example",
  severity: "error",
  description: "A formula holds for the numbers of its `example`",
  file(file, report) {
    const tested = testFormula(file);
    if (!tested) return;
    const unexplained = unexplainedSymbols(file, tested);
    for (const fault of tested.faults) {
      // One that `symbols` lacks as well is reported by `formula-symbols`.
      if (fault.missing !== undefined && unexplained.has(fault.missing)) continue;
      const { by, entry, isValue } = fault;
      const actual = isValue ? textOf(file, fault) : entry;
      const replace = by === undefined || actual === undefined ? undefined : { actual, by: [by] };
      report(wordsOf(file, fault), placeOf(file, tested, fault), { replace });
    }
  },
});

/** Symbols of the formula that are missing from both `symbols` and the example. */
function unexplainedSymbols(file: ParsedFile, { tex }: TestedFormula): ReadonlySet<string> {
  const symbols = frontValue(file, "symbols");
  const missing = isMap(symbols) ? checkSymbols(tex, Object.keys(symbols)).missing : [];
  return new Set(missing.map(({ symbol }) => symbol));
}

/** The text of an entry's value. */
function textOf(file: ParsedFile, { entry = "", example = 0 }: ExampleMessage): string | undefined {
  const examples = frontValue(file, "example");
  const own = Array.isArray(examples) ? examples[example] : examples;
  const value = isMap(own) ? own[entry] : undefined;
  return typeof value === "string" ? value : undefined;
}

/** With several examples, the message says which. */
function wordsOf(file: ParsedFile, { reason, example }: ExampleMessage): string {
  const isList = Array.isArray(frontValue(file, "example"));
  return isList && example !== undefined ? `${reason} (example ${example + 1})` : reason;
}

function placeOf(file: ParsedFile, { node }: TestedFormula, fault: ExampleMessage): At {
  const { entry, example = 0, start, end } = fault;
  if (entry !== undefined) {
    const path = Array.isArray(frontValue(file, "example")) ? ["example", example, entry] : ["example", entry];
    return fault.isValue ? valueAt(...path) : keyAt(...path);
  }
  return end > start ? atTex(file.body, node, start, end) : atNode(file.body, node);
}
