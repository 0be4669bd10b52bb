import { visit } from "unist-util-visit";
import { report } from "../report.ts";
import { defineRuleWithOptions } from "../rule.ts";

/** In one of the three columns of a sheet, or on a phone, a wide table cannot be read. */
export const narrowTables = defineRuleWithOptions<number>({
  name: "narrow-tables",
  severity: "warning",
  description: "A table has at most six columns",
  read: readColumns,
  check(tree, file, most) {
    visit(tree, "table", (table) => {
      const columns = table.children[0]?.children.length ?? 0;
      if (columns <= most) return;
      report(
        file,
        `Unexpected table of ${columns} columns, expected at most ${most}: turn it on its side, or make two of it`,
        table.position,
      );
    });
  },
});

function readColumns(value: unknown): number {
  if (value === undefined) return 6;
  if (Number.isInteger(value) && Number(value) > 0) return Number(value);
  throw new Error("a number of columns, such as `6`");
}
