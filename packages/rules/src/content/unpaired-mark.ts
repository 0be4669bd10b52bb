import type { Nodes, PhrasingContent } from "mdast";
import { atPart, offsetsOf, sourceOf } from "../fragment.ts";
import { liveTextOf, type TextBlock } from "../live-text.ts";
import { type MarkSign, pairMarkSigns } from "../mark-signs.ts";
import type { Fragment } from "../parsed-file.ts";
import { defineRule, type NodeContext, type Report } from "../rule.ts";
import { isLoose, leftRuns, looseRuns, withoutPartners } from "../sign-runs.ts";

/** A mark that does not end is printed as text, and makes no gap on a card. */
export const unpairedMark = defineRule({
  name: "unpaired-mark",
  severity: "warning",
  description: "A mark begins and ends with `==` in one paragraph, without spaces inside; titles have none",
  nodes: {
    paragraph: checkLoose,
    heading: checkLoose,
    tableCell: checkLoose,
    "*"(node, report, { fragment }) {
      if ("children" in node && node.children.some(holdsSigns)) checkSingle(node, report, fragment);
    },
  },
  phrases: {
    heading(title, report, { fragment }) {
      for (const { index, run } of withoutPartners(leftRuns(liveTextOf(fragment, title), "=="))) {
        report(
          "Front matter has no marks, so `==` is printed: delete it, or write `\\==` for the sign itself",
          atPart(fragment, title, index, index + run.length),
        );
      }
    },
  },
});

/** `== words ==` */
function checkLoose(block: TextBlock, report: Report, { fragment }: NodeContext): void {
  const text = liveTextOf(fragment, block);
  if (!text.live.includes("==")) return;
  for (const { index, run } of withoutPartners(looseRuns(text, "=="))) {
    report(
      `A mark has no space inside its signs: write \`==words==\`, or \`\\==\` for the sign itself`,
      atPart(fragment, block, index, index + run.length),
    );
  }
}

function checkSingle(parent: Nodes & { children: Nodes[] }, report: Report, fragment: Fragment): void {
  const siblings = parent.children as PhrasingContent[];
  for (const sign of pairMarkSigns(siblings, (text) => sourceOf(fragment, text)).single) {
    const node = siblings[sign.start.sibling];
    const [base] = (node && offsetsOf(node)) ?? [];
    if (base === undefined || sign.written === undefined) continue;
    const fault = faultOf(sign, node?.type === "text" ? node.value : "");
    if (fault === undefined) continue;
    const start = base + sign.written;
    report(`${fault}, or write \`\\==\` for the sign itself`, fragment.at(start, start + 2));
  }
}

function faultOf({ opens, closes, start, end }: MarkSign, text: string): string | undefined {
  // `checkLoose` reports `( == ` and ` ==.`
  const [before, after] = [text.charAt(start.offset - 1), text.charAt(end.offset)];
  if (start.offset > 0 && end.offset < text.length && isLoose(before, after)) return undefined;
  // `a !== b`
  if (/[!<>:]/.test(before) && !opens) return undefined;
  // `x==1` and `f(x)==y` are comparisons.
  const isAfterOperand = /[\p{L}\p{N})\]]/u.test(before);
  if (isAfterOperand && /\S/.test(after)) return undefined;
  if (opens) return "The mark has no end here: add `==` right after its last word";
  return closes ? "`==` ends no mark: add `==` right before its first word" : undefined;
}

function holdsSigns(node: Nodes): boolean {
  return node.type === "text" && node.value.includes("==");
}
