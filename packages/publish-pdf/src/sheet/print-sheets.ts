import type { Curriculum } from "@high-recall/core";
import { paint, readableText } from "@high-recall/typeset";
import { leastSize, type Sheet } from "../product.ts";
import { noteShrunkFormulas } from "../shared/notices.ts";
import { contextFor, documentInfo, numbering, type Printed, type Printer } from "../shared/printer.ts";
import { writePdf } from "../writer/write.ts";
import { fitSheet } from "./fit-sheet.ts";
import { layoutSheet } from "./layout-sheet.ts";
import type { SheetContent } from "./sheet-content.ts";

/** Prints one sheet, or one a topic. */
export async function* printSheets(
  whole: Curriculum,
  curriculum: Curriculum,
  sheet: Sheet,
  printer: Printer,
): AsyncGenerator<Printed> {
  const parts =
    sheet.each === "topic" ? curriculum.topics.map((topic) => ({ ...curriculum, topics: [topic] })) : [curriculum];
  for (const part of parts) yield await printSheet(whole, part, sheet, printer);
}

async function printSheet(whole: Curriculum, part: Curriculum, sheet: Sheet, printer: Printer): Promise<Printed> {
  const [topic] = part.topics;
  const isOfTopic = sheet.each === "topic" && topic !== undefined;
  const { edition } = whole;
  const title = sheet.title ?? (isOfTopic ? readableText(topic.title.children) : edition.title);
  const subtitle = isOfTopic ? readableText(topic.summary.children) : (edition.subtitle ?? "");
  const path = isOfTopic ? sheet.path.replaceAll("{topic}", topic.id) : sheet.path;
  const content: SheetContent = {
    curriculum: part,
    product: sheet,
    title,
    subtitle,
    numberOf: numbering(whole),
    items: printer.items,
  };
  const { size, pages, overflowPages } = fitSheet(sheet, (each) =>
    layoutSheet(
      content,
      contextFor(printer, sheet, { size: each, leading: 1.26, blockSpacing: 1, mostBlankLines: 1 }, part),
    ),
  );
  const shrunk: string[] = [];
  const list = paint(noteShrunkFormulas(path, pages, shrunk), documentInfo(edition, title, part));
  const bytes = await writePdf(list, printer.fonts, printer.compress);
  const overflow = overflowPages === undefined ? [] : [overflowNotice(path, sheet, size, overflowPages)];
  return { artifact: { path, bytes }, notices: [...overflow, ...shrunk] };
}

function overflowNotice(path: string, { pages }: Sheet, size: number, needed: number): string {
  const wanted = pages === 1 ? "one page" : `${pages} pages`;
  return `${path}: does not fit on ${wanted} at ${leastSize} pt, so it takes ${needed} at ${size} pt`;
}
