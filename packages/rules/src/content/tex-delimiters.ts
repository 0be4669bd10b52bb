import { quote } from "@high-recall/core";
import type { Nodes, Paragraph } from "mdast";
import { atPart, offsetsOf, sourceOf } from "../fragment.ts";
import { liveTextOf, type TextBlock } from "../live-text.ts";
import type { Fragment } from "../parsed-file.ts";
import { defineRule, type NodeContext, type Report } from "../rule.ts";

/** In Markdown `\(` is a bracket, so the TeX in it is printed as text. */
export const texDelimiters = defineRule({
  name: "tex-delimiters",
  severity: "error",
  description: "A formula is between `$`, not between `\\(` and `\\)` or `\\[` and `\\]`",
  nodes: { paragraph: check, heading: check, tableCell: check },
  phrases: { heading: check },
});

function check(block: TextBlock, report: Report, { fragment }: NodeContext): void {
  const { written } = liveTextOf(fragment, block);
  if (!written.includes("\\")) return;
  const source = sourceOf(fragment, block);
  const found = formulasIn(written, source);
  for (const { start, end } of found) {
    const actual = source.slice(start, end);
    const tex = actual.slice(2, -2).trim();
    const isDisplay = actual.startsWith("\\[") && isAlone(fragment, block, actual);
    report(
      `${quote(actual)} is printed as text: write a formula as \`$…$\`, or between lines of \`$$\``,
      atPart(fragment, block, start, end),
      /[\r\n$]/.test(tex)
        ? undefined
        : { replace: { actual, by: [isDisplay ? displayed(fragment, block, tex) : `$${tex}$`] } },
    );
  }
  const command = found.length > 0 ? null : /\\[a-zA-Z]{2,40}\{/.exec(liveTextOf(fragment, block).live);
  if (command === null) return;
  const sign = command[0].slice(0, -1);
  report(
    `${quote(sign)} is printed as text: put the formula between dollars, or a name between backticks`,
    atPart(fragment, block, command.index, command.index + sign.length),
  );
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The pairs of `\(` and `\)`, `\[` and `\]` with a formula inside; escaped brackets around words are no formula. */
function formulasIn(written: string, source: string): Span[] {
  const found: Span[] = [];
  let opening: { readonly sign: string; readonly start: number } | undefined;
  for (const { 0: sign, index: start } of written.matchAll(/\\[\s\S]/g)) {
    if (sign === "\\(" || sign === "\\[") {
      opening = { sign, start };
    } else if (opening !== undefined && sign === (opening.sign === "\\(" ? "\\)" : "\\]")) {
      const end = start + 2;
      const tex = written.slice(opening.start + 2, start);
      // `\[text\](address)` shows how a link is written.
      const isLink = opening.sign === "\\[" && /^[([:]/.test(source.charAt(end));
      if (!isLink && isFormula(tex, opening.sign)) found.push({ start: opening.start, end });
      opening = undefined;
    }
  }
  return found;
}

function isFormula(tex: string, sign: string): boolean {
  if (/\\[a-zA-Z]|[\^={}]|[a-zA-Z]_/.test(tex)) return true;
  return sign === "\\(" && /^\s*[^\s,]+\s*$/.test(tex) && !/\p{L}{2}/u.test(tex) && /\p{L}/u.test(tex);
}

function isAlone(fragment: Fragment, block: TextBlock, actual: string): block is Paragraph {
  return block.type === "paragraph" && sourceOf(fragment, block).trim() === actual;
}

function displayed(fragment: Fragment, block: Nodes, tex: string): string {
  const [start] = offsetsOf(block) ?? [0];
  const line = fragment.text.slice(fragment.text.lastIndexOf("\n", start - 1) + 1, start);
  return ["$$", tex, "$$"].join(`\n${line.replace(/[^>\t]/g, " ")}`);
}
