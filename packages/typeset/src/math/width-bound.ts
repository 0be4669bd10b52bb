/**
 * An upper bound of the width of a display formula in em, from its TeX alone; infinite where the TeX says how wide
 * something is. It spares most formulas their layout, since few come near the width of a column.
 */
export function widthBound(tex: string): number {
  if (saysWidth.test(tex)) return Number.POSITIVE_INFINITY;
  let width = 0;
  for (const token of tex.match(/\\(?:[a-zA-Z]+|.)|[^\s{}^_]/g) ?? []) width += boundOf(token);
  return width;
}

/** Commands that make space or rules of any width, add text of their own or define others; and characters beyond ASCII. */
const saysWidth =
  /\\(?:[hkm]?s?(?:kip|pace|kern)|rule|p?mod|tag|def|let|newcommand|gdef|raise|llap|rlap|href|html|verb|xrightarrow|xleftarrow|[A-Z]\w*arrow)|[^\x20-\x7e\n]/;

/** Bound of a glyph and the space around it, in em. */
function boundOf(token: string): number {
  if (token.startsWith("\\")) return boundOfCommand(token.slice(1));
  if (/[mwMW]/.test(token)) return 1.15;
  if (/[a-z]/.test(token)) return 0.8;
  if (/[A-Z]/.test(token)) return 1.05;
  // Digits, punctuation with its space, and brackets as high as a fraction.
  if (/[0-9.,;:!'()[\]|]/.test(token)) return 1;
  // Relations and operators with their space, and the gap between columns.
  return 2;
}

function boundOfCommand(name: string): number {
  if (frames.has(name)) return 0.5;
  if (/^(?:iff|implies|impliedby|longmapsto|qquad|\w*arrow)$/.test(name)) return 3;
  if (greek.test(name)) return 1;
  // A symbol with its space, or a function whose name is set in upright letters.
  return Math.max(2, 0.65 * name.length + 0.5);
}

/** Commands that draw nothing but the sides or the sign around what follows. */
const frames: ReadonlySet<string> = new Set(
  "text mathrm mathbf mathit mathsf mathtt boldsymbol operatorname frac dfrac tfrac hat bar tilde vec dot overline left right begin end".split(
    " ",
  ),
);

const greek =
  /^(?:var)?(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega)$/i;
