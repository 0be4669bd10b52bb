import type { Nodes } from "mdast";
import { atNode } from "../fragment.ts";
import { defineRule, type NodeContext, type Report } from "../rule.ts";

/** Every output draws everything that a body may hold; HTML has a rule of its own. */
export const closedSubset = defineRule({
  name: "closed-subset",
  severity: "error",
  description: "A body holds only what every output can draw",
  nodes: {
    footnoteDefinition: checkFootnote,
    footnoteReference: checkFootnote,
    // Nodes of Markdown extensions that no parser gives today.
    "*"(node, report, { fragment, parent }) {
      // Front matter in TOML is reported by `front-matter`.
      if (known.has(node.type) || (node.type as string) === "toml") return;
      report(
        `\`${node.type}\` is not allowed: write a paragraph, list, code, formula, table, quotation or figure`,
        atNode(fragment, node, parent),
      );
    },
  },
});

function checkFootnote(node: Nodes, report: Report, { fragment, parent }: NodeContext): void {
  report("Footnotes are not allowed: say it in the text", atNode(fragment, node, parent));
}

const known: ReadonlySet<string> = new Set<Nodes["type"]>([
  ...(["root", "paragraph", "heading", "list", "listItem", "blockquote", "code", "math", "table"] as const),
  ...(["tableRow", "tableCell", "thematicBreak", "definition", "yaml", "html", "text", "emphasis", "strong"] as const),
  ...(["delete", "inlineCode", "inlineMath", "break", "link", "linkReference", "image", "imageReference"] as const),
  ...(["footnoteDefinition", "footnoteReference"] as const),
]);
