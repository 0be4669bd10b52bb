import { type Block, type Imprint, type Inline, type Item, type Phrase, sectionOf } from "@high-recall/core";
import { type FigureSource, type HtmlOptions, renderBlocks, renderInlines } from "@high-recall/html";
import { disarm } from "./disarm.ts";
import { itemUrl } from "./links.ts";

/** Draws parts of an item as the HTML of a field. */
export interface Draw {
  readonly blocks: (blocks: readonly Block[]) => string;
  readonly inlines: (inlines: readonly Inline[]) => string;
  readonly phrase: (phrase: Phrase) => string;
  /** A section of the item by its name, such as `in-depth`; empty when it has none. */
  readonly section: (item: Item, name: string) => string;
}

/** Draws the items of one topic. Links to other items lead to the study site; without one they become plain text. */
export function createDraw(
  { site }: Pick<Imprint, "site">,
  figure: (path: string) => FigureSource | undefined = () => undefined,
): Draw {
  const linkTo = (item: string) => (site === undefined ? undefined : itemUrl(site, item));
  const options: HtmlOptions = { math: "mathjax", figure, linkTo };
  const blocks = (content: readonly Block[]) => disarm(renderBlocks(content, options));
  const inlines = (content: readonly Inline[]) => disarm(renderInlines(content, options));
  return {
    blocks,
    inlines,
    phrase: (phrase) => inlines(phrase.children),
    section: (item, name) => blocks(sectionOf(item, name)?.blocks ?? []),
  };
}
