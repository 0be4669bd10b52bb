import { type Block, type Inline, type Item, unreachable } from "@high-recall/core";
import { type HtmlOptions, renderBlocks, renderInlines } from "@high-recall/html";
import { type FigureFile, format, ItemDocument } from "./documents.ts";
import { imagesIn } from "./figures.ts";
import { inSchemaOrder } from "./key-order.ts";
import { textOf } from "./text.ts";

/** items/<id>.json: the item as the curriculum has it, and its body as text and as HTML. */
export function itemDocument(item: Item, figures: ReadonlyMap<string, FigureFile>, options: HtmlOptions): ItemDocument {
  return inSchemaOrder(ItemDocument, documentOf(item, figures, options));
}

function documentOf(item: Item, figures: ReadonlyMap<string, FigureFile>, options: HtmlOptions): ItemDocument {
  const render = ({ children }: { readonly children: readonly Inline[] }) => renderInlines(children, options);
  const blocks = [item.lead, ...item.sections.map((section) => section.blocks)].flat();
  const common = {
    ...({ $schema: "../schema.json", document: "item", format } as const),
    figures: filesOf(blocks, figures),
    text: {
      lead: textOf(item.lead),
      sections: item.sections.map(({ name, heading, blocks }) => ({
        name,
        heading: heading.text,
        text: textOf(blocks),
      })),
    },
  };
  const html = {
    title: render(item.title),
    lead: renderBlocks(item.lead, options),
    sections: item.sections.map(({ name, heading, blocks }) => ({
      name,
      heading: render(heading),
      html: renderBlocks(blocks, options),
    })),
  };
  switch (item.kind) {
    case "question":
      return {
        ...common,
        ...item,
        html: { ...html, short: render(item.short), points: item.points.map(render), asked: item.asked.map(render) },
      };
    case "formula": {
      const symbols = item.symbols.map(({ tex, meaning }) => ({
        symbol: render({ children: [{ type: "inlineMath", value: tex }] }),
        meaning: render(meaning),
      }));
      return { ...common, ...item, html: { ...html, short: render(item.short), symbols } };
    }
    case "term":
      return { ...common, ...item, html: { ...html, short: render(item.short), aliases: item.aliases.map(render) } };
    case "path": {
      const steps = item.steps.map(({ title, note }) => ({
        title: render(title),
        ...(note ? { note: render(note) } : {}),
      }));
      return { ...common, ...item, html: { ...html, steps } };
    }
    case "code":
    case "pitfall":
      return { ...common, ...item, html: { ...html, short: render(item.short) } };
    case "guide":
      return { ...common, ...item, html };
    default:
      return unreachable(item);
  }
}

/** The files of the figures that blocks show, each once, in reading order. */
export function filesOf(blocks: readonly Block[], figures: ReadonlyMap<string, FigureFile>): FigureFile[] {
  const paths = new Set(imagesIn(blocks).map((image) => image.url));
  return [...paths].flatMap((path) => figures.get(path) ?? []);
}
