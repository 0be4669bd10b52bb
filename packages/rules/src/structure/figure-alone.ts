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
  report("The image is inside text: put an empty line before and after it", atNode(fragment, node, parent));
}
