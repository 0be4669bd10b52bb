import { quote } from "@high-recall/core";
import { type LostHeading, lostHeadings } from "../lost-section.ts";
import { defineRule } from "../rule.ts";

/** A heading that is only text begins no section: what follows it stays in the section above, or in the lead. */
export const sectionMarks = defineRule({
  name: "section-marks",
  severity: "error",
  description: "A line that is meant as a heading begins with `##` and a space",
  file(file, report) {
    for (const lost of lostHeadings(file)) {
      const by = `${lost.marks} ${lost.title}`;
      const { start, written } = lost;
      report(`${causeOf(lost)}: write ${quote(by)}`, file.body.at(start, start + written.length), {
        replace: { actual: written, by: [by] },
      });
    }
  },
});

function causeOf({ cause, marks, title }: LostHeading): string {
  switch (cause) {
    case "space":
      return `A heading needs a space after \`${marks}\``;
    case "backslash":
      return `A backslash makes \`${marks}\` plain text`;
    case "bold":
      return "Bold text is not a heading";
    case "plain":
      return `${quote(title)} names a section, but is not a heading`;
  }
}
