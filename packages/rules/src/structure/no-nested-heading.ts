import { quote } from "@high-recall/core";
import { toString as textOf } from "mdast-util-to-string";
import { atNode } from "../fragment.ts";
import { defineRule } from "../rule.ts";

/** A heading begins a section, which cannot be inside a list or a quotation. */
export const noNestedHeading = defineRule({
  name: "no-nested-heading",
  severity: "error",
  description: "A heading is not inside a list or a quotation",
  nodes: {
    heading(node, report, { fragment, parent }) {
      if (!parent || parent.type === "root") return;
      const where = parent.type === "blockquote" ? "a quotation" : "a list";
      report(
        `Heading ${quote(textOf(node))} is inside ${where}: write it in bold, or move it out`,
        atNode(fragment, node, parent),
      );
    },
  },
});
