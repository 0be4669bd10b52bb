import { quote } from "@high-recall/core";
import type { Literal } from "unist";
import { findAll } from "../nodes.ts";
import { placeInNode, sourceAt } from "../place.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** Between two prices stands what looks like a formula; the space or the digit at its edge gives it away. */
export const inlineMath = defineRule({
  name: "inline-math",
  severity: "error",
  description: "`$…$` has no space inside its dollars and no digit after them",
  check(tree, file) {
    for (const { node } of findAll(tree, "inlineMath")) {
      const { value, position } = node as Literal & { value: string };
      const source = sourceAt(file, position);
      const actual = source || `$${value}$`;
      const dollars = /^\$+/.exec(actual)?.[0].length ?? 0;
      const inside = actual.slice(dollars, -dollars);
      const after = position?.end.offset === undefined ? "" : String(file).charAt(position.end.offset);
      const remedy = "write `\\$` where a dollar is meant";
      if (/^\s|\s$/.test(inside)) {
        // With a space on one side only, the dollars are as likely prices: nothing to mend without a person.
        const isFormula = /^\s.*\s$/s.test(inside);
        report(
          file,
          `Unexpected space inside ${quote(actual)}, expected none next to the dollars: ${remedy}`,
          position,
          isFormula ? { actual, expected: [`$${inside.trim()}$`] } : undefined,
        );
      } else if (/[0-9]/.test(after)) {
        report(
          file,
          `Unexpected digit after ${quote(actual)}, expected a space or a sign: ${remedy}`,
          placeInNode(file, node, 0, actual.length + 1),
        );
      }
    }
  },
});
