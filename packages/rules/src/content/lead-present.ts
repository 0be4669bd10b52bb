import { definitionOf, quote } from "@high-recall/core";
import { atLastLine, atNode } from "../fragment.ts";
import { defineRule } from "../rule.ts";

/** The sheet prints the lead and the card shows it: without one there is nothing to study. */
export const leadPresent = defineRule({
  name: "lead-present",
  severity: "error",
  description: "An item begins with a lead: text before its first `##`",
  file(file, report) {
    const { kind } = file.front;
    // A formula item without its formula is reported by `formula-first`.
    if (kind === undefined || kind === "formula" || file.lead.length > 0) return;
    const [first] = file.sections;
    const found = first ? `${quote(`## ${first.title}`)} comes right after the front matter` : "The body is empty";
    report(
      `${found}: write the lead first (${definitionOf(kind).lead.description})`,
      first ? atNode(file.body, first.heading) : atLastLine(file),
    );
  },
});
