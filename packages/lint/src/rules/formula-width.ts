import type { Literal } from "unist";
import { findAll } from "../nodes.ts";
import { report } from "../report.ts";
import { defineRuleWithOptions } from "../rule.ts";

interface Setting {
  /** Em. */
  readonly most: number;
  readonly widthOf: ((tex: string) => number) | undefined;
}

/** At this width print has shrunk a formula to two thirds of its size, in the columns of a sheet. */
const most = 45;

/** What does not fit a column is shrunk until it does, and then nobody can read it. */
export const formulaWidth = defineRuleWithOptions<Setting>({
  name: "formula-width",
  severity: "warning",
  description: "A display formula fits a printed column, or can be broken to fit",
  read(value, options) {
    if (value !== undefined && !(typeof value === "number" && value > 0)) {
      throw new Error(`the most that a formula may be wide, in em, such as ${most}`);
    }
    return { most: value ?? most, widthOf: options.formulaWidth };
  },
  check(tree, file, setting) {
    if (!setting.widthOf) return;
    for (const { node, parent } of findAll(tree, "math")) {
      const width = setting.widthOf((node as Literal & { value: string }).value);
      if (width <= setting.most) continue;
      report(
        file,
        `Unexpected formula ${Math.ceil(width)} em wide, expected at most ${setting.most}: break it with \`\\\\\` inside \`aligned\`, or give a part of it a name`,
        node.position ?? parent?.position,
      );
    }
  },
});
