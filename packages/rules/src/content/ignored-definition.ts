import { quote } from "@high-recall/core";
import { atNode, sourceOf } from "../fragment.ts";
import { defineRule } from "../rule.ts";

/** `[Note]: flour` is the address of a link, and prints nothing. */
export const ignoredDefinition = defineRule({
  name: "ignored-definition",
  severity: "error",
  description: "No text is read as the address of a link",
  file({ body }, report) {
    const used = new Set<string>();
    const defined = new Map<string, string>();
    for (const { node } of body.nodes) {
      if (node.type === "linkReference" || node.type === "imageReference") used.add(node.identifier);
    }
    for (const { node, parent } of body.nodes) {
      if (node.type !== "definition") continue;
      const first = defined.get(node.identifier);
      defined.set(node.identifier, first ?? node.url);
      const isIgnored = first !== undefined && first !== node.url;
      // An address that no link needs is no loss; words are.
      const isText = !used.has(node.identifier) && !/[./:#]/.test(node.url);
      if (!isIgnored && !isText) continue;
      const label = quote(`[${node.label ?? node.identifier}]:`);
      report(
        isIgnored
          ? `${label} has another address above, and this one is never used: delete it, or give it a name of its own`
          : `${label} begins the address of a link, so this line is not printed: write ${quote(escapedStart(sourceOf(body, node)))} if it is text`,
        atNode(body, node, parent),
      );
    }
  },
});

function escapedStart(source: string): string {
  return `\\${source.slice(0, source.indexOf("]:") + 2)}`;
}
