import { type Block, type Heading, type Image, unreachable } from "@high-recall/core";
import type { Element, ElementContent } from "hast";
import { codeToHast, linesToHast } from "./code.ts";
import { element, text } from "./element.ts";
import { inlineFigure } from "./inline-figure.ts";
import { inlinesToHast } from "./inlines.ts";
import { listToHast } from "./list.ts";
import { mathElement } from "./math.ts";
import type { HtmlOptions } from "./options.ts";
import { tableToHast } from "./table.ts";
import { isSafeFigure } from "./url.ts";

/** Flow content as hast. Formulas are still `math` elements that hold TeX, see `drawMath`. */
export function blocksToHast(blocks: readonly Block[], options: HtmlOptions): ElementContent[] {
  return blocks.flatMap((block, index) => {
    const drawn = blockToHast(block, options);
    return index === 0 ? [drawn] : [text("\n"), drawn];
  });
}

export function blockToHast(block: Block, options: HtmlOptions): Element {
  switch (block.type) {
    case "paragraph":
      return element("p", {}, inlinesToHast(block.children, options));
    case "heading":
      return headingToHast(block, options);
    case "list":
      return listToHast(block, options, (inner) => blockToHast(inner, options));
    case "code":
      return options.narrow ? linesToHast(block) : codeToHast(block);
    case "math":
      return element("div", { className: ["math-display"], tabIndex: 0 }, [mathElement(block.value, "block")]);
    case "table":
      return tableToHast(block, options);
    case "blockquote":
      return element("blockquote", {}, blocksToHast(block.children, options));
    case "image":
      return figureToHast(block, options);
    case "thematicBreak":
      return element("hr", {}, []);
    default:
      return unreachable(block);
  }
}

function headingToHast(heading: Heading, options: HtmlOptions): Element {
  const depth = Math.min(6, Math.max(1, heading.depth + (options.headingOffset ?? 0)));
  return element(`h${depth}`, {}, inlinesToHast(heading.children, options));
}

function figureToHast(image: Image, options: HtmlOptions): Element {
  const found = options.figure?.(image.url);
  const source = typeof found === "string" ? { url: found } : found;
  const inline = source?.svg === undefined ? undefined : inlineFigure(source.svg, image.alt);
  const drawn =
    inline ??
    (source !== undefined && isSafeFigure(source.url)
      ? element("img", { src: source.url, alt: image.alt, width: source.width, height: source.height }, [])
      : element("p", {}, [text(image.alt)]));
  const caption = image.title === undefined ? [] : [element("figcaption", {}, [text(image.title)])];
  return element("figure", {}, [drawn, ...caption]);
}
