import { fenceLanguages, quote, shellWord } from "@high-recall/core";
import type { Code } from "mdast";
import { atOpening, misnamedOutput } from "../code-fence.ts";
import { atNode, atSpan } from "../fragment.ts";
import { frontValue, isKind } from "../front-values.ts";
import { type ParsedFile, valueAt } from "../parsed-file.ts";
import { defineRule, type Report } from "../rule.ts";

/** The solution is run and its output compared: both must be easy to find, and nothing after them may be lost. */
export const codeFences = defineRule({
  name: "code-fences",
  severity: "error",
  description: "A code item's lead is the task, one fence with the solution, then one `output` fence",
  file(file, report) {
    const { lead, body } = file;
    if (!isKind(file, "code") || lead.length === 0) return;
    const fences = lead.filter((node): node is Code => node.type === "code");
    const solution = fences.find((fence) => fence.lang !== "output");
    const output = fences.find((fence) => fence.lang === "output");
    if (!solution) {
      const at = atSpan(body, lead) ?? valueAt("kind");
      report(`The lead has no solution: add one fence in ${languageOf(file)} after the task`, at);
      return;
    }
    checkLanguage(file, solution, report);
    const misnamed = frontValue(file, "run") === false ? undefined : misnamedOutput(file);
    if (solution.value.trim() === "") {
      report("The solution is empty: write the code that solves the task", atNode(body, solution));
    } else if (misnamed !== undefined) {
      reportMisnamed(file, solution, misnamed, report);
    } else if (frontValue(file, "run") !== false) {
      checkOutput(file, solution, output, report);
    }
    checkOrder(file, solution, output ?? misnamed, report);
  },
});

function reportMisnamed({ body }: ParsedFile, solution: Code, fence: Code, report: Report): void {
  // No language, or one that does not exist, is reported by `fence-language`.
  if (!isLanguage(fence.lang)) return;
  const text =
    fence.lang === solution.lang
      ? `A second fence in ${quote(fence.lang)} follows the solution: call it \`output\` if it is what the solution prints, or move it to \`## How it works\``
      : `The fence after the solution is its output: call it \`output\`, not ${quote(fence.lang)}`;
  report(text, atOpening(body, fence));
}

function checkOutput({ body, path }: ParsedFile, solution: Code, output: Code | undefined, report: Report): void {
  const command = `recall run ${shellWord(path)}`;
  if (output === undefined) {
    report(
      `The solution has no output: run \`${command}\`, which adds the fence \`output\` with exactly what it prints`,
      atNode(body, solution),
    );
  } else if (output.value.trim() === "") {
    report(
      `The output is empty: run \`${command}\`, which fills it with exactly what the solution prints`,
      atNode(body, output),
    );
  }
}

function languageOf(file: ParsedFile): string {
  const value = frontValue(file, "language");
  return typeof value === "string" ? quote(value) : "the language of the front matter";
}

function checkLanguage(file: ParsedFile, solution: Code, report: Report): void {
  const value = frontValue(file, "language");
  if (solution.lang === value || !isLanguage(solution.lang) || !isLanguage(value)) return;
  report(
    `The solution is in ${quote(solution.lang)}, but \`language\` is ${quote(value)}: change one of them`,
    atOpening(file.body, solution),
    { related: [{ at: valueAt("language"), text: "`language` of the item" }] },
  );
}

/** Other languages are reported by `fence-language` and `unexpected-value`. */
function isLanguage(value: unknown): value is string {
  return fenceLanguages.some((known) => known === value);
}

function checkOrder({ lead, body }: ParsedFile, solution: Code, output: Code | undefined, report: Report): void {
  const index = lead.indexOf(solution);
  if (lead.slice(0, index).every((node) => node.type === "code")) {
    report("The solution comes without a task: say before it what to write", atNode(body, solution));
  }
  if (output && lead.indexOf(output) < index) {
    report("The output comes before the solution: move it after the solution", atNode(body, output));
  }
  for (const node of lead.slice(index + 1)) {
    if (node === output) continue;
    const what =
      node.type !== "code"
        ? "Text after the solution does"
        : node.lang === "output"
          ? "A second output does"
          : "A second solution does";
    report(
      `${what} not belong in the lead, which is the task, one solution and its output: move it to \`## How it works\``,
      atNode(body, node),
    );
  }
}
