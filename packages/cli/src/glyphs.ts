/** What the rules ask of the fonts that the PDF uses. */
export interface Glyphs {
  /** Whether running text can show a character. */
  readonly printable: (codePoint: number) => boolean;
  /** Width of a display formula in em. */
  readonly formulaWidth: (tex: string) => number;
}

let loaded: Promise<Glyphs> | undefined;

/** Loads what measures glyphs, once; a font file is read when a glyph of it is first asked for. */
export function loadGlyphs(): Promise<Glyphs> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Glyphs> {
  const [{ coverage }, { formulaWidth }, { readFonts }] = await Promise.all([
    import("@high-recall/typeset/coverage"),
    import("@high-recall/typeset/formula-width"),
    import("@high-recall/typeset/node"),
  ]);
  const fonts = readFonts();
  return { printable: coverage(fonts), formulaWidth: formulaWidth(fonts) };
}
