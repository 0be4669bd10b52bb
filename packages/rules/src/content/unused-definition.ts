import { quote } from "@high-recall/core";
import { atNode, sourceOf } from "../fragment.ts";
import { defineRule } from "../rule.ts";

/** `[Note]: flour` is the address of a link, and prints nothing. */
export const unusedDefinition = defineRule({
  name: "unused-definition",
  severity: "error",
  description: "Every address that is defined for links is used",
  file({ body }, report) {
    const used = new Set<string>();
    const defined = new Set<string>();
    for (const { node } of body.nodes) {
      if (node.type === "linkReference" || node.type === "imageReference") used.add(node.identifier);
    }
    for (const { node, parent } of body.nodes) {
      if (node.type !== "definition") continue;
      const isRepeated = defined.has(node.identifier);
      defined.add(node.identifier);
      if (used.has(node.identifier) && !isRepeated) continue;
      const label = quote(`[${node.label ?? node.identifier}]:`);
      report(
        isRepeated
          ? `${label} is defined above, and this address is never used: delete it, or give it another name`
          : `${label} defines the address of a link that is nowhere, and is not printed: write \`[text][${quote(node.label ?? node.identifier).slice(1, -1)}]\` where the link belongs, or ${quote(escapedStart(sourceOf(body, node)))} if it is text`,
        atNode(body, node, parent),
      );
    }
  },
});

function escapedStart(source: string): string {
  return `\\${source.slice(0, source.indexOf("]:") + 2)}`;
}
