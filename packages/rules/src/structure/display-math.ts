import { quote } from "@high-recall/core";
import type { Nodes } from "mdast";
import { atMeta } from "../code-fence.ts";
import { texOf } from "../formula-offsets.ts";
import { atNode, atPart, offsetsOf, sourceOf } from "../fragment.ts";
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
      } else if (innerSign(fragment, node) !== undefined) {
        const start = innerSign(fragment, node) ?? 0;
        report(
          "`$$` at the end of a line does not close a display formula: put it on a line of its own",
          atPart(fragment, node, start, start + 2),
        );
      } else if (!isClosed(fragment, node)) {
        report("`$$` is never closed: add a line `$$` after the formula", atNode(fragment, node));
      }
    },
    inlineMath(node, report, { fragment, parent }) {
      const actual = sourceOf(fragment, node);
      if (!actual.startsWith("$$")) return;
      const remedy =
        parent?.type === "tableCell"
          ? "write single `$` in a table"
          : "put `$$` on a line of its own before and after it, or write single `$` in a sentence";
      report(`A display formula is inside a line: ${remedy}`, atNode(fragment, node), {
        replace: { actual, by: remedies(fragment, node, texOf(node)) },
      });
    },
  },
});

/** Whether a display formula ends with `$$`: without it, the rest of the file is taken for a formula. */
export function isClosed(fragment: Fragment, node: Nodes): boolean {
  const source = sourceOf(fragment, node).replace(/^\$+/, "");
  return /\$\$[ \t]*$/.test(source) && innerSign(fragment, node) === undefined;
}

/** A `$$` in the formula, which was to close it: what follows was swallowed, up to the next line of `$$`. */
function innerSign(fragment: Fragment, node: Nodes): number | undefined {
  if (!("value" in node) || node.type !== "math" || !node.value.includes("$$")) return undefined;
  const source = sourceOf(fragment, node);
  const opening = source.indexOf("\n");
  const at = source.indexOf("$$", Math.max(opening, 2));
  return at < 0 || opening < 0 ? undefined : at;
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
