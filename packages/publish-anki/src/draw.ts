import {
  type Block,
  bulletList,
  type Code,
  type FormulaSymbol,
  type Imprint,
  type Inline,
  type Item,
  type Phrase,
  type SectionName,
  sectionOf,
} from "@high-recall/core";
import { type FigureSource, type HtmlOptions, renderBlocks, renderCode, renderInlines } from "@high-recall/html";
import { disarm } from "./disarm.ts";
import { itemUrl } from "./links.ts";
import { cutRelation, fits } from "./relation-html.ts";

/** Draws parts of an item as the HTML of a field. */
export interface Draw {
  readonly blocks: (blocks: readonly Block[]) => string;
  readonly inlines: (inlines: readonly Inline[]) => string;
  readonly phrase: (phrase: Phrase) => string;
  /** A section of the item by its name, such as `in-depth`; empty when it has none. */
  readonly section: <I extends Item>(item: I, name: SectionName<I["kind"]>) => string;
  /** A bulleted list; empty without entries. */
  readonly list: (entries: readonly (readonly Inline[])[]) => string;
  /** A list whose entries can be ticked; empty without entries. */
  readonly ticks: (entries: readonly Phrase[]) => string;
  readonly code: (code: Code, keyLines?: ReadonlySet<number>) => string;
  /** Relations of a formula, one below the other, in pieces between which a line may break. */
  readonly relations: (relations: readonly string[]) => string;
  /** Symbols and their meanings; empty without symbols. */
  readonly symbols: (symbols: readonly FormulaSymbol[]) => string;
  /** A drawing of `inlineFigure`, with words for those who cannot see it. */
  readonly drawing: (svg: string, words: string) => string;
}

/** How the images of a topic are shown: as files, or as drawings that have the colours of the card. */
export interface ImageSource {
  readonly file: (path: string) => FigureSource | undefined;
  readonly drawing: (path: string) => string | undefined;
}

const noImages: ImageSource = { file: () => undefined, drawing: () => undefined };

/** Draws the items of one topic. Links to other items lead to the study site; without one they become plain text. */
export function createDraw({ site }: Pick<Imprint, "site">, images: ImageSource = noImages): Draw {
  const linkTo = (item: string) => (site === undefined ? undefined : itemUrl(site, item));
  const options: HtmlOptions = { math: "mathjax", linkTo, narrow: true };
  const drawing = (svg: string, words: string) =>
    svg.replace("<svg ", `<svg role="img" aria-label="${attribute(words)}" `);
  const blocks = (content: readonly Block[]) => {
    // A drawing stands where its image would: the renderer escapes an author's `<`, so this finds its own elements only.
    const drawings: string[] = [];
    const figure = (path: string) => {
      const svg = images.drawing(path);
      if (svg === undefined) return images.file(path);
      drawings.push(svg);
      return { url: `drawing-${drawings.length - 1}` };
    };
    const html = disarm(renderBlocks(content, { ...options, figure }));
    return html.replaceAll(/<img src="drawing-(\d+)" alt="([^"]*)">/g, (_, index: string, alt: string) =>
      drawings[Number(index)]?.replace("<svg ", `<svg role="img" aria-label="${alt}" `) ?? "",
    );
  };
  const inlines = (content: readonly Inline[]) => disarm(renderInlines(content, options));
  const piece = (tex: string) => inlines([{ type: "inlineMath", value: `\\displaystyle ${tex}` }]);
  const relation = (tex: string): { html: string; width: number } => {
    const { pieces, width } = cutRelation(tex);
    const drawn = pieces.map(piece);
    // A piece may not be TeX though the whole is: then the whole is not cut.
    const whole = drawn.some((html) => !html.startsWith("\\(")) ? [piece(tex)] : drawn;
    return { html: whole.map((html) => `<span>${html}</span>`).join(" "), width };
  };
  return {
    blocks,
    inlines,
    phrase: (phrase) => inlines(phrase.children),
    section: (item, name) => blocks(sectionOf(item, name)?.blocks ?? []),
    list: (entries) => (entries.length === 0 ? "" : blocks([bulletList(entries)])),
    ticks: (entries) =>
      entries.length === 0
        ? ""
        : `<ul class="ticks">${entries
            .map(({ children }) => `<li><label><input type="checkbox"> <span>${inlines(children)}</span></label></li>`)
            .join("")}</ul>`,
    code: (code, keyLines) => disarm(renderCode(code, { ...options, ...(keyLines === undefined ? {} : { keyLines }) })),
    relations: (relations) => {
      const drawn = relations.map(relation);
      const width = Math.max(0, ...drawn.map((each) => each.width));
      return `<div class="relations${widthClass(width)}">${drawn.map(({ html }) => `<div>${html}</div>`).join("")}</div>`;
    },
    symbols: (symbols) =>
      symbols.length === 0
        ? ""
        : `<table class="symbols">${symbols
            .map(
              ({ tex, meaning }) =>
                `<tr><th scope="row">${inlines([{ type: "inlineMath", value: tex }])}</th><td>${inlines(meaning.children)}</td></tr>`,
            )
            .join("")}</table>`,
    drawing,
  };
}

/** Widths, in em, for which the style sheet has smaller letters on a phone. */
export const relationWidths = [17, 19, 21, 23, 25, 28] as const;

function widthClass(width: number): string {
  if (width <= fits) return "";
  return ` w${relationWidths.find((each) => width + 1 <= each) ?? relationWidths.at(-1)}`;
}

function attribute(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
