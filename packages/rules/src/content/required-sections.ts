import { definitionOf } from "@high-recall/core";
import { atLastLine } from "../fragment.ts";
import { defineRule } from "../rule.ts";

/** A reader relies on what every item of a kind answers. */
export const requiredSections = defineRule({
  name: "required-sections",
  severity: "error",
  description: "A question has In depth; a pitfall has Why it is wrong and Instead",
  file(file, report) {
    const { kind } = file.front;
    if (kind === undefined) return;
    const present = new Set(file.sections.map(({ name }) => name));
    for (const { heading, name, isRequired } of definitionOf(kind).sections ?? []) {
      if (!isRequired || present.has(name)) continue;
      report(`The ${kind} has no \`## ${heading}\`: add that section`, atLastLine(file));
    }
  },
});
