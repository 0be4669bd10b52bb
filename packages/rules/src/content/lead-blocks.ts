import { definitionOf } from "@high-recall/core";
import { atNode } from "../fragment.ts";
import { defineRule } from "../rule.ts";

/** A short answer is spoken. One table or formula supports it; a second one is detail. */
export const leadBlocks = defineRule({
  name: "lead-blocks",
  severity: "error",
  description: "A question's lead holds at most one table or display formula",
  file({ front: { kind }, lead, body }, report) {
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
