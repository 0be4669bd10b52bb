import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** A link without text cannot be seen, clicked or read aloud. */
export const linkText = defineRule({
  name: "link-text",
  severity: "error",
  description: "A link has text",
  check(tree, file) {
    visit(tree, (node) => {
      if (node.type !== "link" && node.type !== "linkReference") return;
      if (textOf(node).trim() !== "") return;
      report(
        file,
        "Unexpected link without text, expected words between `[` and `]`: say where it leads",
        node.position,
      );
    });
  },
});
