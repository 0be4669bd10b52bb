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
      if (heading.depth === 1) reportTitle(file, heading);
      if (heading.depth > deepest) reportDepth(file, heading, deepest);
      above = Math.min(heading.depth, deepest);
    }
  },
});

function headingsOf(tree: Root): Heading[] {
  return tree.children.filter((node): node is Heading => node.type === "heading");
}

/** Mostly the title once more; to make it a section is not what its author meant, so a program does not mend it. */
function reportTitle(file: VFile, heading: Heading): void {
  const isUnderlined = !sourceAt(file, heading.position).startsWith("#");
  report(
    file,
    "Unexpected heading of level 1, expected none, as the title stands in the front matter: remove it, or write `##` for a section",
    isUnderlined ? heading.position : placeInNode(file, heading, 0, 1),
  );
}

function reportDepth(file: VFile, heading: Heading, deepest: number): void {
  const actual = "#".repeat(heading.depth);
  const expected = "#".repeat(deepest);
  const why = deepest === 4 ? "four levels are the most" : "a level is left out";
  report(
    file,
    `Unexpected heading with \`${actual}\`, expected \`${expected}\`: ${why}`,
    placeInNode(file, heading, 0, heading.depth),
    { actual, expected: [expected] },
  );
}
