import { quote } from "@high-recall/core";
import { toString as textOf } from "mdast-util-to-string";
import { findAll } from "../nodes.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** A heading opens a section; inside a list or a quotation there is none to open. */
export const noNestedHeading = defineRule({
  name: "no-nested-heading",
  severity: "error",
  description: "A heading does not stand inside a list or a quotation",
  check(tree, file) {
    for (const { node: heading, parent } of findAll(tree, "heading")) {
      if (!parent || parent.type === "root") continue;
      const where = parent.type === "blockquote" ? "a quotation" : "a list";
      report(
        file,
        `Unexpected heading ${quote(textOf(heading))} inside ${where}, expected it on its own: write it in bold, or move it out`,
        heading.position,
      );
    }
  },
});
