import type { Image, ImageReference } from "mdast";
import { atNode, sourceOf } from "../fragment.ts";
import { defineRule, type NodeContext, type Report } from "../rule.ts";

/** A reader who cannot see the figure gets its alt text. */
export const figureAlt = defineRule({
  name: "figure-alt",
  severity: "error",
  description: "An image has alt text, in words",
  nodes: { image: check, imageReference: check },
});

function check(node: Image | ImageReference, report: Report, { fragment, parent }: NodeContext): void {
  const at = atNode(fragment, node, parent);
  if (!node.alt?.trim()) {
    report("The image has no alt text: say between `![` and `]` what it shows", at);
    return;
  }
  const written = /^!\[((?:[^\]\\]|\\.)*)\]/s.exec(sourceOf(fragment, node))?.[1] ?? "";
  // Parsers disagree on what is left of a formula there.
  if (!/(?<!\\)\$[^$]+\$/.test(written)) return;
  report("The alt text holds a formula, which a screen reader cannot read: say it in words", at);
}
