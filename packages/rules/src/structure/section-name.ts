import { quote } from "@high-recall/core";
import { atNode } from "../fragment.ts";
import { defineRule } from "../rule.ts";

/** A section is found by its name, so the name must be unique. */
export const sectionName = defineRule({
  name: "section-name",
  severity: "error",
  description: "A heading has words, and no two sections of a file share a name",
  nodes: {
    heading(node, report, { fragment, parent }) {
      // One of level 1 is reported by `heading-depth`, one in a list or quotation by `no-nested-heading`.
      if (node.children.length > 0 || node.depth === 1 || parent?.type !== "root") return;
      report(`The heading has no text: write a name after \`${"#".repeat(node.depth)}\``, atNode(fragment, node));
    },
  },
  file({ sections, body }, report) {
    const first = new Map<string, (typeof sections)[number]>();
    for (const section of sections) {
      const { name, title, heading } = section;
      if (heading.children.length === 0) continue;
      if (name === "") {
        report(`Section ${quote(title)} has no letter or digit in its name: write words`, atNode(body, heading));
        continue;
      }
      const earlier = first.get(name);
      if (earlier === undefined) {
        first.set(name, section);
        continue;
      }
      const line = earlier.heading.position?.start.line;
      report(
        `There is already a section ${quote(title)}${line ? ` on line ${line}` : ""}: merge the two`,
        atNode(body, heading),
        { related: [{ at: atNode(body, earlier.heading), text: "the first" }] },
      );
    }
  },
});
