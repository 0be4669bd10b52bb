import { quote } from "@high-recall/core";
import { checkSymbols, checkSyntax } from "@high-recall/tex";
import { factsOf, frontValue, isMap } from "../facts.ts";
import { placeInValue } from "../place.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";
import { testFormula } from "../tested-formula.ts";

/** A formula whose letters are not explained is a riddle. */
export const formulaSymbols = defineRule({
  name: "formula-symbols",
  severity: "error",
  description: "`symbols` lists every symbol that the formula uses, and no other",
  check(tree, file) {
    const { formula } = testFormula(tree, file) ?? {};
    const symbols = frontValue(file, "symbols");
    if (!formula || !isMap(symbols)) return;
    const { missing, unused } = checkSymbols(formula.value, Object.keys(symbols));
    for (const { symbol, start, end } of missing) {
      report(
        file,
        `Unexpected symbol ${quote(symbol)} that \`symbols\` does not list, expected its meaning: add ${quote(`'${symbol}': …`)} with its unit or shape`,
        placeInValue(file, formula, start, end),
      );
    }
    for (const symbol of unused.filter(isReadable)) {
      report(
        file,
        `Unexpected symbol ${quote(symbol)} that the formula does not use, expected only those it does: remove it, or spell it as in the formula`,
        factsOf(file).matter?.place(["symbols", symbol], "key"),
      );
    }
  },
});

/** What is no TeX is the compiler's to report. */
function isReadable(symbol: string): boolean {
  return checkSyntax(symbol, { display: false }).length === 0;
}
