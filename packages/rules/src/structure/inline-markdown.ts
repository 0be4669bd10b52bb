import { quote } from "@high-recall/core";
import { atNode, sourceOf } from "../fragment.ts";
import { closesEarlierTag } from "../html-tags.ts";
import { defineRule } from "../rule.ts";

/** A title is drawn on cards, in outlines and in indexes, where links and images cannot be. */
export const inlineMarkdown = defineRule({
  name: "inline-markdown",
  severity: "error",
  description: "Titles and meanings hold only text, emphasis, code and formulas",
  phrases: {
    "*"(node, report, { fragment, parent }) {
      // One message a construct: nodes inside it are not reported again.
      if (allowed.has(node.type) || (parent !== undefined && !allowed.has(parent.type))) return;
      if (node.type === "html" && closesEarlierTag(node, parent)) return;
      const what = sourceOf(fragment, node) || node.type;
      report(
        `${quote(what)} is not allowed here: write only text, *emphasis*, \`code\` and formulas`,
        atNode(fragment, node, parent),
      );
    },
  },
  file({ front }, report) {
    const blank = [...front.phrases].filter(([, { value }]) => value !== "" && value.trim() === "");
    if (blank.length === 0) return;
    // A value that is too short is reported by `unexpected-value`.
    const reported = new Set(front.issues.map(({ path }) => JSON.stringify(path)));
    for (const [path, { at, text }] of blank) {
      if (reported.has(path)) continue;
      report("The text is blank: write words", at(0, text.length));
    }
  },
});

const allowed: ReadonlySet<string> = new Set(["root", "heading", "text", "emphasis", "inlineCode", "inlineMath"]);
