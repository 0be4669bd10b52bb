import { definitionOf } from "@high-recall/core";
import { atLastLine } from "../fragment.ts";
import { meantSections } from "../lost-section.ts";
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
    // A misspelt heading is reported by `known-sections`, one of another rank or without its marks by the rules of those.
    const meant = meantSections(file);
    for (const { heading } of missing) {
      if (meant.has(heading)) continue;
      report(`The ${kind} has no \`## ${heading}\`: add that section`, atLastLine(file));
    }
  },
});
