import { visit } from "unist-util-visit";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** The alt text is what a reader who cannot see the figure gets. */
export const imageAlt = defineRule({
  name: "image-alt",
  severity: "error",
  description: "An image has alt text",
  check(tree, file) {
    visit(tree, (node) => {
      if (node.type !== "image" && node.type !== "imageReference") return;
      if (node.alt?.trim()) return;
      report(file, "Unexpected image without alt text, expected what it shows between `![` and `]`", node.position);
    });
  },
});
