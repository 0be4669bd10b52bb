import { visit } from "unist-util-visit";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** Every output draws an image as a figure with its caption, which needs the whole width. */
export const imageAlone = defineRule({
  name: "image-alone",
  severity: "error",
  description: "An image stands alone in its paragraph",
  check(tree, file) {
    visit(tree, (node, _index, parent) => {
      if (node.type !== "image" && node.type !== "imageReference") return;
      if (parent?.type === "paragraph" && parent.children.length === 1) return;
      report(
        file,
        "Unexpected image inside text, expected it alone: put an empty line before and after it",
        node.position ?? parent?.position,
      );
    });
  },
});
