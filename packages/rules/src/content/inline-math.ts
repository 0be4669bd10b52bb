import { quote } from "@high-recall/core";
import { atNode, atPart, sourceOf } from "../fragment.ts";
import { defineRule } from "../rule.ts";

/** The text between two prices parses as a formula; a space or a digit at its edge gives it away. */
export const inlineMath = defineRule({
  name: "inline-math",
  severity: "error",
  description: "`$…$` has no space inside its dollars and no digit after them",
  nodes: {
    inlineMath(node, report, { fragment, parent }) {
      const { value, position } = node;
      const actual = sourceOf(fragment, node) || `$${value}$`;
      // More dollars are reported by `display-math`.
      if (actual.startsWith("$$")) return;
      const inside = actual.slice(1, -1);
      const after = position?.end.offset === undefined ? "" : fragment.text.charAt(position.end.offset);
      if (/^\s|\s$/.test(inside)) {
        // With a space on one side only, the dollars may as well be prices: only a person can decide.
        const isFormula = /^\s.*\s$/s.test(inside);
        report(
          `${quote(actual)} has a space next to a dollar sign: delete it, or write \`\\$\` for a price`,
          atNode(fragment, node, parent),
          isFormula ? { replace: { actual, by: [`$${inside.trim()}$`] } } : undefined,
        );
      } else if (/[0-9]/.test(after)) {
        report(
          `A digit follows ${quote(actual)}: put a space between them, or write \`\\$\` for a price`,
          atPart(fragment, node, 0, actual.length + 1),
        );
      }
    },
  },
});
