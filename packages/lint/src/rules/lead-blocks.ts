import type { Node } from "unist";
import { isKind } from "../facts.ts";
import { isDisplayFormula } from "../formula.ts";
import { outlineOf } from "../outline.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** A short answer is spoken; one picture of it helps, a second one is detail. */
export const leadBlocks = defineRule({
  name: "lead-blocks",
  severity: "error",
  description: "A question's lead holds at most one table or display formula",
  check(tree, file) {
    if (!isKind(file, "question")) return;
    const shown = outlineOf(tree).lead.filter(isShown);
    for (const node of shown.slice(1)) {
      const what = node.type === "table" ? "table" : "display formula";
      report(
        file,
        `Unexpected second block to look at in the lead, a ${what}, expected at most one table or display formula: move it to \`## In depth\``,
        node.position,
      );
    }
  },
});

function isShown(node: Node): boolean {
  return node.type === "table" || isDisplayFormula(node);
}
