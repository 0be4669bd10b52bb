import { quote, sectionName, suggest } from "@high-recall/core";
import type { Heading } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { atNode, atSpan } from "../fragment.ts";
import { frontValue, isKind } from "../front-values.ts";
import type { ParsedFile, SectionNodes } from "../parsed-file.ts";
import { defineRuleWithOptions, type Report } from "../rule.ts";

/** An interviewer ticks off the same steps for every design; an answer that skips one is incomplete. */
export const designSteps = defineRuleWithOptions<readonly string[]>({
  name: "design-steps",
  severity: "error",
  description: "A design question's In depth has the steps that edition.yaml lists, as `###` headings, in order",
  read(value) {
    if (value === undefined) return [];
    if (Array.isArray(value) && value.every((step) => typeof step === "string" && sectionName(step) !== ""))
      return value;
    throw new Error("a list of headings, such as `[requirements, metrics]`");
  },
  checks: (steps) =>
    steps.length === 0
      ? undefined
      : {
          file(file, report) {
            if (!isKind(file, "question") || frontValue(file, "style") !== "design") return;
            const inDepth = file.sections.find(({ name }) => name === "in-depth");
            if (inDepth) checkSteps(file, inDepth, steps, report);
          },
        },
});

function checkSteps(file: ParsedFile, inDepth: SectionNodes, steps: readonly string[], report: Report): void {
  const headings = inDepth.blocks.filter((node): node is Heading => node.type === "heading" && node.depth === 3);
  const names = headings.map((heading) => sectionName(textOf(heading)));
  let last = -1;
  for (const [index, step] of steps.entries()) {
    const at = names.indexOf(sectionName(step));
    const heading = headings[at];
    if (heading === undefined) {
      reportMissing(file, inDepth, headings, steps, step, report);
    } else if (at < last) {
      report(
        `Step \`${step}\` comes before \`${steps[index - 1]}\`: move it, the order is ${steps.join(", ")}`,
        atNode(file.body, heading),
      );
    }
    last = Math.max(last, at);
  }
}

function reportMissing(
  file: ParsedFile,
  inDepth: SectionNodes,
  headings: readonly Heading[],
  steps: readonly string[],
  step: string,
  report: Report,
): void {
  const known = steps.map(sectionName);
  const unknown = headings.filter((heading) => !known.includes(sectionName(textOf(heading))));
  const near = suggest(
    sectionName(step),
    unknown.map((heading) => sectionName(textOf(heading))),
  );
  const meant = unknown.find((heading) => sectionName(textOf(heading)) === near);
  if (meant) {
    report(
      `No step is called ${quote(textOf(meant))}: did you mean \`${step}\`?`,
      atSpan(file.body, meant.children) ?? atNode(file.body, meant),
      { replace: { actual: textOf(meant), by: [step] } },
    );
    return;
  }
  report(
    `The design lacks the step \`${step}\`: add \`### ${step}\` under \`## In depth\` (the steps are ${steps.join(", ")})`,
    atNode(file.body, inDepth.heading),
  );
}
