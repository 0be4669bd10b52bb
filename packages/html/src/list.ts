import type { Block, List, ListItem, Paragraph } from "@high-recall/core";
import type { Element, ElementContent } from "hast";
import { element, text } from "./element.ts";
import { inlinesToHast } from "./inlines.ts";
import type { HtmlOptions } from "./options.ts";

/**
 * A list as hast. Paragraphs of a list that is not spread have no `p`, as in Markdown. `drawBlock` draws the other blocks of
 * its entries.
 */
export function listToHast(list: List, options: HtmlOptions, drawBlock: (block: Block) => Element): Element {
  const hasTasks = list.children.some((item) => item.checked !== null);
  const start = list.ordered && list.start !== null && list.start !== 1 ? list.start : undefined;
  return element(
    list.ordered ? "ol" : "ul",
    { start, className: hasTasks ? ["tasks"] : undefined },
    list.children.map((item) => itemToHast(item, list.spread, options, drawBlock)),
  );
}

function itemToHast(
  item: ListItem,
  spread: boolean,
  options: HtmlOptions,
  drawBlock: (block: Block) => Element,
): Element {
  const drawOther = (block: Block, checked: boolean | null) =>
    checked === null ? [drawBlock(block)] : [checkboxOf(checked), drawBlock(block)];
  const children = item.children.flatMap((block, index) => {
    const checked = index === 0 ? item.checked : null;
    const drawn = block.type === "paragraph" ? lineToHast(block, checked, spread, options) : drawOther(block, checked);
    // A line end between blocks separates the last word of one from the first of the next.
    return index === 0 ? drawn : [text("\n"), ...drawn];
  });
  if (item.checked === null) return element("li", {}, children);
  const lone = item.children.length === 0 ? [checkboxOf(item.checked)] : [];
  return element("li", { className: ["task"] }, [...lone, ...children]);
}

function lineToHast(
  paragraph: Paragraph,
  checked: boolean | null,
  spread: boolean,
  options: HtmlOptions,
): ElementContent[] {
  const line = inlinesToHast(paragraph.children, options);
  // The label names the checkbox with the task's own words, whatever their language.
  const labelled = checked === null ? line : [element("label", {}, [checkboxOf(checked), text(" "), ...line])];
  return spread ? [element("p", {}, labelled)] : labelled;
}

function checkboxOf(checked: boolean): Element {
  return element("input", { type: "checkbox", disabled: true, checked: checked || undefined }, []);
}
