import type { Destination, DisplayList, LinkArea, OutlineEntry } from "@high-recall/typeset";
import type { PdfDocument, Reference } from "./pdfkit-internals.ts";

/** A text string; pdfkit writes a primitive string as a name. */
const string = (text: string) => new String(text);

type Place = (page: number, y: number) => unknown[];

/** Annotation of a link; the caller ends it. */
export function linkAnnotation(document: PdfDocument, link: LinkArea, height: number): Reference {
  const action =
    "url" in link.target
      ? { A: { S: "URI", URI: string(asciiUrl(link.target.url)) } }
      : { Dest: string(link.target.destination) };
  return document.ref({
    Type: "Annot",
    Subtype: "Link",
    Rect: [link.x, height - link.y - link.height, link.x + link.width, height - link.y].map(hundredths),
    Border: [0, 0, 0],
    F: 4,
    Contents: string(link.description),
    ...action,
  });
}

/** URI actions hold 7-bit ASCII. */
function asciiUrl(url: string): string {
  return url.replace(/[^\x21-\x7e]+/g, (part) => encodeURIComponent(part.toWellFormed()));
}

/** Writes the destinations, sorted by code unit as the format requires (pdfkit would sort by locale). */
export function writeDestinations(document: PdfDocument, destinations: readonly Destination[], place: Place): void {
  const sorted = [...destinations].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const names = document._root.data.Names as Reference;
  names.data.Dests = { Names: sorted.flatMap(({ name, page, y }) => [string(name), place(page, y)]) };
}

/** Writes the outline, with topics collapsed. */
export function writeOutline(document: PdfDocument, list: DisplayList, place: Place): void {
  const root = document.outline.dictionary;
  root.data.Type = "Outlines";
  if (list.outline.length > 0) {
    const [first, last] = writeEntries(document, list.outline, root, place);
    Object.assign(root.data, { First: first, Last: last, Count: list.outline.length });
    document._root.data.Outlines = root;
    document._root.data.PageMode = "UseOutlines";
  }
  root.end();
}

function writeEntries(document: PdfDocument, entries: readonly OutlineEntry[], parent: Reference, place: Place) {
  const references = entries.map(() => document.ref({}));
  for (const [index, entry] of entries.entries()) {
    const reference = references[index] as Reference;
    Object.assign(reference.data, { Title: string(entry.title), Parent: parent, Dest: place(entry.page, entry.y) });
    if (index > 0) reference.data.Prev = references[index - 1];
    if (index < entries.length - 1) reference.data.Next = references[index + 1];
    if (entry.children.length > 0) {
      const [first, last] = writeEntries(document, entry.children, reference, place);
      Object.assign(reference.data, { First: first, Last: last, Count: -entry.children.length });
    }
    reference.end();
  }
  return [references[0], references.at(-1)];
}

export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
