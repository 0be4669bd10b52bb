import { quote } from "@high-recall/core";
import type { Html } from "mdast";
import { atNode } from "../fragment.ts";
import { closesEarlierTag } from "../html-tags.ts";
import { defineRule, type NodeContext, type Report } from "../rule.ts";

/** PDF, Anki and JSON draw Markdown, not HTML; and HTML from strangers is not safe. */
export const noHtml = defineRule({
  name: "no-html",
  severity: "error",
  description: "A body holds no HTML",
  nodes: { html: check },
});

function check(node: Html, report: Report, { fragment, parent }: NodeContext): void {
  if (closesEarlierTag(node, parent)) return;
  report(
    `HTML is not allowed, here ${quote(node.value)}: ${remedyOf(node.value.trim())}`,
    atNode(fragment, node, parent),
  );
}

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
  if (html.startsWith("<!--")) return "delete the comment";
  const tag = /^<\/?([a-z0-9]+)/i.exec(html)?.[1]?.toLowerCase() ?? "";
  const remedy = Object.hasOwn(remedies, tag) ? remedies[tag] : undefined;
  return remedy ?? "delete the tag, or write `\\<` where you mean the sign itself";
}
