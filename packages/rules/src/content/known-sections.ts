import { definitionOf, listed, quote, suggest } from "@high-recall/core";
import { atNode, atSpan } from "../fragment.ts";
import { defineRule } from "../rule.ts";

/** Publishers find sections by name; a section with an unknown name would be lost. */
export const knownSections = defineRule({
  name: "known-sections",
  severity: "error",
  description: "A section's heading is one that its kind has; guides and paths are free",
  file({ front: { kind }, sections, body }, report) {
    const known = kind && definitionOf(kind).sections;
    if (!known) return;
    const headings = known.map(({ heading }) => heading);
    for (const { heading, name, title } of sections) {
      // A heading without words is reported by `section-name`.
      if (name === "" || headings.includes(title)) continue;
      const near = suggest(title, headings);
      const remedy = near
        ? `did you mean \`${near}\`?`
        : `use ${listed(headings)}, or make it a \`###\` heading of one of them`;
      report(
        `A ${kind} has no section ${quote(title)}: ${remedy}`,
        atSpan(body, heading.children) ?? atNode(body, heading),
        near ? { replace: { actual: title, by: [near] } } : undefined,
      );
    }
  },
});
