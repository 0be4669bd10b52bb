import { atNode, sourceOf } from "../fragment.ts";
import { defineRule } from "../rule.ts";

/** Nobody sees spaces at the end of a line. */
export const hardBreak = defineRule({
  name: "hard-break",
  severity: "warning",
  description: "A line break inside a paragraph is written `\\`, not as two spaces",
  nodes: {
    break(node, report, { fragment, parent }) {
      const source = sourceOf(fragment, node);
      const spaces = /^ {2,}/.exec(source)?.[0];
      if (spaces === undefined) return;
      report(
        "Two spaces at the end of a line break it in print: delete them, or write `\\` where a break is meant",
        atNode(fragment, node, parent),
        { replace: { actual: source, by: [source.slice(spaces.length), `\\${source.slice(spaces.length)}`] } },
      );
    },
  },
});
