import { quote } from "@high-recall/core";
import type { Code } from "mdast";
import { atMeta, atOpening, keyLinesOf, solutionIn } from "../code-fence.ts";
import { isKind } from "../front-values.ts";
import { defineRule } from "../rule.ts";

const most = 8;

/** Nobody remembers forty lines: the card asks for a few, and the sheet prints them. */
export const keyLines = defineRule({
  name: "key-lines",
  severity: "error",
  description: "The solution of a code item names its key lines, at most 8",
  file(file, report) {
    if (!isKind(file, "code")) return;
    const solution = solutionIn(file.lead);
    if (solution === undefined) return;
    if (!solution.meta) {
      const opening = quote(`${solution.lang ?? ""} {2,4-6}`);
      report(
        `Missing key lines: name the lines worth remembering after the language, such as ${opening}`,
        atOpening(file.body, solution),
      );
      return;
    }
    const fault = solution.meta.startsWith("{") ? faultOf(solution, solution.meta) : undefined;
    if (fault !== undefined) report(fault, atMeta(file.body, solution));
  },
});

function faultOf(solution: Code, meta: string): string | undefined {
  const numbers = keyLinesOf(meta);
  if (numbers === undefined) return `${quote(meta)} names no lines: write numbers in rising order, such as \`{2,4-6}\``;
  const lines = solution.value.split("\n");
  const last = numbers.at(-1) ?? 0;
  if (last > lines.length) return `Line ${last} is after the end of the solution: it has ${lines.length} lines`;
  if (numbers.length > most) {
    return `The solution has ${numbers.length} key lines: name the ${most} or fewer that carry the idea`;
  }
  const blank = numbers.find((number) => lines[number - 1]?.trim() === "");
  return blank === undefined ? undefined : `Key line ${blank} is blank: leave it out`;
}
