import { atNode } from "../fragment.ts";
import { defineRuleWithOptions } from "../rule.ts";
import { isClosed } from "../structure/display-math.ts";

interface Setting {
  /** Em. */
  readonly most: number;
  readonly widthOf: ((tex: string, enough: number) => number) | undefined;
}

/** A formula of this width shrinks to two thirds of its size in a column of a sheet. */
const most = 45;

/** A formula wider than its column is shrunk until it fits, and becomes hard to read. */
export const formulaWidth = defineRuleWithOptions<Setting>({
  name: "formula-width",
  severity: "warning",
  description: "A display formula fits a printed column, or can be broken to fit",
  read(value, options) {
    if (value !== undefined && !(typeof value === "number" && value > 0)) {
      throw new Error(`the largest width of a formula in em, such as \`${most}\``);
    }
    return { most: value ?? most, widthOf: options.formulaWidth };
  },
  checks: ({ most, widthOf }) =>
    widthOf && {
      nodes: {
        math(node, report, { fragment, parent }) {
          const width = widthOf(node.value, most);
          if (width <= most || !isClosed(fragment, node)) return;
          report(
            `The formula is ${Math.ceil(width)} em wide, more than the ${most} that fit: break it with \`\\\\\` inside \`aligned\`, or give a part of it a name`,
            atNode(fragment, node, parent),
          );
        },
      },
    },
});
