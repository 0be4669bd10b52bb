import { quote } from "@high-recall/core";
import { factsOf } from "../facts.ts";
import { outlineOf } from "../outline.ts";
import { lastLine } from "../place.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** The lead is what the sheet prints and the card shows: without it there is nothing to study. */
export const leadPresent = defineRule({
  name: "lead-present",
  severity: "error",
  description: "An item begins with a lead: text before its first `##`",
  check(tree, file) {
    const kind = factsOf(file).matter?.kind;
    const { lead, sections } = outlineOf(tree);
    // A formula without its formula is the matter of `formula-first`.
    if (kind === undefined || kind === "formula" || lead.length > 0) return;
    const first = sections[0];
    const found = first ? `${quote(`## ${first.name}`)} right after the front matter` : "empty body";
    report(
      file,
      `Unexpected ${found}, expected a lead first: ${leads[kind]}`,
      first?.heading.position ?? lastLine(file),
    );
  },
});

const leads = {
  question: "the short answer",
  code: "the task, the solution and its output",
  term: "the definition",
  pitfall: "the mistake",
  guide: "a summary",
  path: "whom it is for",
};
