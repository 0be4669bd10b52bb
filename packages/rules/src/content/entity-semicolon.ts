import { quote } from "@high-recall/core";
import { atPart } from "../fragment.ts";
import { liveTextOf, type TextBlock } from "../live-text.ts";
import { defineRule, type NodeContext, type Report } from "../rule.ts";

/** `&lt` is printed as it is, and so is `&amp;lt;`, which was escaped twice. */
export const entitySemicolon = defineRule({
  name: "entity-semicolon",
  severity: "error",
  description: "An entity such as `&lt;` has its semicolon, and is escaped once",
  nodes: { paragraph: check, heading: check, tableCell: check },
  phrases: { heading: check },
});

function check(block: TextBlock, report: Report, { fragment }: NodeContext): void {
  const { written } = liveTextOf(fragment, block);
  if (!written.includes("&")) return;
  for (const { 0: actual, 1: name = "", 2: twice = "", index } of written.matchAll(pattern)) {
    if (written.charAt(index - 1) === "\\") continue;
    const right = `&${name || twice};`;
    const printed = twice === "" ? `&${name}` : right;
    report(
      `This is printed as ${quote(printed)}: write ${quote(right)} for its character, or ${quote(`\\${printed}`)} for the text itself`,
      atPart(fragment, block, index, index + actual.length),
      { replace: { actual, by: [right] } },
    );
  }
}

const pattern =
  /&(lt|gt|amp|quot|nbsp|times|ndash|mdash|hellip)(?![\w;])|&amp;(lt|gt|amp|quot|nbsp|times|ndash|mdash|hellip|#\d{1,7});/g;
