import { unreachable } from "@high-recall/core";
import type { TextFace } from "../fonts/face.ts";
import type { InlineStyle, Token } from "../inline/tokens.ts";
import type { FormulaPart } from "../math/formula.ts";
import { type Atom, type AtomCluster, clusterOf, type MathAtom, type TextAtom, type TypeStyle } from "./atom.ts";
import { formulaPenalties } from "./formula-breaks.ts";
import type { MeasureContext } from "./measure-context.ts";
import { splitLong } from "./split-long-words.ts";

/** Size of formulas in units of the text: lower-case letters of KaTeX are 1/1.13 as high as those of Source Sans. */
const mathScale = 1.13;

/** Size of a formula in text of `size` points, such that its scripts can be read. */
export function formulaSize(
  size: number,
  lines: readonly (readonly FormulaPart[])[],
  { leastType }: MeasureContext,
): number {
  const least = Math.min(1, ...lines.flat().map(({ leastScale }) => leastScale));
  return Math.max(size * mathScale, leastType / least);
}
/** Size of inline code in units of the text: letters of the code font are wider and taller. */
const codeScale = 0.9;

/** Measures tokens and joins those between which no line may end. No cluster is wider than `width`. */
export function measureTokens(
  tokens: readonly Token[],
  type: TypeStyle,
  width: number,
  context: MeasureContext,
): AtomCluster[] {
  const clusters: AtomCluster[] = [];
  let atoms: Atom[] = [];
  let spaceAtoms: TextAtom[] = [];
  let penalty = 0;
  let formulas = 0;

  const close = (isForced = false) => {
    if (atoms.length > 0) {
      const whole = { ...clusterOf(atoms, spaceAtoms, penalty), isForced };
      clusters.push(...(whole.width > width ? splitLong(whole, width, context) : [whole]));
      spaceAtoms = [];
    } else if (isForced && clusters.length > 0) {
      clusters.push({ ...(clusters.pop() as AtomCluster), isForced: true });
    }
    atoms = [];
    penalty = 0;
  };

  for (const token of tokens) {
    switch (token.kind) {
      case "word":
        atoms.push(...textAtoms(token.text, token.style, type, context, false));
        break;
      case "space":
        close();
        spaceAtoms = textAtoms(" ", token.style, type, context, true);
        break;
      case "break":
        close(true);
        spaceAtoms = [];
        break;
      case "math": {
        const parts = mathAtoms(token.tex, token.style, formulas, type, width, context);
        const penalties = formulaPenalties(parts.map((each) => each.part));
        formulas += 1;
        for (const [index, part] of parts.entries()) {
          if (index > 0) {
            close();
            penalty = penalties[index] ?? 0;
          }
          atoms.push(part);
        }
        break;
      }
      default:
        unreachable(token);
    }
  }
  close();
  return clusters;
}

function textAtoms(
  text: string,
  style: InlineStyle,
  type: TypeStyle,
  context: MeasureContext,
  isSpace: boolean,
): TextAtom[] {
  const size = style.isCode ? type.size * codeScale : type.size;
  return context.fonts.split(faceOf(style, type), text).map((piece) => ({
    kind: "text",
    face: piece.face,
    text: piece.text,
    size,
    width: piece.width * size,
    style,
    isSpace,
  }));
}

/** Face for a style. */
export function faceOf(style: InlineStyle, type: TypeStyle): TextFace {
  const isBold = style.isBold || type.weight === "bold";
  const isItalic = style.isItalic !== (type.isItalic ?? false);
  if (style.isCode) return isBold || type.weight === "semibold" ? "mono-bold" : isItalic ? "mono-italic" : "mono";
  if (isBold) return isItalic ? "sans-bold-italic" : "sans-bold";
  if (type.weight === "semibold") return isItalic ? "sans-bold-italic" : "sans-semibold";
  return isItalic ? "sans-italic" : "sans";
}

/** Measures the parts of an inline formula. A part wider than the line shrinks. */
function mathAtoms(
  tex: string,
  style: InlineStyle,
  number: number,
  type: TypeStyle,
  width: number,
  context: MeasureContext,
): MathAtom[] {
  const { lines } = context.layoutFormula(tex, false);
  const size = formulaSize(type.size, lines, context);
  return lines.flat().map((part, index): MathAtom => {
    const fit = part.width * size > width ? width / (part.width * size) : 1;
    const place = { size: size * fit, width: part.width * size * fit };
    return { kind: "math", part, tex, number, isFirstPart: index === 0, ...place, style };
  });
}
