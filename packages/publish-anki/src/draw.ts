import { relationsOf } from "@high-recall/cards";
import {
  type Block,
  bulletList,
  type Code,
  type FormulaSymbol,
  type Imprint,
  type Inline,
  type Item,
  mapInlines,
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
  const raw = (content: readonly Inline[]) => disarm(renderInlines(content, options));
  const isFormula = (tex: string) => raw([{ type: "inlineMath", value: tex }]).startsWith("\\(");
  const breakable = (inline: Inline): readonly Inline[] => {
    if (inline.type !== "inlineMath") return [inline];
    const { pieces } = cutRelation(inline.value, "inline");
    return pieces.length > 1 && pieces.every(isFormula) ? pieces.map((value) => ({ ...inline, value })) : [inline];
  };
  const inlines = (content: readonly Inline[]) => raw(mapInlines(content, breakable));
  const relations = (texts: readonly string[]) => {
    const cuts = texts.map((tex) => {
      const cut = cutRelation(tex, "display");
      // A piece may not be TeX though the whole is: then the whole is not cut.
      return cut.pieces.every(isFormula) ? cut : { ...cut, pieces: [tex] };
    });
    const lines = cuts.map(({ pieces }) => pieces.map((tex) => `<span>${displayed(tex)}</span>`).join(" "));
    const width = Math.max(0, ...cuts.map((cut) => cut.width));
    return `<div class="relations${widthClass(width)}">${lines.map((line) => `<div>${line}</div>`).join("")}</div>`;
  };
  const displayed = (tex: string) => {
    const large = raw([{ type: "inlineMath", value: `\\displaystyle ${tex}` }]);
    return large.startsWith("\\(") ? large : raw([{ type: "inlineMath", value: tex }]);
  };
  const drawing = (svg: string, words: string) =>
    svg.replace("<svg ", `<svg role="img" aria-label="${attribute(words)}" `);
  const blocks = (content: readonly Block[]) => {
    // Drawings that the renderer does not make take the place of an image. The renderer escapes an author's `<`, so only its own
    // elements are found.
    const own: { readonly html: string; readonly isDrawing: boolean }[] = [];
    const stand = (html: string, isDrawing: boolean) => `own-${own.push({ html, isDrawing }) - 1}`;
    const figure = (path: string) => {
      if (/^own-\d+$/.test(path)) return path;
      const svg = images.drawing(path);
      return svg === undefined ? images.file(path) : stand(svg, true);
    };
    const placed = mapBlocks(mapInlines(content, breakable), (block) =>
      block.type === "math"
        ? { type: "image", url: stand(relations(relationsOf(block.value).map(({ tex }) => tex)), false), alt: "" }
        : block,
    );
    const html = disarm(renderBlocks(placed, { ...options, figure }));
    return html
      .replaceAll(/<figure><img src="own-(\d+)" alt=""><\/figure>/g, (found, index: string) => {
        const each = own[Number(index)];
        return each === undefined || each.isDrawing ? found : each.html;
      })
      .replaceAll(/<img src="own-(\d+)" alt="([^"]*)">/g, (found, index: string, alt: string) => {
        const each = own[Number(index)];
        return each?.html.replace("<svg ", `<svg role="img" aria-label="${alt}" `) ?? found;
      });
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
    relations,
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
export const relationWidths = [16, 17, 18, 20, 22, 24, 26, 28, 31] as const;

function widthClass(width: number): string {
  if (width <= fits) return "";
  return ` w${relationWidths.find((each) => width * 1.06 <= each) ?? relationWidths.at(-1)}`;
}

/** The same blocks with each, at any depth, replaced by what `change` gives. */
function mapBlocks(blocks: readonly Block[], change: (block: Block) => Block): Block[] {
  return blocks.map((block) => {
    if (block.type === "blockquote") return { ...block, children: mapBlocks(block.children, change) };
    if (block.type !== "list") return change(block);
    return {
      ...block,
      children: block.children.map((entry) => ({ ...entry, children: mapBlocks(entry.children, change) })),
    };
  });
}

function attribute(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
