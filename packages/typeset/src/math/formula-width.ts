import type { FontFiles } from "../fonts/face.ts";
import { openFonts } from "../fonts/open-fonts.ts";
import { type FormulaPart, formulaLayouts } from "./formula.ts";

/**
 * Makes a function that measures a display formula: the width in em that remains if it is broken wherever TeX would. 0
 * if KaTeX cannot parse it.
 */
export function formulaWidth(files: FontFiles): (tex: string) => number {
  const set = formulaLayouts(openFonts(files));
  return (tex) => {
    try {
      const { lines, tag } = set(tex, true);
      const isBreakable = lines.some((line) => line.length > 1);
      const widths = lines.map((line) => (isBreakable ? widest(line) : (line[0]?.width ?? 0)));
      return Math.max(0, ...widths) + (tag?.width ?? 0);
    } catch {
      return 0;
    }
  };
}

function widest(parts: readonly FormulaPart[]): number {
  return Math.max(0, ...parts.map((part) => part.width));
}
