/** What print says of content before it is printed. */
export interface Print {
  /** Whether some font of the PDF has a character. */
  readonly printable: (codePoint: number) => boolean;
  /** Width of a display formula in em. */
  readonly formulaWidth: (tex: string) => number;
}

let known: Promise<Print> | undefined;

/** Asks the fonts of the PDF; they are read when first asked for. */
export function print(): Promise<Print> {
  known ??= load();
  return known;
}

async function load(): Promise<Print> {
  const { coverage } = await import("@high-recall/publish-pdf/fonts");
  const { formulaWidth } = await import("@high-recall/publish-pdf/math");
  const { readFonts } = await import("@high-recall/publish-pdf/node");
  const fonts = readFonts();
  return { printable: coverage(fonts), formulaWidth: formulaWidth(fonts) };
}
