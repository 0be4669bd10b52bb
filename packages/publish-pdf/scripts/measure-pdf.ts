import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/**
 * Prints pages, type sizes, figures and the share of code of PDF files:
 * `node packages/publish-pdf/scripts/measure-pdf.ts apps/handbook/dist/pdf/*.pdf`
 */

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}

console.log("file                          pages  smallest pt  body pt  figures  code %");
for (const path of process.argv.slice(2)) {
  const document = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  const sizes = new Map<string, number>();
  let [figures, code, all] = [0, 0, 0];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    figures += count((await page.getStructTree()) as Node | null, "Figure");
    // The foot has the imprint alone, and may be small.
    const foot = 20;
    const content = await page.getTextContent();
    for (const item of content.items) {
      if (!("str" in item) || item.str.trim() === "" || (item.transform[5] as number) < foot) continue;
      const size = Math.hypot(item.transform[2] as number, item.transform[3] as number);
      const length = item.str.length;
      sizes.set(size.toFixed(2), (sizes.get(size.toFixed(2)) ?? 0) + length);
      all += length;
      if (content.styles[item.fontName]?.fontFamily === "monospace") code += length;
    }
  }
  const letters = [...sizes].sort((one, other) => other[1] - one[1]);
  // A few signs, such as the dots of an accent, are no letters to read.
  const smallest = Math.min(...letters.filter(([, length]) => length > 2).map(([size]) => Number(size)));
  const columns = [
    [basename(path), -30],
    [document.numPages, 5],
    [smallest.toFixed(2), 13],
    [letters[0]?.[0] ?? "", 9],
    [figures, 9],
    [((100 * code) / Math.max(1, all)).toFixed(1), 8],
  ] as const;
  console.log(
    columns.map(([text, width]) => (width < 0 ? String(text).padEnd(-width) : String(text).padStart(width))).join(""),
  );
}

function count(node: Node | null, role: string): number {
  if (node === null) return 0;
  const inside = (node.children ?? []).reduce((sum, child) => sum + count(child, role), 0);
  return inside + (node.role === role ? 1 : 0);
}
