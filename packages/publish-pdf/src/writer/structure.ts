import { type Content, extentOf, type Tag } from "@high-recall/typeset";
import type { ObjectStore } from "./objects.ts";
import type { PdfDocument, Reference } from "./pdfkit-internals.ts";
import { Raw } from "./serialize.ts";
import { number, textString } from "./syntax.ts";

interface Element {
  readonly id: number;
  readonly tag: Tag | undefined;
  readonly parent: number;
  readonly kids: string[];
  /** Object number of the page that contents without a page are on. */
  page: number | undefined;
  box?: string;
}

/** Collects the structure tree while pages are written. */
export interface Structure {
  /** Opens a page; its index is the key of its contents in the parent tree. */
  openPage(page: Reference, height: number): void;
  /** Operator that begins marked content of a tag, or an artifact. */
  begin(content: Content): string;
  /** Adds an annotation to the element of a tag. */
  addAnnotation(tag: number, annotation: Reference): void;
  /** Writes completed elements: later content only extends the end of the tree. */
  closePage(): void;
  /** Writes the rest of the tree. */
  end(): void;
}

export function structureTree(document: PdfDocument, objects: ObjectStore, tags: readonly Tag[]): Structure {
  const elements = new Map<number, Element>();
  const parents: (number | number[])[] = [];
  const root = document.ref({ Type: "StructTreeRoot" });
  const top: Element = { id: objects.reserve(), tag: undefined, parent: root.id, kids: [], page: undefined };
  /** The last tag used, and the newest with an element: elements are created in the order of their tags. */
  let last: number | undefined;
  let newest = -1;
  let page = 0;
  let contents: number[] = [];
  let pageHeight = 0;

  /** Element of a tag, created at its first use, which fixes its position among its siblings. */
  function elementOf(index: number): Element {
    const known = elements.get(index);
    if (known) return known;
    const tag = tags[index];
    if (!tag) throw new Error(`There is no tag ${index}`);
    const parent = tag.parent === undefined ? top : elementOf(tag.parent);
    if (index <= newest) throw new Error(`The element of tag ${index} is written already`);
    newest = index;
    const element: Element = { id: objects.reserve(), tag, parent: parent.id, kids: [], page: undefined };
    parent.kids.push(`${element.id} 0 R`);
    elements.set(index, element);
    return element;
  }

  return {
    openPage(reference, height) {
      page = reference.id;
      pageHeight = height;
      contents = [];
      reference.data.StructParents = parents.length;
      reference.data.Tabs = "S";
      parents.push(contents);
    },
    begin(content) {
      if (content.tag === undefined) return "/Artifact BMC";
      const element = elementOf(content.tag);
      last = content.tag;
      if (element.tag?.type === "Figure") element.box = boxOf(content, pageHeight);
      const number = contents.length;
      contents.push(element.id);
      element.page ??= page;
      element.kids.push(element.page === page ? String(number) : `<</Type/MCR/Pg ${page} 0 R/MCID ${number}>>`);
      return `/${element.tag?.type ?? "Span"}<</MCID ${number}>>BDC`;
    },
    addAnnotation(tag, annotation) {
      const element = elementOf(tag);
      annotation.data.StructParent = parents.length;
      parents.push(element.id);
      element.kids.push(`<</Type/OBJR/Obj ${annotation}/Pg ${page} 0 R>>`);
    },
    closePage() {
      const open = new Set<number>();
      for (let index = last; index !== undefined; index = tags[index]?.parent) open.add(index);
      for (const [index, element] of elements) {
        if (open.has(index)) continue;
        objects.put(element.id, elementText(element));
        elements.delete(index);
      }
    },
    end() {
      for (const element of [top, ...elements.values()]) objects.put(element.id, elementText(element));
      const key = (entry: number | number[]) =>
        typeof entry === "number" ? ` ${entry} 0 R` : `[${entry.map((id) => `${id} 0 R`).join(" ")}]`;
      const numbers = objects.reserve();
      objects.put(numbers, `<</Nums[${parents.map((entry, index) => `${index}${key(entry)}`).join(" ")}]>>`);
      Object.assign(root.data, { K: [new Raw(`${top.id} 0 R`)], ParentTree: new Raw(`${numbers} 0 R`) });
      root.data.ParentTreeNextKey = parents.length;
      root.end();
      document._root.data.StructTreeRoot = root;
      document._root.data.MarkInfo = { Marked: true };
    },
  };
}

function elementText({ tag, parent, kids, page, box }: Element): string {
  const parts = [`<</S/${tag?.type ?? "Document"}/P ${parent} 0 R`];
  if (tag?.title) parts.push(`/T${textString(tag.title)}`);
  if (tag?.alt) parts.push(`/Alt${textString(tag.alt)}`);
  if (tag?.scope) parts.push(`/A<</O/Table/Scope/${tag.scope}>>`);
  if (tag?.isOrdered !== undefined) parts.push(`/A<</O/List/ListNumbering/${tag.isOrdered ? "Decimal" : "Disc"}>>`);
  if (box) parts.push(`/A<</O/Layout/Placement/Block/BBox[${box}]>>`);
  if (page !== undefined) parts.push(`/Pg ${page} 0 R`);
  const [first = ""] = kids;
  if (kids.length > 0)
    parts.push(kids.length > 1 ? `/K[${kids.join(" ")}]` : `/K${first.startsWith("<") ? "" : " "}${first}`);
  return `${parts.join("")}>>`;
}

/** Bounding box of a figure, which PDF/UA requires. */
function boxOf(content: Content, pageHeight: number): string {
  const { x, y, width, height } = extentOf(content.drawings);
  return [x, pageHeight - y - height, x + width, pageHeight - y].map((each) => number(each)).join(" ");
}
