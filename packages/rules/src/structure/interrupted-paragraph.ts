import type { Nodes } from "mdast";
import { atPart, offsetsOf, sourceOf } from "../fragment.ts";
import { type Interruption, interruptionsIn, sentenceEnd } from "../interruptions.ts";
import { liveTextOf } from "../live-text.ts";
import type { Fragment } from "../parsed-file.ts";
import { defineRule, type NodeContext, type Report } from "../rule.ts";

/** Where a line is wrapped, a minus becomes a bullet, a year a number, `>` a quotation. */
export const interruptedParagraph = defineRule({
  name: "interrupted-paragraph",
  severity: "error",
  description: "No line in the middle of a paragraph begins with the sign of a list, a quotation or a heading",
  nodes: { root: check, blockquote: check, listItem: check },
});

function check(container: Nodes, report: Report, { fragment }: NodeContext): void {
  for (const { block, paragraph, sign } of interruptionsIn(fragment, container)) {
    const by = remedies(fragment, { block, paragraph, sign });
    report(
      `\`${sign}\` at the start of this line begins ${nouns[block.type]} right below a paragraph: ${wayOut(block, sign)}`,
      atPart(fragment, block, 0, sign.length),
      by.length === 0 ? undefined : { replace: { actual: sign, by } },
    );
  }
}

const nouns: Readonly<Record<Interruption["block"]["type"], string>> = {
  list: "a list",
  blockquote: "a quotation",
  heading: "a heading",
};

function wayOut({ type }: Interruption["block"], sign: string): string {
  const join = `join the two lines, or write \`${escaped(sign)}\` for the sign itself`;
  return type === "heading" ? join : `${join}; put an empty line above ${nouns[type]} that is meant`;
}

function escaped(sign: string): string {
  return sign.replace(/.$/, "\\$&");
}

/** An escape, or an empty line: which is likelier depends on whether the sentence before has ended. */
function remedies(fragment: Fragment, { block, paragraph, sign }: Interruption): string[] {
  // In a formula or code that was cut in two an escape would be wrong: only joining the lines helps.
  if (/[$`]/.test(liveTextOf(fragment, paragraph).live)) return [];
  if (block.type === "heading") return [escaped(sign)];
  const emptyLine = `\n${prefixOf(fragment, block)}${sign}`;
  if (block.type === "list" && block.children.length > 1) return [emptyLine];
  const isEnd = sentenceEnd.test(sourceOf(fragment, paragraph).slice(-8));
  return isEnd ? [emptyLine, escaped(sign)] : [escaped(sign), emptyLine];
}

/** What comes before a block on its line; a list mark becomes an indent. */
function prefixOf(fragment: Fragment, block: Nodes): string {
  const [start] = offsetsOf(block) ?? [0];
  const line = fragment.text.slice(fragment.text.lastIndexOf("\n", start - 1) + 1, start);
  return line.replace(/[^>\t]/g, " ");
}
