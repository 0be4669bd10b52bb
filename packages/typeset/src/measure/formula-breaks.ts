import { lineBreak } from "../costs.ts";
import type { FormulaPart } from "../math/formula.ts";

/**
 * A part before or after a break is short up to this width in em; the first part ends with its relation or operator.
 */
const shortStart = 2.3;
const shortEnd = 1.5;

/**
 * Penalties of ending a line before each part, from `lineBreak`: low after a relation, higher beside a short part,
 * highest inside brackets and after a bar.
 */
export function formulaPenalties(parts: readonly FormulaPart[]): number[] {
  let open = 0;
  let last = "";
  let before = 0;
  let after = parts.reduce((sum, part) => sum + part.width, 0);
  return parts.map((part, index) => {
    const isBesideShort = before < shortStart || after < shortEnd;
    const here =
      open > 0 || bars.has(last)
        ? lineBreak.insideBrackets
        : penaltyAfter(last) + (isBesideShort ? lineBreak.besideShortPart : 0);
    const penalty = index === 0 ? 0 : here;
    before += part.width;
    after -= part.width;
    for (const character of charactersOf(part)) {
      if (opening.has(character)) open += 1;
      if (closing.has(character)) open = Math.max(0, open - 1);
      last = character;
    }
    return penalty;
  });
}

const opening = new Set("([{⟨");
const closing = new Set(")]}⟩");
/** `\mid`: its right side is the condition of its left. */
const bars = new Set("∣|");
const operators = new Set("+−-⋅·×∗*/⊙⊕⊗±∓");

function penaltyAfter(character: string): number {
  return operators.has(character) ? lineBreak.afterOperator : lineBreak.afterRelation;
}

function charactersOf({ drawings }: FormulaPart): string[] {
  return drawings.flatMap((drawing) => (drawing.kind === "glyphs" ? [...drawing.text] : []));
}
