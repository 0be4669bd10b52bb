import { atNode, flatten, sourceOf } from "../fragment.ts";
import { defineRule } from "../rule.ts";

/** In a table `\|` becomes `|` before the formula is read: the norm `\|` would become a bar. */
export const tablePipe = defineRule({
  name: "table-pipe",
  severity: "error",
  description: "A formula in a table writes `\\vert` for a bar and `\\Vert` for a norm",
  nodes: {
    tableCell(cell, report, { fragment }) {
      if (!sourceOf(fragment, cell).includes("\\|")) return;
      for (const { node } of flatten(cell, Number.POSITIVE_INFINITY)) {
        if (node.type !== "inlineMath" || !sourceOf(fragment, node).includes("\\|")) continue;
        report(
          "`\\|` in a formula in a table becomes `|`: write `\\vert` for a bar, `\\Vert` for a norm",
          atNode(fragment, node, cell),
        );
      }
    },
  },
});
