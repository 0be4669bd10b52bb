import type { MathFace } from "../fonts/face.ts";
import type { Style } from "./katex-tree.ts";

/** Style that a node of KaTeX's tree inherits, as in katex.css. */
export interface InheritedStyle {
  readonly family: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** Font size in em of the whole formula. */
  readonly size: number;
  readonly align: "left" | "center" | "right";
  readonly colour?: string;
  readonly isHeavy?: boolean;
  /** Width in em that `width: 100%` refers to, once it is known. */
  readonly fill?: number;
}

export const rootStyle: InheritedStyle = { family: "Main", isBold: false, isItalic: false, size: 1, align: "left" };

/** A CSS length in em; 0 if absent. */
export function em(value: string | undefined): number {
  const number = value === undefined ? 0 : Number.parseFloat(value);
  return Number.isFinite(number) ? number : 0;
}

/** Style inside a node with these classes and this style. */
export function inherit(classes: readonly string[], style: Style, inherited: InheritedStyle): InheritedStyle {
  let next: InheritedStyle = inherited;
  for (const name of classes) {
    const font = fonts[name];
    if (font) next = { ...next, ...font };
    const align = aligns[name];
    if (align) next = { ...next, align };
  }
  next = withDelimiter(classes, next);
  next = withSize(classes, next);
  if (style.color) next = { ...next, colour: style.color };
  if (style.textShadow) next = { ...next, isHeavy: true };
  return next;
}

/** Font file for a family and style. */
export function mathFace({ family, isBold, isItalic }: InheritedStyle): MathFace {
  switch (family) {
    case "Math":
      return isBold ? "Math-BoldItalic" : "Math-Italic";
    case "Caligraphic":
      return isBold ? "Caligraphic-Bold" : "Caligraphic-Regular";
    case "Fraktur":
      return isBold ? "Fraktur-Bold" : "Fraktur-Regular";
    case "SansSerif":
      if (isBold) return "SansSerif-Bold";
      return isItalic ? "SansSerif-Italic" : "SansSerif-Regular";
    case "Main":
      if (isBold) return isItalic ? "Main-BoldItalic" : "Main-Bold";
      return isItalic ? "Main-Italic" : "Main-Regular";
    default:
      return `${family}-Regular` as MathFace;
  }
}

type Font = Partial<Pick<InheritedStyle, "family" | "isBold" | "isItalic">>;

/** Classes of katex.css that set the font. */
const fonts: Readonly<Record<string, Font>> = {
  textbf: { isBold: true },
  textit: { isItalic: true },
  textrm: { family: "Main" },
  textsf: { family: "SansSerif" },
  texttt: { family: "Typewriter" },
  mathnormal: { family: "Math", isItalic: true },
  mathit: { family: "Main", isItalic: true },
  mathrm: { isItalic: false },
  mathbf: { family: "Main", isBold: true },
  boldsymbol: { family: "Math", isBold: true, isItalic: true },
  amsrm: { family: "AMS" },
  mathbb: { family: "AMS" },
  textbb: { family: "AMS" },
  mathcal: { family: "Caligraphic" },
  mathfrak: { family: "Fraktur" },
  textfrak: { family: "Fraktur" },
  mathboldfrak: { family: "Fraktur", isBold: true },
  textboldfrak: { family: "Fraktur", isBold: true },
  mathtt: { family: "Typewriter" },
  mathscr: { family: "Script" },
  textscr: { family: "Script" },
  mathsf: { family: "SansSerif" },
  mathboldsf: { family: "SansSerif", isBold: true },
  textboldsf: { family: "SansSerif", isBold: true },
  mathsfit: { family: "SansSerif", isItalic: true },
  mathitsf: { family: "SansSerif", isItalic: true },
  textitsf: { family: "SansSerif", isItalic: true },
  mainrm: { family: "Main", isItalic: false },
  "delim-size1": { family: "Size1" },
  "delim-size4": { family: "Size4" },
  "small-op": { family: "Size1" },
  "large-op": { family: "Size2" },
};

/** Classes of katex.css that set `text-align`. */
const aligns: Readonly<Record<string, InheritedStyle["align"]>> = {
  msupsub: "left",
  mfrac: "center",
  "op-limits": "center",
  "katex-accent": "center",
  "x-arrow": "center",
  mover: "center",
  munder: "center",
  "col-align-c": "center",
  "col-align-l": "left",
  "col-align-r": "right",
  "svg-align": "left",
  "cd-label-left": "left",
  "cd-label-right": "right",
};

/** `.delimsizing.size3` uses KaTeX_Size3. */
function withDelimiter(classes: readonly string[], inherited: InheritedStyle): InheritedStyle {
  if (!classes.includes("delimsizing")) return inherited;
  const size = [1, 2, 3, 4].find((number) => classes.includes(`size${number}`));
  return size ? { ...inherited, family: `Size${size}` } : inherited;
}

/** Font sizes of KaTeX's size commands, 1 to 11. */
const sizes = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];

function withSize(classes: readonly string[], inherited: InheritedStyle): InheritedStyle {
  if (!classes.includes("katex-sizing") && !classes.includes("fontsize-ensurer")) return inherited;
  const numberOf = (pattern: RegExp) => {
    for (const name of classes) {
      const match = pattern.exec(name);
      if (match) return Number(match[1]);
    }
    return 0;
  };
  const from = sizes[numberOf(/^reset-size(\d+)$/)];
  const to = sizes[numberOf(/^size(\d+)$/)];
  return from && to ? { ...inherited, size: (inherited.size * to) / from } : inherited;
}
