import { type Block, type Inline, type Item, unreachable } from "@high-recall/core";
import { type HtmlOptions, renderBlocks, renderInlines } from "@high-recall/html";
import { type FigureFile, format, ItemDocument } from "./documents.ts";
import { imagesIn } from "./figures.ts";
import { textOf } from "./text.ts";

/** items/<id>.json: the item as the curriculum has it, and its body as text and as HTML. */
export function itemDocument(item: Item, figures: ReadonlyMap<string, FigureFile>, options: HtmlOptions): ItemDocument {
  const blocks = [item.lead, ...item.sections.map((section) => section.blocks)].flat();
  return ItemDocument.parse({
    $schema: "../schema.json",
    document: "item",
    format,
    ...item,
    figures: filesOf(blocks, figures),
    text: {
      lead: textOf(item.lead),
      sections: item.sections.map(({ name, heading, blocks }) => ({
        name,
        heading: heading.text,
        text: textOf(blocks),
      })),
    },
    html: {
      title: renderInlines(item.title.children, options),
      lead: renderBlocks(item.lead, options),
      sections: item.sections.map(({ name, heading, blocks }) => ({
        name,
        heading: renderInlines(heading.children, options),
        html: renderBlocks(blocks, options),
      })),
      ...htmlOfKind(item, (inlines) => renderInlines(inlines, options)),
    },
  });
}

/** The files of the figures that blocks show, each once, in reading order. */
export function filesOf(blocks: readonly Block[], figures: ReadonlyMap<string, FigureFile>): FigureFile[] {
  const paths = new Set(imagesIn(blocks).map((image) => image.url));
  return [...paths].flatMap((path) => figures.get(path) ?? []);
}

/** What only some kinds have, as HTML. */
function htmlOfKind(item: Item, render: (inlines: readonly Inline[]) => string): object {
  switch (item.kind) {
    case "question":
      return { asked: item.asked.map((phrase) => render(phrase.children)) };
    case "formula":
      return {
        symbols: item.symbols.map(({ tex, meaning }) => ({
          symbol: render([{ type: "inlineMath", value: tex }]),
          meaning: render(meaning.children),
        })),
      };
    case "term":
      return { aliases: item.aliases.map((phrase) => render(phrase.children)) };
    case "path":
      return {
        steps: item.steps.map(({ title, note }) => ({
          title: render(title.children),
          ...(note ? { note: render(note.children) } : {}),
        })),
      };
    case "code":
    case "pitfall":
    case "guide":
      return {};
    default:
      return unreachable(item);
  }
}
