import { quote } from "@high-recall/core";
import { toString as textOf } from "mdast-util-to-string";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** A heading promises text. */
export const noEmptySection = defineRule({
  name: "no-empty-section",
  severity: "error",
  description: "A heading is followed by text, and is itself not empty",
  check(tree, file) {
    const nodes = tree.children.filter((node) => node.type !== "definition");
    for (const [index, node] of nodes.entries()) {
      if (node.type !== "heading") continue;
      const marks = "#".repeat(node.depth);
      if (node.children.length === 0) {
        report(file, `Unexpected heading without text, expected a name after \`${marks}\``, node.position);
      }
      const next = nodes[index + 1];
      if (next && (next.type !== "heading" || next.depth > node.depth)) continue;
      report(
        file,
        `Unexpected empty section ${quote(textOf(node))}, expected text below its heading: write it, or remove the heading`,
        node.position,
      );
    }
  },
});
