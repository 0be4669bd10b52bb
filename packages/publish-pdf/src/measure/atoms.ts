import type { Face, TextFace } from "../fonts/face.ts";
import type { InlineStyle, Token } from "../inline/tokens.ts";
import type { FormulaPart } from "../math/formula.ts";
import type { Cluster } from "./break-lines.ts";
import type { Environment } from "./environment.ts";

/** What a line is made of, measured. */
export type Atom = TextAtom | MathAtom;

export interface TextAtom {
  readonly kind: "text";
  readonly face: Face;
  readonly text: string;
  readonly size: number;
  readonly width: number;
  readonly style: InlineStyle;
  readonly isSpace: boolean;
}

export interface MathAtom {
  readonly kind: "math";
  readonly part: FormulaPart;
  readonly tex: string;
  /** Number of the formula in its paragraph; its parts share it. */
  readonly number: number;
  readonly isFirstPart: boolean;
  readonly size: number;
  readonly width: number;
  readonly style: InlineStyle;
}

/** Atoms that stay on one line. */
export interface AtomCluster extends Cluster {
  readonly atoms: readonly Atom[];
  /** The space before, drawn when the cluster is not first on its line. */
  readonly spaceAtoms: readonly TextAtom[];
}

/** Type for running text: its size and weight. */
export interface Type {
  readonly size: number;
  readonly weight: "regular" | "semibold" | "bold";
  readonly isItalic?: boolean;
}

/** Formulas are set larger than the text around: KaTeX's letters are smaller than those of Source Sans. */
export const mathScale = 1.1;
/** Letters of the code font are wider and taller. */
const codeScale = 0.9;

/** Measures tokens and joins those between which no line may end. Nothing is wider than `width`. */
export function measureTokens(tokens: readonly Token[], type: Type, width: number, env: Environment): AtomCluster[] {
  const clusters: AtomCluster[] = [];
  let atoms: Atom[] = [];
  let spaceAtoms: TextAtom[] = [];
  let penalty = 0;
  let formulas = 0;

  const close = (isForced = false) => {
    if (atoms.length > 0) {
      const whole = { ...clusterOf(atoms, spaceAtoms, penalty), isForced };
      clusters.push(...(whole.width > width ? splitLong(whole, width, env) : [whole]));
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
        atoms.push(...textAtoms(token.text, token.style, type, env, false));
        break;
      case "space":
        close();
        spaceAtoms = textAtoms(" ", token.style, type, env, true);
        break;
      case "break":
        close(true);
        spaceAtoms = [];
        break;
      case "math": {
        const parts = mathAtoms(token.tex, token.style, formulas, type, width, env);
        formulas += 1;
        for (const [index, part] of parts.entries()) {
          if (index > 0) {
            close();
            penalty = insideFormula;
          }
          atoms.push(part);
        }
        break;
      }
      default:
        unknownToken(token);
    }
  }
  close();
  return clusters;
}

/** A line should rather end between words than inside a formula. */
const insideFormula = 0.05;
const insideWord = 0.2;

function clusterOf(atoms: readonly Atom[], spaceAtoms: readonly TextAtom[], penalty: number): AtomCluster {
  const sum = (list: readonly Atom[]) => list.reduce((total, atom) => total + atom.width, 0);
  return { atoms, spaceAtoms, width: sum(atoms), space: sum(spaceAtoms), isForced: false, penalty };
}

function textAtoms(text: string, style: InlineStyle, type: Type, env: Environment, isSpace: boolean): TextAtom[] {
  const size = style.isCode ? type.size * codeScale : type.size;
  return env.fonts.split(faceOf(style, type), text).map((piece) => ({
    kind: "text",
    face: piece.face,
    text: piece.text,
    size,
    width: piece.width * size,
    style,
    isSpace,
  }));
}

/** The font file for a style. */
export function faceOf(style: InlineStyle, type: Type): TextFace {
  const isBold = style.isBold || type.weight === "bold";
  const isItalic = style.isItalic !== (type.isItalic ?? false);
  if (style.isCode) return isBold || type.weight === "semibold" ? "mono-bold" : isItalic ? "mono-italic" : "mono";
  if (isBold) return isItalic ? "sans-bold-italic" : "sans-bold";
  if (type.weight === "semibold") return isItalic ? "sans-bold-italic" : "sans-semibold";
  return isItalic ? "sans-italic" : "sans";
}

/** The parts of an inline formula; a part wider than the line is set smaller. */
function mathAtoms(
  tex: string,
  style: InlineStyle,
  number: number,
  type: Type,
  width: number,
  env: Environment,
): MathAtom[] {
  const size = type.size * mathScale;
  return env
    .formulas(tex, false)
    .lines.flat()
    .map((part, index): MathAtom => {
      const fit = part.width * size > width ? width / (part.width * size) : 1;
      const place = { size: size * fit, width: part.width * size * fit };
      return { kind: "math", part, tex, number, isFirstPart: index === 0, ...place, style };
    });
}

/** Cuts a cluster that no line can hold: after joints such as `/`, `_` or `.`, else between any two characters. */
function splitLong(whole: AtomCluster, width: number, env: Environment): AtomCluster[] {
  const out: AtomCluster[] = [];
  let atoms: Atom[] = [];
  let used = 0;
  const close = () => {
    if (atoms.length === 0) return;
    const isFirst = out.length === 0;
    out.push(clusterOf(atoms, isFirst ? whole.spaceAtoms : [], isFirst ? whole.penalty : insideWord));
    atoms = [];
    used = 0;
  };
  for (const atom of whole.atoms) {
    for (const piece of atom.kind === "text" ? cutText(atom, width, env) : [atom]) {
      if (used + piece.width > width) close();
      atoms.push(piece);
      used += piece.width;
    }
  }
  close();
  return out.map((cluster, index) => (index === out.length - 1 ? { ...cluster, isForced: whole.isForced } : cluster));
}

/** Pieces of a word, each ending at a joint where it can and none wider than `width`. */
function cutText(atom: TextAtom, width: number, env: Environment): TextAtom[] {
  const measured = (text: string): TextAtom => ({
    ...atom,
    text,
    width: env.fonts.glyphs(atom.face, text).width * atom.size,
  });
  return atom.text.split(/(?<=[/_.,;:=&?#()[\]{}-])/).flatMap((part): TextAtom[] => {
    const piece = measured(part);
    if (piece.width <= width) return [piece];
    const cut: TextAtom[] = [];
    let text = "";
    let used = 0;
    for (const character of part) {
      const advance = measured(character).width;
      if (used + advance > width && text) {
        cut.push(measured(text));
        text = "";
        used = 0;
      }
      text += character;
      used += advance;
    }
    if (text) cut.push(measured(text));
    return cut;
  });
}

function unknownToken(token: never): never {
  throw new Error(`Unknown token ${JSON.stringify(token)}`);
}
