import { findAll } from "../nodes.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** Every output draws an image as a figure with its caption, which needs the whole width. */
export const imageAlone = defineRule({
  name: "image-alone",
  severity: "error",
  description: "An image stands alone in its paragraph",
  check(tree, file) {
    for (const { node, parent } of findAll(tree, "image", "imageReference")) {
      if (parent?.type === "paragraph" && parent.children.length === 1) continue;
      report(
        file,
        "Unexpected image inside text, expected it alone: put an empty line before and after it",
        node.position ?? parent?.position,
      );
    }
  },
});
