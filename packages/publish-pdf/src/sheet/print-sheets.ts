import { type Curriculum, itemNumbers } from "@high-recall/core";
import { paint, readableText } from "@high-recall/typeset";
import type { Sheet } from "../product.ts";
import { noteShrunkFormulas } from "../shared/notices.ts";
import { contextFor, documentInfo, numbering, type Printed, type Printer } from "../shared/printer.ts";
import { writePdf } from "../writer/write.ts";
import { fitSheet } from "./fit-sheet.ts";
import { sheetLayout } from "./layout-sheet.ts";
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
    topics: whole.topics,
    numberOf: numbering(whole),
    numbers: itemNumbers(whole),
  };
  const density = { size: sheet.size, leading: 1.15, blockSpacing: 1, mostBlankLines: 1, leastType: 6 };
  const layout = sheetLayout(content, contextFor(printer, sheet, density, part));
  const { pages, leftOut } = fitSheet(part, sheet, layout);
  const shrunk: string[] = [];
  const counted = countPages(noteShrunkFormulas(path, pages, shrunk));
  const list = paint(counted.pages, documentInfo(edition, title, part));
  const bytes = await writePdf(list, printer.fonts, printer.compress);
  const notices: string[] = [];
  if (leftOut.length > 0) {
    notices.push(
      `${path}: ${leftOut.length} of ${part.order.length} items do not fit: ${leftOut.map(({ id }) => id).join(", ")}`,
    );
  }
  if (sheet.pages !== undefined && counted.count() > sheet.pages) {
    notices.push(`${path}: does not fit on ${sheet.pages} pages, so it takes ${counted.count()}`);
  }
  return { artifact: { path, bytes }, notices: [...notices, ...shrunk] };
}

/** Passes pages on and counts them. */
function countPages<T>(pages: Iterable<T>): { readonly pages: Iterable<T>; count(): number } {
  let count = 0;
  return {
    pages: (function* () {
      for (const page of pages) {
        count += 1;
        yield page;
      }
    })(),
    count: () => count,
  };
}
