import type { Content, DisplayList, Fonts, Page } from "@high-recall/typeset";
import type { Compress } from "./compress.ts";
import { pictureStore } from "./images.ts";
import { infoDictionary, writeMetadata } from "./metadata.ts";
import { hundredths, linkAnnotation, writeDestinations, writeOutline } from "./navigation.ts";
import { latin1, packObjects } from "./objects.ts";
import { drawAll, isText } from "./operators.ts";
import { openDocument, type PdfDocument, type Reference } from "./pdfkit-internals.ts";
import { openPen } from "./pen.ts";
import { structureTree } from "./structure.ts";
import { textEncoder } from "./text.ts";

interface WrittenPage {
  readonly reference: Reference;
  readonly height: number;
  /** Second content stream, written after the last page. */
  readonly deferred: Reference | undefined;
}

/** Pages drawn ahead of the one being compressed. */
const mostPending = 16;

/** Writes a display list as a tagged PDF. The same list gives the same bytes everywhere. */
export async function writePdf(list: DisplayList, fonts: Fonts, compress: Compress): Promise<Uint8Array> {
  const document = openDocument({ language: list.info.language, info: infoDictionary(list.info) });
  const objects = packObjects(document, compress);
  const bytes = collect(document);
  const encoder = textEncoder(document, fonts);
  const pictures = pictureStore(document);
  const structure = structureTree(document, objects, list.tags);
  const resources = document.ref({});
  const pages: WrittenPage[] = [];

  const operatorsOf = (contents: readonly Content[], height: number) => {
    const pen = openPen();
    for (const content of contents) {
      pen.begin(structure.begin(content), isText(content.drawings));
      drawAll(content.drawings, height, content.actualText, { pen, encoder, pictures });
      pen.end();
    }
    return latin1(pen.finish());
  };
  const writePage = (page: Page) => {
    const reference = addPage(document, page, resources);
    const deferred = page.hasDeferred ? document.ref({}) : undefined;
    pages.push({ reference, height: page.height, deferred });
    structure.openPage(reference, page.height);
    const contents = objects.stream(operatorsOf(page.content, page.height));
    reference.data.Contents = deferred ? [contents, deferred] : contents;
    const annotations = page.links.map((link) => {
      const annotation = linkAnnotation(document, link, page.height);
      if (link.tag !== undefined) structure.addAnnotation(link.tag, annotation);
      annotation.end();
      return annotation;
    });
    if (annotations.length > 0) reference.data.Annots = annotations;
    reference.end();
    // The page is written; from here on only its number is needed.
    reference.data = {};
    structure.closePage();
  };
  for (const page of list.pages) {
    writePage(page);
    await objects.writeBegun(mostPending);
  }
  for (const [index, drawings] of list.deferred().entries()) {
    const { deferred, height } = pages[index] as WrittenPage;
    deferred?.end(operatorsOf([{ drawings }], height));
  }

  const place = (index: number, y: number) => {
    const page = pages[index];
    if (!page) throw new Error(`A destination leads to page ${index}, but there are ${pages.length} pages`);
    return [page.reference, "XYZ", 0, hundredths(page.height - y), null];
  };
  writeDestinations(document, list.destinations, place);
  writeOutline(document, list, place);
  structure.end();
  Object.assign(resources.data, { Font: encoder.end(), ...pictures.resources() });
  resources.end();
  await objects.close();
  document.endOutline = () => {};
  document.endMarkings = () => {};
  document.endMetadata = () => writeMetadata(document, list.info);
  document.end();
  return bytes;
}

/** Adds a page to the page tree; all pages share one resource dictionary. */
function addPage(document: PdfDocument, { width, height }: Page, resources: Reference): Reference {
  const tree = document._root.data.Pages as Reference;
  const page = document.ref({
    Type: "Page",
    Parent: tree,
    MediaBox: [0, 0, width, height],
    Resources: resources,
  });
  (tree.data.Kids as Reference[]).push(page);
  tree.data.Count = (tree.data.Count as number) + 1;
  return page;
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
