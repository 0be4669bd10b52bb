import { atPart } from "../fragment.ts";
import { interruptionsIn, isInterrupted } from "../interruptions.ts";
import { liveTextOf, type TextBlock } from "../live-text.ts";
import { defineRule, type NodeContext, type Report } from "../rule.ts";

/** A dollar without another one begins no formula: either the other is missing, or a price needs `\$`. */
export const loneDollar = defineRule({
  name: "lone-dollar",
  severity: "error",
  description: "A dollar sign in a text is written `\\$`",
  nodes: {
    root: (node, _, { fragment }) => void interruptionsIn(fragment, node),
    blockquote: (node, _, { fragment }) => void interruptionsIn(fragment, node),
    listItem: (node, _, { fragment }) => void interruptionsIn(fragment, node),
    paragraph: check,
    heading: check,
    tableCell: check,
  },
  phrases: { heading: check },
});

function check(block: TextBlock, report: Report, { fragment }: NodeContext): void {
  // A formula that a line break cuts in two is reported by `interrupted-paragraph`.
  if (isInterrupted(block)) return;
  const { live } = liveTextOf(fragment, block);
  if (!live.includes("$")) return;
  for (const { 0: actual, index } of live.matchAll(/\$+/g)) {
    report(
      `\`${actual.slice(0, 2)}\` has no partner: write \`\\$\` for a dollar sign, or add the other end of the formula`,
      atPart(fragment, block, index, index + actual.length),
      { replace: { actual, by: [actual.replaceAll("$", "\\$$")] } },
    );
  }
}
