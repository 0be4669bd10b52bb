import {
  type Artifact,
  type Curriculum,
  itemsOf,
  type Publication,
  type Publisher,
  select,
  unreachable,
} from "@high-recall/core";
import { type FontFiles, formulaLayouts, openFonts, withTypographicQuotes } from "@high-recall/typeset";
import { printHandbook } from "./handbook/print-handbook.ts";
import type { Product } from "./product.ts";
import { figureNotices } from "./shared/notices.ts";
import type { Printed, Printer } from "./shared/printer.ts";
import { printSheets } from "./sheet/print-sheets.ts";
import { type Compress, compress } from "./writer/compress.ts";

/** What the publisher needs from outside. */
export interface PdfOptions {
  /** Bytes of every font (in Node: `readFonts` of `@high-recall/typeset/node`). */
  readonly fonts: FontFiles;
  /** Compresses pages elsewhere while others are drawn (in Node: `backgroundCompressor` of `./node`). */
  readonly compress?: Compress;
}

/** Makes every document before it gives the first. */
export interface PdfPublisher extends Publisher<Product> {
  publish(
    curriculum: Curriculum,
    products: readonly Product[],
  ): Promise<Publication & { readonly artifacts: readonly Artifact[] }>;
}

/** Makes the publisher of cheat sheets and handbooks. Make it once: it remembers formulas, words and measured items. */
export function createPdfPublisher(options: PdfOptions): PdfPublisher {
  const fonts = openFonts(options.fonts);
  const printer: Printer = {
    fonts,
    layoutFormula: formulaLayouts(fonts),
    compress: options.compress ?? compress,
  };
  return {
    async publish(given, products) {
      const curriculum = withTypographicQuotes(given);
      const artifacts: Artifact[] = [];
      const notices: string[] = [];
      for (const each of products) {
        for await (const printed of printProduct(curriculum, each, printer)) {
          if (printed.artifact) artifacts.push(printed.artifact);
          notices.push(...printed.notices);
        }
      }
      return { artifacts, notices: [...notices, ...figureNotices(curriculum, fonts)] };
    },
  };
}

async function* printProduct(whole: Curriculum, each: Product, printer: Printer): AsyncGenerator<Printed> {
  const curriculum = select(whole, each, ...("also" in each && each.also ? [each.also] : []));
  if (itemsOf(curriculum).length === 0) {
    yield { notices: [`${each.path}: not made, no item was chosen`] };
    return;
  }
  switch (each.layout) {
    case "sheet":
      yield* printSheets(whole, curriculum, each, printer);
      return;
    case "handbook":
      yield await printHandbook(whole, curriculum, each, printer);
      return;
    default:
      unreachable(each);
  }
}
