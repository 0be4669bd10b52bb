import type { Block, Code, Inline } from "@high-recall/core";
import type { ElementContent, Root } from "hast";
import { sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import { blocksToHast } from "./blocks.ts";
import { codeToHast, linesToHast } from "./code.ts";
import { inlinesToHast } from "./inlines.ts";
import { drawMath } from "./math.ts";
import type { HtmlOptions, MathOutput } from "./options.ts";
import { schema } from "./schema.ts";

/** Safe HTML of flow content: a lead, a section, an introduction. Blocks are separated by a line end. */
export function renderBlocks(blocks: readonly Block[], options: HtmlOptions): string {
  return render(blocksToHast(blocks, options), options.math);
}

/** Safe HTML of phrasing content, such as the `children` of a title. */
export function renderInlines(inlines: readonly Inline[], options: HtmlOptions): string {
  return render(inlinesToHast(inlines, options), options.math);
}

/** What matters for one fence; the lines to mark as `key` are counted from 1. */
export interface CodeOptions extends Pick<HtmlOptions, "math" | "narrow"> {
  readonly keyLines?: ReadonlySet<number>;
}

/** Safe HTML of one fence: `pre > code`, with a `span.tok-…` for each coloured token. `stylesheet` has the colours. */
export function renderCode(code: Code, options: CodeOptions): string {
  return render([options.narrow ? linesToHast(code, options.keyLines) : codeToHast(code)], options.math);
}

function render(children: ElementContent[], math: MathOutput): string {
  const safe = sanitize({ type: "root", children }, schema);
  // For a root with one child the sanitiser returns the child.
  const root: Root = safe.type === "root" ? safe : { type: "root", children: safe.type === "doctype" ? [] : [safe] };
  // Raw nodes come from KaTeX only: the sanitiser drops all others.
  return toHtml(drawMath(root, math), {
    allowDangerousHtml: true,
    characterReferences: { useNamedReferences: true },
  });
}
