import type { Fonts } from "../fonts/open-fonts.ts";
import { rootStyle } from "./inherited-style.ts";
import { isSvg, isSymbol, katexTree, type SpanNode, type TreeNode } from "./katex-tree.ts";
import { layoutSequence } from "./layout-sequence.ts";
import type { MathDrawing } from "./math-drawing.ts";

/** An unbreakable part of a formula; TeX allows a line break between two parts. */
export interface FormulaPart {
  /** All lengths are in em of the formula's font size. */
  readonly width: number;
  /** Above and below the baseline. */
  readonly height: number;
  readonly depth: number;
  readonly drawings: readonly MathDrawing[];
  /** Size of its smallest letters in em: 0.7 with scripts. */
  readonly leastScale: number;
}

/** Layout of a formula, independent of its place and size. */
export interface FormulaLayout {
  readonly tex: string;
  readonly isDisplay: boolean;
  /** Lines that the author separated by `\\`, each a list of parts. */
  readonly lines: readonly (readonly FormulaPart[])[];
  /** The `\tag`, set at the right edge. */
  readonly tag?: FormulaPart;
  readonly width: number;
}

/**
 * Lays out a formula.
 * @throws {katex.ParseError} if KaTeX cannot parse the formula.
 */
export type LayoutFormula = (tex: string, isDisplay: boolean) => FormulaLayout;

/** Makes a `LayoutFormula` for these fonts that caches its results. */
export function formulaLayouts(fonts: Fonts): LayoutFormula {
  const known = new Map<string, FormulaLayout>();
  return (tex, isDisplay) => {
    const key = `${isDisplay ? "D" : "I"}${tex}`;
    let formula = known.get(key);
    if (!formula) {
      formula = layoutFormula(tex, isDisplay, fonts);
      known.set(key, formula);
    }
    return formula;
  };
}

function layoutFormula(tex: string, isDisplay: boolean, fonts: Fonts): FormulaLayout {
  const root = katexTree(tex, isDisplay);
  const lines: FormulaPart[][] = [[]];
  let tag: FormulaPart | undefined;
  for (const child of root.children) {
    if (isSymbol(child) || isSvg(child)) continue;
    if (child.classes.includes("katex-newline")) lines.push([]);
    else if (child.classes.includes("katex-tag")) tag = layoutPart(numberEquations(child), root, fonts);
    else lines.at(-1)?.push(layoutPart(child, child, fonts));
  }
  const width = Math.max(0, ...lines.map((line) => line.reduce((sum, part) => sum + part.width, 0)));
  const set = lines.filter((line) => line.length > 0);
  return { tex, isDisplay, lines: set, width, ...(tag ? { tag } : {}) };
}

function layoutPart(node: SpanNode, extent: SpanNode, fonts: Fonts): FormulaPart {
  const { width, drawings } = layoutSequence(node.children, rootStyle, fonts);
  return { width, height: extent.height, depth: extent.depth, drawings, leastScale: leastScaleOf(drawings) };
}

function leastScaleOf(drawings: readonly MathDrawing[]): number {
  let least = 1;
  for (const drawing of drawings) {
    if (drawing.kind === "glyphs" && /[\p{L}\p{N}]/u.test(drawing.text)) least = Math.min(least, drawing.size);
    if (drawing.kind === "mirror") least = Math.min(least, leastScaleOf(drawing.drawings));
  }
  return least;
}

/** KaTeX leaves equation numbers of `equation` and `align` to CSS counters; here each formula counts from 1. */
function numberEquations(node: SpanNode): SpanNode {
  let count = 0;
  const visit = (each: TreeNode): TreeNode => {
    if (isSymbol(each) || isSvg(each)) return each;
    if (!each.classes.includes("eqn-num")) return { ...each, children: each.children.map(visit) };
    count += 1;
    const text: TreeNode = { text: `(${count})`, classes: [], style: {}, italic: 0 };
    return { ...each, classes: [], children: [text] };
  };
  return { ...node, children: node.children.map(visit) };
}
