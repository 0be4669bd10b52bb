import { toString as textOf } from "mdast-util-to-string";
import { findAll } from "../nodes.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** A link without text cannot be seen, clicked or read aloud. */
export const linkText = defineRule({
  name: "link-text",
  severity: "error",
  description: "A link has text",
  check(tree, file) {
    for (const { node } of findAll(tree, "link", "linkReference")) {
      if (textOf(node).trim() !== "") continue;
      report(
        file,
        "Unexpected link without text, expected words between `[` and `]`: say where it leads",
        node.position,
      );
    }
  },
});
