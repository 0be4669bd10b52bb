import { type Inline, type Link, unreachable } from "@high-recall/core";
import type { ElementContent } from "hast";
import { element, text } from "./element.ts";
import { mathElement } from "./math.ts";
import type { HtmlOptions } from "./options.ts";
import { isSafeLink } from "./url.ts";

/** Phrasing content as hast. Formulas are still `math` elements that hold TeX, see `drawMath`. */
export function inlinesToHast(inlines: readonly Inline[], options: HtmlOptions, inLink = false): ElementContent[] {
  return inlines.flatMap((inline) => inlineToHast(inline, options, inLink));
}

function inlineToHast(inline: Inline, options: HtmlOptions, inLink: boolean): ElementContent[] {
  const children = (inlines: readonly Inline[]) => inlinesToHast(inlines, options, inLink);
  switch (inline.type) {
    case "text":
      return [text(inline.value)];
    case "emphasis":
      return [element("em", {}, children(inline.children))];
    case "strong":
      return [element("strong", {}, children(inline.children))];
    case "delete":
      return [element("del", {}, children(inline.children))];
    case "mark":
      return [element("mark", {}, children(inline.children))];
    case "inlineCode":
      return [element("code", {}, [text(inline.value)])];
    case "inlineMath":
      return [mathElement(inline.value, "inline")];
    case "break":
      return [element("br", {}, [])];
    case "link":
      // HTML has no link within a link: a parser would close the outer one.
      return inLink ? children(inline.children) : linkToHast(inline, options);
    default:
      return unreachable(inline);
  }
}

/** A link; plain text when it may not or cannot be followed. */
function linkToHast(link: Link, options: HtmlOptions): ElementContent[] {
  const children = inlinesToHast(link.children, options, true);
  const item = link.data?.item;
  const url = item === undefined ? link.url : options.linkTo?.(item);
  if (url === undefined || !isSafeLink(url)) return children;
  return [element("a", { href: url, title: link.title, dataItem: item }, children)];
}
