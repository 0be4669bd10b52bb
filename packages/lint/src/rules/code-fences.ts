import { quote } from "@high-recall/core";
import type { Code, RootContent } from "mdast";
import type { VFile } from "vfile";
import { frontValue, isKind } from "../facts.ts";
import { placeOfOpening } from "../fence.ts";
import { outlineOf } from "../outline.ts";
import { span } from "../place.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** The solution is run and its output compared: both must be plain to find, and nothing may be lost after them. */
export const codeFences = defineRule({
  name: "code-fences",
  severity: "error",
  description: "A code item's lead is the task, one fence with the solution, then one `output` fence",
  check(tree, file) {
    const { lead } = outlineOf(tree);
    if (!isKind(file, "code") || lead.length === 0) return;
    const fences = lead.filter((node): node is Code => node.type === "code");
    const solution = fences.find((fence) => fence.lang !== "output");
    const output = fences.find((fence) => fence.lang === "output");
    if (!solution) {
      const reason = `Unexpected lead without a solution, expected one fence in ${quote(language(file))} after the task`;
      report(file, reason, span(lead));
      return;
    }
    checkLanguage(file, solution);
    if (!output && frontValue(file, "run") !== false) {
      report(
        file,
        "Unexpected solution without its output, expected a fence ```` ```output ```` after it with exactly what it prints: `recall run` shows it",
        solution.position,
      );
    }
    checkOrder(file, lead, solution, output);
  },
});

function language(file: VFile): string {
  const value = frontValue(file, "language");
  return typeof value === "string" ? value : "the language of the front matter";
}

function checkLanguage(file: VFile, solution: Code): void {
  const value = frontValue(file, "language");
  // A fence without a language has a message of its own.
  if (typeof value !== "string" || !solution.lang || solution.lang === value) return;
  const reason = `Unexpected solution in ${quote(solution.lang)}, expected ${quote(value)}, the \`language\` of the front matter: change one of them`;
  report(file, reason, placeOfOpening(file, solution));
}

function checkOrder(file: VFile, lead: readonly RootContent[], solution: Code, output: Code | undefined): void {
  const at = lead.indexOf(solution);
  if (lead.slice(0, at).every((node) => node.type === "code")) {
    report(
      file,
      "Unexpected solution without a task, expected the task before it: say what to write",
      solution.position,
    );
  }
  if (output && lead.indexOf(output) < at) {
    report(file, "Unexpected output before the solution, expected it after", output.position);
  }
  for (const node of lead.slice(at + 1)) {
    if (node === output) continue;
    const what =
      node.type !== "code" ? "text after the solution" : node.lang === "output" ? "second output" : "second solution";
    report(
      file,
      `Unexpected ${what}, expected nothing in the lead but the task, one solution and its output: move it to \`## How it works\``,
      node.position,
    );
  }
}
