import { quote, suggest } from "@high-recall/core";
import type { Heading } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { VFile } from "vfile";
import { frontValue, isKind } from "../facts.ts";
import { nameOf, type OutlineSection, outlineOf } from "../outline.ts";
import { report } from "../report.ts";
import { defineRuleWithOptions } from "../rule.ts";

/** An interviewer ticks off the same steps for every design; an answer that skips one is not an answer. */
export const designSteps = defineRuleWithOptions<readonly string[]>({
  name: "design-steps",
  severity: "error",
  description: "A design question's In depth has the steps that edition.yaml lists, as `###` headings, in order",
  read: readSteps,
  check(tree, file, steps) {
    if (!isKind(file, "question") || frontValue(file, "style") !== "design") return;
    const inDepth = outlineOf(tree).sections.find((section) => nameOf(section.name) === "in-depth");
    if (inDepth) checkSteps(file, inDepth, steps);
  },
});

function readSteps(value: unknown): readonly string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((step) => typeof step === "string" && nameOf(step) !== "")) return value;
  throw new Error("a list of headings, such as `[requirements, metrics]`");
}

function checkSteps(file: VFile, inDepth: OutlineSection, steps: readonly string[]): void {
  const headings = inDepth.blocks.filter((node): node is Heading => node.type === "heading" && node.depth === 3);
  const names = headings.map((heading) => nameOf(textOf(heading)));
  let last = -1;
  for (const [index, step] of steps.entries()) {
    const at = names.indexOf(nameOf(step));
    if (at < 0) {
      reportMissing(file, inDepth, headings, steps, step);
    } else if (at < last) {
      report(
        file,
        `Unexpected step \`${step}\` after \`${steps[index - 1]}\`, expected the order ${steps.join(", ")}`,
        headings[at]?.position,
      );
    }
    last = Math.max(last, at);
  }
}

function reportMissing(
  file: VFile,
  inDepth: OutlineSection,
  headings: readonly Heading[],
  steps: readonly string[],
  step: string,
): void {
  const known = steps.map(nameOf);
  const strange = headings.filter((heading) => !known.includes(nameOf(textOf(heading))));
  const near = suggest(
    nameOf(step),
    strange.map((heading) => nameOf(textOf(heading))),
  );
  const meant = strange.find((heading) => nameOf(textOf(heading)) === near);
  if (meant) {
    report(file, `Unexpected step ${quote(textOf(meant))}, expected \`${step}\``, meant.position);
    return;
  }
  report(
    file,
    `Unexpected design without the step \`${step}\`, expected \`### ${step}\` under \`## In depth\`: the steps are ${steps.join(", ")}`,
    inDepth.heading.position,
  );
}
