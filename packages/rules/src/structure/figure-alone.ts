import type { Nodes } from "mdast";
import { atNode } from "../fragment.ts";
import { defineRule, type NodeContext, type Report } from "../rule.ts";

/** Every output draws an image as a figure with its caption, which needs the whole width. */
export const figureAlone = defineRule({
  name: "figure-alone",
  severity: "error",
  description: "An image is alone in its paragraph",
  nodes: { image: check, imageReference: check },
});

function check(node: Nodes, report: Report, { fragment, parent }: NodeContext): void {
  if (parent?.type === "paragraph" && parent.children.length === 1) return;
  report(`The image is inside ${surroundings(parent)}`, atNode(fragment, node, parent));
}

/** What surrounds the image, and how to fix it. */
function surroundings(parent: Nodes | undefined): string {
  switch (parent?.type) {
    case "tableCell":
      return "a table: move it below the table";
    case "heading":
      return "a heading: move it below the heading";
    case "link":
    case "linkReference":
      return "a link: put the link into the text before it";
    default:
      return "text: put an empty line before and after it";
  }
}
