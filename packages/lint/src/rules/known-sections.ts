import { quote, suggest } from "@high-recall/core";
import { factsOf } from "../facts.ts";
import { outlineOf } from "../outline.ts";
import { span } from "../place.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";
import { sectionsOf } from "../sections.ts";

/** Publishers find a section by its name; one they do not know lands in the wrong place or nowhere. */
export const knownSections = defineRule({
  name: "known-sections",
  severity: "error",
  description: "A section's heading is one of its kind's; guides and paths are free",
  check(tree, file) {
    const kind = factsOf(file).matter?.kind;
    const known = kind && sectionsOf[kind];
    if (!known) return;
    const headings = known.map((section) => section.heading);
    for (const { heading, name } of outlineOf(tree).sections) {
      if (headings.includes(name)) continue;
      const near = suggest(name, headings);
      const expected = near
        ? `\`${near}\``
        : `one of ${list(headings)}: move the text to one of them, or make the heading a \`###\``;
      report(
        file,
        `Unexpected section ${quote(name)} in a ${kind}, expected ${expected}`,
        span(heading.children) ?? heading.position,
        near ? { actual: name, expected: [near] } : undefined,
      );
    }
  },
});

function list(headings: readonly string[]): string {
  return headings.map((heading) => `\`${heading}\``).join(", ");
}
