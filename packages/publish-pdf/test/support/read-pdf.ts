import { getDocument, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A PDF as a viewer reads it. */
export interface ReadPdf {
  /** Text of each page, in content order. */
  readonly pages: readonly string[];
  readonly outline: readonly OutlineNode[];
  /** Links and their targets. */
  readonly links: readonly { page: number; url?: string; destination?: string }[];
  readonly destinations: readonly string[];
  readonly tree: readonly TreeNode[];
  readonly info: Record<string, unknown>;
  readonly language: string | undefined;
}

export interface OutlineNode {
  readonly title: string;
  readonly items: readonly OutlineNode[];
}

export interface TreeNode {
  readonly role?: string;
  readonly alt?: string;
  /** Id and text of the marked content of a leaf. */
  readonly id?: string;
  readonly text?: string;
  readonly children?: readonly TreeNode[];
}

/** Reads a PDF with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false, disableFontFace: true });
  const document = await task.promise;
  const pages: string[] = [];
  const links: { page: number; url?: string; destination?: string }[] = [];
  const tree: TreeNode[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const content = await page.getTextContent({ includeMarkedContent: true });
    pages.push(content.items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(""));
    const marked = textByContentId(content.items);
    for (const annotation of await page.getAnnotations()) {
      if (annotation.subtype !== "Link") continue;
      links.push({
        page: number,
        ...(annotation.url ? { url: annotation.url } : {}),
        ...(annotation.dest ? { destination: String(annotation.dest) } : {}),
      });
    }
    tree.push(withText((await page.getStructTree()) as TreeNode, marked));
  }
  // pdf.js 6 returns a Map, although its types say object.
  const destinations = [...((await document.getDestinations()) as unknown as ReadonlyMap<string, unknown>).keys()];
  const { info } = await document.getMetadata();
  const result: ReadPdf = {
    pages,
    outline: ((await document.getOutline()) ?? []) as OutlineNode[],
    links,
    destinations,
    tree,
    info: info as Record<string, unknown>,
    language: (info as { Language?: string }).Language,
  };
  await task.destroy();
  return result;
}

type TextItems = Awaited<ReturnType<PDFPageProxy["getTextContent"]>>["items"];

/** Text of marked contents, by id. */
function textByContentId(items: TextItems): Map<string, string> {
  const texts = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if ("str" in item) {
      const id = open.findLast((each) => each !== undefined);
      if (id !== undefined) texts.set(id, (texts.get(id) ?? "") + item.str + (item.hasEOL ? "\n" : ""));
    } else if (item.type === "endMarkedContent") open.pop();
    else open.push("id" in item && item.id ? item.id : undefined);
  }
  return texts;
}

function withText(node: TreeNode, marked: ReadonlyMap<string, string>): TreeNode {
  if (!node) return {};
  const text = node.id === undefined ? undefined : marked.get(node.id);
  const children = node.children?.map((child) => withText(child, marked));
  return { ...node, ...(text === undefined ? {} : { text }), ...(children ? { children } : {}) };
}

/** Text of a subtree in tree order, as a screen reader says it. */
export function spoken(node: TreeNode): string {
  return (node.text ?? "") + (node.children ?? []).map(spoken).join("");
}

/** All nodes of a structure tree with a role, in reading order. */
export function nodesOf(tree: readonly TreeNode[], role: string): TreeNode[] {
  return tree.flatMap((node) => [
    ...(node?.role === role ? [node] : []),
    ...(node?.children ? nodesOf(node.children, role) : []),
  ]);
}

/** Text with single spaces, so that line ends do not matter. */
export function wordsOf(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
