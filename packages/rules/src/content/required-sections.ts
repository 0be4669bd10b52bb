import { definitionOf, suggest } from "@high-recall/core";
import { atLastLine } from "../fragment.ts";
import { defineRule } from "../rule.ts";

/** A reader relies on every item of a kind to answer the same questions. */
export const requiredSections = defineRule({
  name: "required-sections",
  severity: "error",
  description: "A question has In depth; a pitfall has Why it is wrong and Instead",
  file(file, report) {
    const { kind } = file.front;
    if (kind === undefined) return;
    const sections = definitionOf(kind).sections ?? [];
    const present = new Set(file.sections.map(({ name }) => name));
    const missing = sections.filter(({ name, isRequired }) => isRequired && !present.has(name));
    if (missing.length === 0) return;
    const headings = sections.map(({ heading }) => heading);
    // A misspelt heading is reported by `known-sections`.
    const meant = new Set(file.sections.map(({ title }) => suggest(title, headings)));
    for (const { heading } of missing) {
      if (meant.has(heading)) continue;
      report(`The ${kind} has no \`## ${heading}\`: add that section`, atLastLine(file));
    }
  },
});
