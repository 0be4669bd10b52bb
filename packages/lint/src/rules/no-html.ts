import { quote } from "@high-recall/core";
import { findAll } from "../nodes.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** PDF, Anki and JSON draw Markdown, not HTML; and HTML from strangers is not let through. */
export const noHtml = defineRule({
  name: "no-html",
  severity: "error",
  description: "A body holds no HTML",
  check(tree, file) {
    for (const { node } of findAll(tree, "html")) {
      report(file, `Unexpected HTML ${quote(node.value)}, expected Markdown: ${remedyOf(node.value)}`, node.position);
    }
  },
});

const remedies: Readonly<Record<string, string>> = {
  a: "write `[text](https://…)`",
  b: "write `**bold**`",
  br: "end the line with `\\`",
  code: "write it between backticks",
  em: "write `*emphasis*`",
  hr: "write `---` on a line of its own",
  i: "write `*emphasis*`",
  img: "write `![what it shows](figures/name.svg)`",
  li: "write `- ` before each entry",
  ol: "write `1. ` before each entry",
  p: "leave an empty line between paragraphs",
  pre: "write a fence of ```` ``` ````",
  strong: "write `**bold**`",
  sub: "write a formula, such as `$x_i$`",
  sup: "write a formula, such as `$x^2$`",
  table: "write a table with `|`",
  ul: "write `- ` before each entry",
};

function remedyOf(html: string): string {
  if (html.startsWith("<!--")) return "remove the comment";
  const tag = /^<\/?([a-z0-9]+)/i.exec(html)?.[1]?.toLowerCase() ?? "";
  const remedy = Object.hasOwn(remedies, tag) ? remedies[tag] : undefined;
  return remedy ?? "remove the tag, or write `\\<` where the sign itself is meant";
}
