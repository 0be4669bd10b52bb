import { quote } from "@high-recall/core";
import { brief, checkSymbols, checkSyntax, pairNames } from "@high-recall/tex";
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
    const readable = unused.filter(isReadable);
    const hasNumber = (name: string) => tested.examples.some((example) => Object.hasOwn(example, name));
    const pairs = pairNames(readable, missing, hasNumber);
    for (const { given, meant } of pairs) {
      const name = brief(meant.symbol);
      // Where the numbers have the same name, it is the formula that differs.
      if (hasNumber(given)) {
        const text = `\`symbols\` and \`example\` do not have ${quote(name)}: did you mean ${quote(given)}?`;
        report(text, atTex(file.body, tested.node, meant.start, meant.end), { replace: { actual: name, by: [given] } });
      } else {
        const text = `The formula does not use ${quote(given)}: did you mean ${quote(name)}?`;
        report(text, keyAt("symbols", given), { replace: { actual: given, by: [name] } });
      }
    }
    for (const use of missing) {
      if (pairs.some(({ meant }) => meant === use)) continue;
      const { symbol, start, end } = use;
      report(
        `\`symbols\` does not explain ${quote(symbol)}: add ${quote(`${keyOf(symbol)}: …`)} with its meaning and its unit or shape`,
        atTex(file.body, tested.node, start, end),
      );
    }
    for (const symbol of readable) {
      if (pairs.some(({ given }) => given === symbol)) continue;
      report(
        `The formula does not use ${quote(symbol)}: delete it from \`symbols\`, or spell it as in the formula`,
        keyAt("symbols", symbol),
      );
    }
  },
});

/** A symbol as a key: plain, unless YAML would read it as something else. */
function keyOf(symbol: string): string {
  const name = brief(symbol);
  return /^[\w\\]+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Invalid TeX is reported by `formula-syntax`. */
function isReadable(symbol: string): boolean {
  return checkSyntax(symbol, { display: false }).length === 0;
}
