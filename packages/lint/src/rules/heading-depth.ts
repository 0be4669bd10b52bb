import type { Heading, Root } from "mdast";
import type { VFile } from "vfile";
import { placeInNode, sourceAt } from "../place.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** The title is heading 1 of every output, so the body's begin at 2; a level left out breaks outlines and screen readers. */
export const headingDepth = defineRule({
  name: "heading-depth",
  severity: "error",
  description: "Headings begin at `##`, go down one level at a time, and end at `####`",
  check(tree, file) {
    let above = 1;
    for (const heading of headingsOf(tree)) {
      const deepest = Math.min(above + 1, 4);
      if (heading.depth < 2) {
        reportDepth(file, heading, "##", "the title stands in the front matter");
      } else if (heading.depth > deepest) {
        const why = heading.depth > 4 ? "four levels are the most" : "a level is left out";
        reportDepth(file, heading, "#".repeat(deepest), why);
      }
      above = Math.min(Math.max(heading.depth, 2), deepest);
    }
  },
});

function headingsOf(tree: Root): Heading[] {
  return tree.children.filter((node): node is Heading => node.type === "heading");
}

function reportDepth(file: VFile, heading: Heading, expected: string, why: string): void {
  const actual = "#".repeat(heading.depth);
  const reason = `Unexpected heading with \`${actual}\`, expected \`${expected}\`: ${why}`;
  // A heading underlined with `===` has no marks to replace.
  if (sourceAt(file, heading.position).startsWith(actual)) {
    report(file, reason, placeInNode(file, heading, 0, heading.depth), { actual, expected: [expected] });
  } else {
    report(file, reason, heading.position);
  }
}
