import {
  type Artifact,
  type Curriculum,
  type Imprint,
  itemsOf,
  type Publication,
  type Publisher,
  select,
  type Topic,
} from "@high-recall/core";
import type { FontFiles } from "./fonts/face.ts";
import { type Fonts, openFonts } from "./fonts/open-fonts.ts";
import { layoutHandbook } from "./handbook/layout-handbook.ts";
import { withPrintedQuotes } from "./inline/quotes.ts";
import { readableText } from "./inline/readable.ts";
import { type FormulaSetter, formulaSetter } from "./math/formula.ts";
import type { Environment } from "./measure/environment.ts";
import { type ItemMemory, itemMemory } from "./measure/item-memory.ts";
import { figureNotices, noteSqueezed } from "./notices.ts";
import type { DocumentInfo } from "./paint/display-list.ts";
import { paint } from "./paint/paint.ts";
import { type Handbook, leastSize, type Product, type Sheet } from "./product.ts";
import { fitSheet } from "./sheet/fit-sheet.ts";
import { layoutSheet, type SheetContent } from "./sheet/layout-sheet.ts";
import { palette } from "./theme.ts";
import { type Compress, compress } from "./writer/compress.ts";
import { writePdf } from "./writer/write.ts";

/** What the publisher needs from outside: the fonts, as bytes (in Node: `readFonts` of `./node`). */
export interface PdfOptions {
  readonly fonts: FontFiles;
  /** Compresses pages elsewhere, while others are drawn (in Node: `backgroundCompressor` of `./node`). */
  readonly compress?: Compress;
}

/** Makes every document before it gives the first. */
export interface PdfPublisher extends Publisher<Product> {
  publish(
    curriculum: Curriculum,
    products: readonly Product[],
  ): Promise<Publication & { readonly artifacts: readonly Artifact[] }>;
}

interface Press {
  readonly fonts: Fonts;
  readonly formulas: FormulaSetter;
  readonly items: ItemMemory;
  readonly compress: Compress;
}

interface Printed {
  readonly artifact?: Artifact;
  readonly notices: readonly string[];
}

/** Makes the publisher of cheat sheets and handbooks. Make it once: it remembers formulas, the shapes of words, and items. */
export function createPdfPublisher(options: PdfOptions): PdfPublisher {
  const fonts = openFonts(options.fonts);
  const press: Press = {
    fonts,
    formulas: formulaSetter(fonts),
    items: itemMemory(),
    compress: options.compress ?? compress,
  };
  return {
    async publish(given, products) {
      const curriculum = withPrintedQuotes(given);
      const printed: Printed[] = [];
      press.items.begin();
      for (const each of products) printed.push(...(await print(curriculum, each, press)));
      return {
        artifacts: printed.flatMap(({ artifact }) => artifact ?? []),
        notices: [...printed.flatMap(({ notices }) => notices), ...figureNotices(curriculum, fonts)],
      };
    },
  };
}

async function print(whole: Curriculum, each: Product, press: Press): Promise<Printed[]> {
  const curriculum = select(whole, each);
  if (itemsOf(curriculum).length === 0) return [{ notices: [`${each.path}: not made, no item was chosen`] }];
  switch (each.layout) {
    case "sheet":
      return printSheets(whole, curriculum, each, press);
    case "handbook":
      return [await printHandbook(whole, curriculum, each, press)];
    default:
      return unknownLayout(each);
  }
}

async function printSheets(whole: Curriculum, curriculum: Curriculum, sheet: Sheet, press: Press): Promise<Printed[]> {
  const parts =
    sheet.each === "topic" ? curriculum.topics.map((topic) => ({ ...curriculum, topics: [topic] })) : [curriculum];
  const printed: Printed[] = [];
  for (const part of parts) printed.push(await printSheet(whole, part, sheet, press));
  return printed;
}

async function printSheet(whole: Curriculum, part: Curriculum, sheet: Sheet, press: Press): Promise<Printed> {
  const [topic] = part.topics;
  const isOne = sheet.each === "topic" && topic !== undefined;
  const { edition } = whole;
  const title = sheet.title ?? (isOne ? readableText(topic.title.children) : edition.title);
  const subtitle = isOne ? readableText(topic.summary.children) : (edition.subtitle ?? "");
  const path = isOne ? sheet.path.replaceAll("{topic}", topic.id) : sheet.path;
  const content: SheetContent = { curriculum: part, product: sheet, title, subtitle, numberOf: numbering(whole) };
  const { size, pages, over } = fitSheet(sheet, (each) =>
    layoutSheet(content, environment(press, sheet, each, 1.26, part)),
  );
  const squeezed: string[] = [];
  const list = paint(noteSqueezed(path, pages, squeezed), documentInfo(edition, title, part));
  const bytes = await writePdf(list, press.fonts, press.compress);
  return {
    artifact: { path, bytes },
    notices: [...(over === undefined ? [] : [overNotice(path, sheet, size, over)]), ...squeezed],
  };
}

function overNotice(path: string, { pages }: Sheet, size: number, over: number): string {
  const wanted = pages === 1 ? "one page" : `${pages} pages`;
  return `${path}: does not fit on ${wanted} at ${leastSize} pt, so it takes ${over} at ${size} pt`;
}

async function printHandbook(
  whole: Curriculum,
  curriculum: Curriculum,
  book: Handbook,
  press: Press,
): Promise<Printed> {
  const title = book.title ?? whole.edition.title;
  const env = environment(press, book, book.size, 1.38, curriculum);
  const pages = layoutHandbook({ curriculum, product: book, title, numberOf: numbering(whole) }, env);
  const info = documentInfo(whole.edition, title, curriculum);
  const notices: string[] = [];
  const bytes = await writePdf(paint(noteSqueezed(book.path, pages, notices), info), press.fonts, press.compress);
  return { artifact: { path: book.path, bytes }, notices };
}

/** The number of a topic is its place in the edition, whatever was chosen of it. */
function numbering(whole: Curriculum): (topic: Topic) => number {
  const places = new Map(whole.topics.map((topic, index) => [topic.id, index + 1]));
  return (topic) => places.get(topic.id) ?? 1;
}

function environment(
  { fonts, formulas, items }: Press,
  { ink, layout }: Product,
  size: number,
  leading: number,
  part: Curriculum,
) {
  const ids = new Set(itemsOf(part).map((item) => item.id));
  return (maxHeight: number): Environment => ({
    fonts,
    formulas,
    items,
    palette: palette(ink),
    size,
    leading,
    air: layout === "handbook" ? 1.5 : 1,
    blankLines: layout === "handbook" ? Number.POSITIVE_INFINITY : 1,
    maxHeight,
    hasItem: (id) => ids.has(id),
  });
}

function documentInfo(edition: Imprint, title: string, part: Curriculum): DocumentInfo {
  return {
    title: title === edition.title ? title : `${title} · ${edition.title}`,
    author: edition.authors.join(", "),
    subject: [edition.subtitle, `version ${edition.version}`].filter(Boolean).join(" · "),
    keywords: part.topics.map((topic) => readableText(topic.title.children)),
    language: edition.language,
    date: edition.date,
  };
}

function unknownLayout(value: never): never {
  throw new Error(`Unknown layout ${JSON.stringify(value)}`);
}
