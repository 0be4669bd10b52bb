import { quote } from "@high-recall/core";
import { toString as textOf } from "mdast-util-to-string";
import { atNode } from "../fragment.ts";
import { defineRule } from "../rule.ts";

/** A heading promises text. */
export const noEmptySection = defineRule({
  name: "no-empty-section",
  severity: "error",
  description: "Text follows a heading",
  file({ root, body }, report) {
    const nodes = root.children.filter((node) => node.type !== "definition");
    for (const [index, node] of nodes.entries()) {
      // A heading without text is reported by `section-name`.
      if (node.type !== "heading" || node.children.length === 0) continue;
      const next = nodes[index + 1];
      if (next && (next.type !== "heading" || next.depth > node.depth)) continue;
      report(`Section ${quote(textOf(node))} is empty: write its text, or delete the heading`, atNode(body, node));
    }
  },
});
