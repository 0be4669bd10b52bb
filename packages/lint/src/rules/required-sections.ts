import { factsOf } from "../facts.ts";
import { nameOf, outlineOf } from "../outline.ts";
import { lastLine } from "../place.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";
import { sectionsOf } from "../sections.ts";

/** A reader who opens an item of a kind relies on what every item of that kind answers. */
export const requiredSections = defineRule({
  name: "required-sections",
  severity: "error",
  description: "A question has In depth; a pitfall has Why it is wrong and Instead",
  check(tree, file) {
    const kind = factsOf(file).matter?.kind;
    if (kind === undefined) return;
    const present = outlineOf(tree).sections.map((section) => nameOf(section.name));
    for (const { heading, isRequired } of sectionsOf[kind] ?? []) {
      if (!isRequired || present.includes(nameOf(heading))) continue;
      report(
        file,
        `Unexpected end of the ${kind} without \`## ${heading}\`, expected that section: add it`,
        lastLine(file),
      );
    }
  },
});
