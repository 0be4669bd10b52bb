import { findAll } from "../nodes.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** The alt text is what a reader who cannot see the figure gets. */
export const imageAlt = defineRule({
  name: "image-alt",
  severity: "error",
  description: "An image has alt text",
  check(tree, file) {
    for (const { node } of findAll(tree, "image", "imageReference")) {
      if (node.alt?.trim()) continue;
      report(file, "Unexpected image without alt text, expected what it shows between `![` and `]`", node.position);
    }
  },
});
