import { atPart } from "../fragment.ts";
import { isInterrupted } from "../interruptions.ts";
import { type LiveText, liveTextOf, type TextBlock } from "../live-text.ts";
import { defineRule, type NodeContext, type Report } from "../rule.ts";
import { isMeant, leftRuns, type SignRun, withoutPartners } from "../sign-runs.ts";

/** Signs that became no markup are printed as they are. */
export const leftoverSign = defineRule({
  name: "leftover-sign",
  severity: "warning",
  description: "No `**`, `__`, `~~` or backtick is left in a text as a sign",
  nodes: { paragraph: check, heading: check, tableCell: check },
  phrases: { heading: check },
});

function check(block: TextBlock, report: Report, { fragment }: NodeContext): void {
  const text = liveTextOf(fragment, block);
  if (!/\*\*|__|~~|`/.test(text.live)) return;
  const runs = (["**", "__", "~~"] as const).flatMap((sign) => withoutPartners(leftRuns(text, sign)));
  // Code that a line break cuts in two is reported by `interrupted-paragraph`.
  if (!isInterrupted(block)) runs.push(...backticks(text));
  for (const { index, run } of runs) report(wordsFor(run), atPart(fragment, block, index, index + run.length));
}

function backticks(text: LiveText): SignRun[] {
  return [...text.live.matchAll(/`+/g)]
    .filter(({ 0: run, index }) => !isMeant(text, index, run))
    .map(({ 0: run, index }) => ({ index, run, opens: false }));
}

function wordsFor(run: string): string {
  switch (run.charAt(0)) {
    case "`":
      return "A backtick is printed as it is: add the one that ends the code, or write `\\` before the sign itself";
    case "_":
      return `\`${run}\` is printed as it is: write a name between backticks, bold as \`**text**\`, and \`\\_\` for the sign itself`;
    case "~":
      return `\`${run}\` is printed as it is: strike a text as \`~~text~~\`, without spaces inside, or write \`\\~\` for the sign itself`;
    default:
      return `\`${run}\` is printed as it is: write bold as \`**text**\`, with a letter or digit just inside or a space just outside, or \`\\*\` for the sign itself`;
  }
}
