import { definitionOf } from "@high-recall/core";
import type { RootContent } from "mdast";
import { atNode } from "../fragment.ts";
import { defineRule } from "../rule.ts";

/** A short answer is spoken. One table or formula supports it; a second one is detail. */
export const leadBlocks = defineRule({
  name: "lead-blocks",
  severity: "error",
  description: "A lead holds at most one figure, a question's at most one table or display formula",
  file({ front: { kind }, lead, body }, report) {
    for (const node of lead.filter(isFigure).slice(1)) {
      report("A second figure is one too many: a lead has at most one, move this one to a section", atNode(body, node));
    }
    const most = kind && definitionOf(kind).lead.displays;
    if (most === undefined) return;
    const displays = lead.filter(({ type }) => type === "table" || type === "math");
    for (const node of displays.slice(most)) {
      const what = node.type === "table" ? "A table" : "A display formula";
      report(
        `${what} is one too many: a ${kind}'s lead has at most ${most} table or display formula, move this one to \`## In depth\``,
        atNode(body, node),
      );
    }
  },
});

function isFigure(node: RootContent): boolean {
  const [first] = node.type === "paragraph" ? node.children : [];
  return first?.type === "image" || first?.type === "imageReference";
}
