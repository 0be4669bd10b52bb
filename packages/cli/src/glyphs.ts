import { createRequire } from "node:module";
import { isPrintable } from "@high-recall/typeset/coverage";
import { widthBound } from "@high-recall/typeset/width-bound";

/** What rules need to know about print. */
export interface Glyphs {
  /** Whether running text can show a character. */
  readonly printable: (codePoint: number) => boolean;
  /** Width of a display formula in em; an upper bound where that is no more than `enough`. */
  readonly formulaWidth: (tex: string, enough: number) => number;
}

/** Fonts and formula layout are loaded when the first formula must be measured: few need that. */
export const glyphs: Glyphs = {
  printable: isPrintable,
  formulaWidth(tex, enough) {
    const bound = widthBound(tex);
    if (bound <= enough) return bound;
    measure ??= loadMeasure();
    return measure(tex);
  },
};

let measure: ((tex: string) => number) | undefined;

function loadMeasure(): (tex: string) => number {
  const require = createRequire(import.meta.url);
  const { formulaWidth } =
    require("@high-recall/typeset/formula-width") as typeof import("@high-recall/typeset/formula-width");
  const { readFonts } = require("@high-recall/typeset/node") as typeof import("@high-recall/typeset/node");
  return formulaWidth(readFonts());
}
