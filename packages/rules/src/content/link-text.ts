import type { Nodes } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { atNode } from "../fragment.ts";
import { defineRule, type NodeContext, type Report } from "../rule.ts";

/** A link without text cannot be seen, clicked or read aloud. */
export const linkText = defineRule({
  name: "link-text",
  severity: "error",
  description: "A link has text",
  nodes: { link: check, linkReference: check },
});

function check(node: Nodes, report: Report, { fragment, parent }: NodeContext): void {
  if (textOf(node).trim() !== "") return;
  report("The link has no text: say between `[` and `]` where it leads", atNode(fragment, node, parent));
}
