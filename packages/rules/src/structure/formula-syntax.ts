import { checkPortable, checkSyntax, type TexMessage } from "@high-recall/tex";
import { atTex, type FormulaNode, texOf } from "../formula-offsets.ts";
import { frontValue, isMap } from "../front-values.ts";
import { keyAt } from "../parsed-file.ts";
import { defineRule, type NodeContext, type Report } from "../rule.ts";
import { isClosed } from "./display-math.ts";

/** A formula that KaTeX cannot draw is drawn by no output; one that KaTeX alone can draw, not by flashcards. */
export const formulaSyntax = defineRule({
  name: "formula-syntax",
  severity: "error",
  description: "Every output can draw every formula",
  nodes: { math: check, inlineMath: check },
  phrases: { inlineMath: check },
  file(file, report) {
    const symbols = file.front.kind === "formula" ? frontValue(file, "symbols") : undefined;
    if (!isMap(symbols)) return;
    for (const tex of Object.keys(symbols)) {
      for (const { reason, start, end } of faultsOf(tex, false)) {
        report(reason, { ...keyAt("symbols", tex), range: [start, start + tex.slice(start, end).trimEnd().length] });
      }
    }
  },
});

function check(node: FormulaNode, report: Report, { fragment }: NodeContext): void {
  // A formula that is never closed contains ordinary text, and is reported by `display-math`.
  if (node.type === "math" && !isClosed(fragment, node)) return;
  const tex = texOf(node);
  for (const { reason, start, end } of faultsOf(tex, node.type === "math")) {
    report(reason, atTex(fragment, node, start, start + tex.slice(start, end).trimEnd().length));
  }
}

/** At one place, what KaTeX rejects hides what other outputs would show otherwise. */
function faultsOf(tex: string, display: boolean): readonly TexMessage[] {
  const syntax = checkSyntax(tex, { display });
  const isFree = ({ start, end }: TexMessage) => syntax.every((other) => end <= other.start || start >= other.end);
  return [...syntax, ...checkPortable(tex).filter(isFree)].sort((a, b) => a.start - b.start);
}
