import { TexError } from "../tex-error.ts";
import type { Bindings } from "./bindings.ts";
import { type Evaluate, type Expression, type Index, partsOfExpression } from "./expression.ts";
import { isList, type Value } from "./value.ts";

/** A place where a letter indexes a list. */
export interface IndexUse {
  list: Expression & { type: "name" | "index" };
  /** Position of the letter among the list's indices, from 0. */
  position: number;
}

/** Every place in an expression where a letter indexes a list. */
export function indexUses(letter: string, expression: Expression): IndexUse[] {
  const isShadowed = expression.type === "reduction" && expression.variable === letter;
  const inner = isShadowed ? [] : partsOfExpression(expression).flatMap((part) => indexUses(letter, part));
  if (expression.type !== "name" && expression.type !== "index") return inner;
  const isLetter = (index: Index) => index.type === "local" && index.name === letter;
  const own = expression.indices.flatMap((index, position) =>
    isLetter(index) ? [{ list: expression, position }] : [],
  );
  return [...own, ...inner];
}

/** The common length of the lists that a letter indexes; undefined when there are none.
 *  @throws {TexError} when two lists differ. */
export function indexLength(
  letter: string,
  uses: readonly IndexUse[],
  bindings: Bindings,
  evaluate: Evaluate,
): number | undefined {
  let first: { name: string; length: number } | undefined;
  for (const use of uses) {
    const length = lengthAt(use, bindings, evaluate);
    if (length === undefined) continue;
    const name = use.list.type === "name" ? `\`${use.list.entry.key}\`` : "this list";
    if (first !== undefined && first.length !== length) {
      throw new TexError(
        `\`${letter}\` indexes lists of different length: ${name} has ${length}, ${first.name} has ${first.length}`,
        use.list,
      );
    }
    first ??= { name, length };
  }
  return first?.length;
}

function lengthAt({ list, position }: IndexUse, bindings: Bindings, evaluate: Evaluate): number | undefined {
  let value = valueOfList(list, bindings, evaluate);
  for (const index of list.indices.slice(0, position)) {
    if (value === undefined || !isList(value)) return undefined;
    const known = index.type !== "slice" && isComputable(index, bindings) ? evaluate(index, bindings) : 1;
    value = (typeof known === "number" ? value[known - 1] : undefined) ?? value[0];
  }
  return value !== undefined && isList(value) ? value.length : undefined;
}

function valueOfList(list: IndexUse["list"], bindings: Bindings, evaluate: Evaluate): Value | undefined {
  if (list.type === "index") return isComputable(list.of, bindings) ? evaluate(list.of, bindings) : undefined;
  return list.entry.meaning.type === "value" ? list.entry.meaning.value : undefined;
}

function isComputable(expression: Expression, bindings: Bindings): boolean {
  if (expression.type === "local") return bindings.values.has(expression.name);
  if (expression.type === "reduction" || expression.type === "apply") return false;
  return partsOfExpression(expression).every((part) => isComputable(part, bindings));
}

/** `count` numbers, each one more than the last; a fraction of a count is dropped. */
export function countFrom(first: number, count: number): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < Math.floor(count); i += 1) numbers.push(first + i);
  return numbers;
}
