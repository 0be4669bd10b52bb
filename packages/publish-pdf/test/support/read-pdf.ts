import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A PDF as a reader program sees it. */
export interface ReadPdf {
  /** Text of each page, in the order of its content. */
  readonly pages: readonly string[];
  readonly outline: readonly OutlineNode[];
  /** Links with where they lead. */
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
    const content = await page.getTextContent();
    pages.push(content.items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(""));
    for (const annotation of await page.getAnnotations()) {
      if (annotation.subtype !== "Link") continue;
      links.push({
        page: number,
        ...(annotation.url ? { url: annotation.url } : {}),
        ...(annotation.dest ? { destination: String(annotation.dest) } : {}),
      });
    }
    tree.push((await page.getStructTree()) as TreeNode);
  }
  // pdf.js 6 gives a Map, though its types still say object.
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

/** All nodes of a structure tree with a role, in reading order. */
export function nodesOf(tree: readonly TreeNode[], role: string): TreeNode[] {
  return tree.flatMap((node) => [
    ...(node?.role === role ? [node] : []),
    ...(node?.children ? nodesOf(node.children, role) : []),
  ]);
}

/** Text as words, so that line ends do not count. */
export function wordsOf(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
