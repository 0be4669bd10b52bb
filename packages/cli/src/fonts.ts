let known: Promise<(codePoint: number) => boolean> | undefined;

/** Whether some font of the PDF has a character. The fonts are read when first asked for. */
export function printable(): Promise<(codePoint: number) => boolean> {
  known ??= load();
  return known;
}

async function load(): Promise<(codePoint: number) => boolean> {
  const { coverage } = await import("@high-recall/publish-pdf/fonts");
  const { readFonts } = await import("@high-recall/publish-pdf/node");
  return coverage(readFonts());
}
