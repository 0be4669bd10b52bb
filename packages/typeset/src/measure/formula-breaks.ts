import type { FormulaPart } from "../math/formula.ts";

/** How much a line disturbs that ends between two parts of a formula, in units of `Cluster.penalty`. */
const afterRelation = 0.05;
const afterOperator = 0.1;
const insideBrackets = 0.4;
/** Added where what is parted off at either end of a formula is a letter or two: a line should rather stay short. */
const besideShort = 0.25;
/** Widths in em up to which that is so; what begins a formula ends with its relation or operator. */
const shortStart = 2.3;
const shortEnd = 1.5;

/**
 * The cost of ending a line before each part: little after a relation, more beside a short part, much where a bracket is
 * open or after a bar.
 */
export function penaltiesOf(parts: readonly FormulaPart[]): number[] {
  let open = 0;
  let last = "";
  let before = 0;
  let after = parts.reduce((sum, part) => sum + part.width, 0);
  return parts.map((part, index) => {
    const isBesideShort = before < shortStart || after < shortEnd;
    const here = open > 0 || bars.has(last) ? insideBrackets : afterOne(last) + (isBesideShort ? besideShort : 0);
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
/** `\mid`: what stands right of it is the condition of what stands left. */
const bars = new Set("∣|");
const operators = new Set("+−-⋅·×∗*/⊙⊕⊗±∓");

function afterOne(character: string): number {
  return operators.has(character) ? afterOperator : afterRelation;
}

function charactersOf({ marks }: FormulaPart): string[] {
  return marks.flatMap((mark) => (mark.kind === "glyphs" ? [...mark.text] : []));
}
