import { quote } from "@high-recall/core";
import type { Nodes } from "mdast";
import { atMeta } from "../code-fence.ts";
import { texOf } from "../formula-offsets.ts";
import { atNode, offsetsOf, sourceOf } from "../fragment.ts";
import type { Fragment } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";

/** A display formula is between two lines of `$$`; on one line, Markdown reads it as an inline formula. */
export const displayMath = defineRule({
  name: "display-math",
  severity: "error",
  description: "A display formula is between lines of `$$`",
  nodes: {
    math(node, report, { fragment }) {
      if (node.meta) {
        report(
          `${quote(node.meta)} follows \`$$\` and would be lost: put \`$$\` on a line of its own`,
          atMeta(fragment, node),
        );
      } else if (!isClosed(fragment, node)) {
        report("`$$` is never closed: add a line `$$` after the formula", atNode(fragment, node));
      }
    },
    inlineMath(node, report, { fragment }) {
      const actual = sourceOf(fragment, node);
      if (!actual.startsWith("$$")) return;
      report(
        "A display formula is inside a line: put `$$` on a line of its own before and after it, or write single `$` in a sentence",
        atNode(fragment, node),
        { replace: { actual, by: remedies(fragment, node, texOf(node)) } },
      );
    },
  },
});

/** Whether a display formula ends with `$$`: without it, the rest of the file is taken for a formula. */
export function isClosed(fragment: Fragment, node: Nodes): boolean {
  return /\$\$[ \t]*$/.test(sourceOf(fragment, node).replace(/^\$+/, ""));
}

/** A formula alone on its line becomes a block; in a sentence it becomes inline, between single dollars. */
function remedies(fragment: Fragment, node: Nodes, tex: string): string[] {
  const [start, end] = offsetsOf(node) ?? [0, 0];
  const before = fragment.text.slice(fragment.text.lastIndexOf("\n", start - 1) + 1, start);
  const after = /[^\r\n]*/.exec(fragment.text.slice(end))?.[0] ?? "";
  const isAlone = /^(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*$/.test(before) && after.trim() === "";
  if (!isAlone) return [`$${tex.trim()}$`];
  const prefix = before.replace(/[^>\t]/g, " ");
  return [["$$", ...tex.trim().split("\n"), "$$"].join(`\n${prefix}`)];
}
