import { definitionOf, quote } from "@high-recall/core";
import { atNode } from "../fragment.ts";
import { defineRule } from "../rule.ts";

/** The same order everywhere lets readers jump to what they look for. */
export const sectionOrder = defineRule({
  name: "section-order",
  severity: "error",
  description: "Sections come in the order of their kind",
  file({ front: { kind }, sections, body }, report) {
    const order = (kind && definitionOf(kind).sections) ?? [];
    let last = -1;
    for (const section of sections) {
      const rank = order.findIndex(({ name }) => name === section.name);
      if (rank >= 0 && rank < last) {
        report(
          `${quote(section.title)} comes after \`${order[last]?.heading}\`: move it, the order is ${order.map(({ heading }) => heading).join(", ")}`,
          atNode(body, section.heading),
        );
      }
      last = Math.max(last, rank);
    }
  },
});
