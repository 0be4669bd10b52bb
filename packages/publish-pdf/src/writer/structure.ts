import type { Content, Tag } from "../paint/display-list.ts";
import { extentOf } from "../paint/extent.ts";
import { hundredths } from "./navigation.ts";
import type { PdfDocument, Reference } from "./pdfkit-internals.ts";

type Kid = number | Reference | Record<string, unknown>;

interface Element {
  readonly reference: Reference;
  readonly kids: Kid[];
  page: Reference | undefined;
}

/** Collects the structure tree while pages are written. */
export interface Structure {
  /** Opens a page; its index among the pages is the key of its marks. */
  openPage(page: Reference, height: number): void;
  /** The operator that begins marked content of a tag, or of decoration. */
  begin(content: Content): string;
  /** Hangs an annotation into the tag. */
  addAnnotation(tag: number, annotation: Reference): void;
  /** Writes the tree. */
  end(): void;
}

export function structureTree(document: PdfDocument, tags: readonly Tag[]): Structure {
  const elements = new Map<number, Element>();
  const parents: (Reference | Reference[])[] = [];
  const root = document.ref({ Type: "StructTreeRoot" });
  const top: Element = { reference: document.ref({ S: "Document", P: root }), kids: [], page: undefined };
  let page: Reference | undefined;
  let marks: Reference[] = [];
  let pageHeight = 0;

  /** The element of a tag; its place among its siblings is where it is first used. */
  function elementOf(index: number): Element {
    const known = elements.get(index);
    if (known) return known;
    const tag = tags[index];
    if (!tag) throw new Error(`There is no tag ${index}`);
    const parent = tag.parent === undefined ? top : elementOf(tag.parent);
    const element: Element = { reference: document.ref(attributes(tag, parent.reference)), kids: [], page: undefined };
    parent.kids.push(element.reference);
    elements.set(index, element);
    return element;
  }

  return {
    openPage(reference, height) {
      page = reference;
      pageHeight = height;
      marks = [];
      reference.data.StructParents = parents.length;
      reference.data.Tabs = "S";
      parents.push(marks);
    },
    begin(content) {
      if (content.tag === undefined) return "/Artifact BMC";
      const element = elementOf(content.tag);
      if (tags[content.tag]?.type === "Figure") element.reference.data.A = figureLayout(content, pageHeight);
      const mark = marks.length;
      marks.push(element.reference);
      element.page ??= page;
      element.kids.push(element.page === page ? mark : { Type: "MCR", Pg: page, MCID: mark });
      return `/${tags[content.tag]?.type ?? "Span"} <</MCID ${mark}>> BDC`;
    },
    addAnnotation(tag, annotation) {
      const element = elementOf(tag);
      annotation.data.StructParent = parents.length;
      parents.push(element.reference);
      element.kids.push({ Type: "OBJR", Obj: annotation, Pg: page });
    },
    end() {
      const numbers = parents.flatMap((entry, index) => [index, entry]);
      for (const element of [...elements.values(), top]) {
        if (element.page) element.reference.data.Pg = element.page;
        element.reference.data.K = element.kids;
        element.reference.end();
      }
      root.data.K = [top.reference];
      root.data.ParentTree = { Nums: numbers };
      root.data.ParentTreeNextKey = parents.length;
      root.end();
      document._root.data.StructTreeRoot = root;
      document._root.data.MarkInfo = { Marked: true };
    },
  };
}

/** Boxed strings: pdfkit writes a plain string as a name. */
const string = (text: string) => new String(text);

function attributes(tag: Tag, parent: Reference): Record<string, unknown> {
  const data: Record<string, unknown> = { S: tag.type, P: parent };
  if (tag.title) data.T = string(tag.title);
  if (tag.alt) data.Alt = string(tag.alt);
  if (tag.scope) data.A = { O: "Table", Scope: tag.scope };
  if (tag.isOrdered !== undefined) data.A = { O: "List", ListNumbering: tag.isOrdered ? "Decimal" : "Disc" };
  return data;
}

/** Where a figure stands, as PDF/UA asks. */
function figureLayout(content: Content, pageHeight: number): Record<string, unknown> {
  const { x, y, width, height } = extentOf(content.drawings);
  const box = [x, pageHeight - y - height, x + width, pageHeight - y].map(hundredths);
  return { O: "Layout", Placement: "Block", BBox: box };
}
