import type { Fonts } from "../fonts/open-fonts.ts";
import type { Content, DisplayList, Page } from "../paint/display-list.ts";
import { pictureStore } from "./images.ts";
import { infoDictionary, writeMetadata } from "./metadata.ts";
import { hundredths, linkAnnotation, writeDestinations, writeOutline } from "./navigation.ts";
import { latin1, packObjects } from "./objects.ts";
import { drawingOperators } from "./operators.ts";
import { openDocument, type PdfDocument, type Reference } from "./pdfkit-internals.ts";
import { structureTree } from "./structure.ts";
import { textEncoder } from "./text.ts";

/** Writes a display list as a tagged PDF. The same list gives the same bytes everywhere. */
export async function writePdf(list: DisplayList, fonts: Fonts): Promise<Uint8Array> {
  const document = openDocument({ language: list.info.language, info: infoDictionary(list.info) });
  packObjects(document);
  const bytes = collect(document);
  const encoder = textEncoder(document, fonts);
  const operators = drawingOperators(encoder, fonts, pictureStore(document));
  const structure = structureTree(document, list.tags);
  const pages: Reference[] = [];

  const writeContent = (content: Content, height: number) =>
    [structure.begin(content), operators.of(content.drawings, height, content.actual), "EMC"].join("\n");
  const writePage = (page: Page) => {
    openPage(document, page);
    pages.push(document.page.dictionary);
    structure.openPage(document.page.dictionary, page.height);
    const parts = page.content.map((content) => writeContent(content, page.height));
    document.page.content.write(latin1(`${parts.join("\n")}\n`));
    for (const link of page.links) {
      const annotation = linkAnnotation(document, link, page.height);
      document.page.annotations.push(annotation);
      if (link.tag !== undefined) structure.addAnnotation(link.tag, annotation);
      annotation.end();
    }
  };
  for (const page of list.pages) writePage(page);

  const place = (index: number, y: number) => {
    const [page, size] = [pages[index], list.pages[index]];
    if (!page || !size) throw new Error(`A destination leads to page ${index}, but there are ${pages.length} pages`);
    return [page, "XYZ", 0, hundredths(size.height - y), null];
  };
  writeDestinations(document, list.destinations, place);
  writeOutline(document, list, place);
  structure.end();
  encoder.end();
  document.endOutline = () => {};
  document.endMarkings = () => {};
  document.endMetadata = () => writeMetadata(document, list.info);
  document.end();
  return bytes;
}

/** Opens a page without the operators with which pdfkit turns the y axis. */
function openPage(document: PdfDocument, { width, height }: Page): void {
  const { addContent } = document;
  document.addContent = () => document;
  document.addPage({ size: [width, height], margin: 0 });
  document.addContent = addContent;
}

function collect(document: PdfDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on("data", (chunk) => chunks.push(chunk));
    document.on("error", reject);
    document.on("end", () => {
      const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      resolve(bytes);
    });
  });
}
