/**
 * An upper bound of the width of a display formula in em, from its TeX alone; infinite where the TeX says how wide
 * something is. It spares most formulas their layout, since few come near the width of a column.
 */
export function widthBound(tex: string): number {
  if (
    /\\(?:[hkm]?s?(?:kip|pace|kern)|rule|p?mod|tag|def|let|newcommand|gdef|raise|llap|rlap|href|html|verb|xrightarrow|xleftarrow|[A-Z]\w*arrow)|[^\x20-\x7e\n]/.test(
      tex,
    )
  ) {
    return Number.POSITIVE_INFINITY;
  }
  let width = 0;
  for (const token of tex.match(/\\(?:[a-zA-Z]+|.)|[^\s{}^_]/g) ?? []) width += boundOf(token);
  return width;
}

/** Glyph and the space around it, in em. */
function boundOf(token: string): number {
  if (token.startsWith("\\")) return Math.max(widestCommand, token.length * widestLetter);
  if (/[a-zA-Z]/.test(token)) return widestLetter;
  if (/[0-9.,;:!'()[\]|]/.test(token)) return narrow;
  return relation;
}

/** `\iff`, with the space on both sides. */
const widestCommand = 3;
/** An upright or calligraphic W; names of functions have no wider letter. */
const widestLetter = 1.15;
/** Digits, punctuation with its space, and brackets as high as a fraction. */
const narrow = 1;
/** Relations and operators with their space, and a column of an array. */
const relation = 2;
