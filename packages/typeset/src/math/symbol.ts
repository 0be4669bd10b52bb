import type { Face } from "../fonts/face.ts";
import type { Fonts } from "../fonts/open-fonts.ts";
import { em, type InheritedStyle, mathFace } from "./inherited-style.ts";
import type { SymbolNode } from "./katex-tree.ts";
import type { MathDrawing } from "./math-drawing.ts";
import { type MathLayout, nothing } from "./math-layout.ts";
import { colourOf } from "./stretchy.ts";

/** Lays out text of one font; characters that KaTeX's font lacks come from the text fonts. */
export function layoutSymbol(node: SymbolNode, inherited: InheritedStyle, fonts: Fonts): MathLayout {
  const text = node.text.replaceAll("\u200b", "");
  if (text === "") return nothing;
  const face = mathFace(inherited);
  const { size } = inherited;
  const left = (em(node.style.paddingLeft) + em(node.style.marginLeft)) * size;
  const drawings: MathDrawing[] = [];
  let width = left;
  for (const [pieceFace, piece] of cutByCoverage(text, face, fonts)) {
    const isDrawn = piece.trim() !== "" && inherited.colour !== "transparent";
    if (isDrawn) {
      const heavy = inherited.isHeavy ? { isHeavy: true } : {};
      drawings.push({
        kind: "glyphs",
        face: pieceFace,
        text: piece,
        x: width,
        y: 0,
        size,
        ...colourOf(inherited),
        ...heavy,
      });
    }
    width += fonts.runWidth(pieceFace, piece) * size;
  }
  width += (Math.max(0, node.italic) + em(node.style.marginRight) + em(node.style.paddingRight)) * size;
  return { width, drawings, fillsWidth: false };
}

function cutByCoverage(text: string, face: Face, fonts: Fonts): [Face, string][] {
  const cut: [Face, string][] = [];
  for (const character of text) {
    const isCovered = fonts.has(face, character.codePointAt(0) ?? 0);
    const pieces = isCovered ? [{ face, text: character }] : fonts.split("sans", character);
    for (const piece of pieces) {
      const last = cut.at(-1);
      if (last?.[0] === piece.face) last[1] += piece.text;
      else cut.push([piece.face, piece.text]);
    }
  }
  return cut;
}
