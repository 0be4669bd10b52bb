import { type Curriculum, itemNumbers } from "@high-recall/core";
import { paint } from "@high-recall/typeset";
import type { Handbook } from "../product.ts";
import { noteShrunkFormulas } from "../shared/notices.ts";
import { contextFor, documentInfo, numbering, type Printed, type Printer } from "../shared/printer.ts";
import { writePdf } from "../writer/write.ts";
import { layoutHandbook } from "./layout-handbook.ts";

/** Prints a handbook. */
export async function printHandbook(
  whole: Curriculum,
  curriculum: Curriculum,
  product: Handbook,
  printer: Printer,
): Promise<Printed> {
  const title = product.title ?? whole.edition.title;
  const density = {
    size: product.size,
    leading: 1.38,
    blockSpacing: 1.5,
    mostBlankLines: Number.POSITIVE_INFINITY,
    leastType: 0,
  };
  const context = contextFor(printer, product, density, curriculum);
  const pages = layoutHandbook(
    { curriculum, product, title, numberOf: numbering(whole), numbers: itemNumbers(whole) },
    context,
  );
  const notices: string[] = [];
  const list = paint(noteShrunkFormulas(product.path, pages, notices), documentInfo(whole.edition, title, curriculum));
  const bytes = await writePdf(list, printer.fonts, printer.compress);
  return { artifact: { path: product.path, bytes }, notices };
}
