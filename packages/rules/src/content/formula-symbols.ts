import { quote } from "@high-recall/core";
import { checkSymbols, checkSyntax } from "@high-recall/tex";
import { atTex } from "../formula-offsets.ts";
import { frontValue, isMap } from "../front-values.ts";
import { keyAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";
import { testFormula } from "../tested-formula.ts";

/** A formula is useless to a reader who does not know its symbols. */
export const formulaSymbols = defineRule({
  name: "formula-symbols",
  severity: "error",
  description: "`symbols` lists every symbol that the formula uses, and no other",
  file(file, report) {
    const tested = testFormula(file);
    const symbols = frontValue(file, "symbols");
    if (!tested || !isMap(symbols)) return;
    const { missing, unused } = checkSymbols(tested.tex, Object.keys(symbols));
    for (const { symbol, start, end } of missing) {
      report(
        `\`symbols\` does not explain ${quote(symbol)}: add ${quote(`'${symbol}': …`)} with its meaning and its unit or shape`,
        atTex(file.body, tested.node, start, end),
      );
    }
    for (const symbol of unused.filter(isReadable)) {
      report(
        `The formula does not use ${quote(symbol)}: delete it from \`symbols\`, or spell it as in the formula`,
        keyAt("symbols", symbol),
      );
    }
  },
});

/** Invalid TeX is reported by `formula-syntax`. */
function isReadable(symbol: string): boolean {
  return checkSyntax(symbol, { display: false }).length === 0;
}
