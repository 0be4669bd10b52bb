import type { Heading } from "mdast";
import { atNode, atPart, sourceOf } from "../fragment.ts";
import { interruptionsIn, isInterrupted } from "../interruptions.ts";
import type { Fragment } from "../parsed-file.ts";
import { defineRule, type Report } from "../rule.ts";
import { underlineOf } from "./underlined-heading.ts";

/** The title is heading 1 of every output, so a body's headings begin at 2; a skipped level breaks outlines and screen readers. */
export const headingDepth = defineRule({
  name: "heading-depth",
  severity: "error",
  description: "Headings begin at `##`, go down one level at a time, and end at `####`",
  file({ front, root, body }, report) {
    // Without front matter the heading is the only title, and `front-matter` says where it belongs.
    const hasTitle = front.state === "read" || front.state === "unreadable";
    let above = 1;
    for (const heading of root.children) {
      if (heading.type !== "heading") continue;
      const deepest = Math.min(above + 1, 4);
      if (heading.depth === 1 && hasTitle && !isAccident(body, heading)) reportTitle(body, heading, report);
      if (heading.depth > deepest) reportDepth(body, heading, deepest, report);
      above = Math.min(heading.depth, deepest);
    }
  },
});

/** A line that is no heading, which `underlined-heading` or `interrupted-paragraph` reports. */
function isAccident(body: Fragment, heading: Heading): boolean {
  interruptionsIn(body, body.root);
  return underlineOf(sourceOf(body, heading)) !== undefined || isInterrupted(heading);
}

/** Most often it repeats the title; its author did not mean a section, so there is no fix. */
function reportTitle(body: Fragment, heading: Heading, report: Report): void {
  const isUnderlined = !sourceOf(body, heading).startsWith("#");
  report(
    "The title is in the front matter, so there is no heading of level 1: delete it, or write `##` for a section",
    isUnderlined ? atNode(body, heading) : atPart(body, heading, 0, 1),
  );
}

function reportDepth(body: Fragment, heading: Heading, deepest: number, report: Report): void {
  const actual = "#".repeat(heading.depth);
  const expected = "#".repeat(deepest);
  const why = heading.depth > 4 ? "is deeper than the four levels there are" : "skips a level";
  report(`\`${actual}\` ${why}: write \`${expected}\``, atPart(body, heading, 0, heading.depth), {
    replace: { actual, by: [expected] },
  });
}
