import { capitalize, describe, isList, isMatrix, isSet, toNumber, type Value, ValueError } from "./value.ts";

/** Relations that values decide. */
export const DECIDABLE: ReadonlySet<string> = new Set([
  "=",
  "\\neq",
  "<",
  ">",
  "\\leq",
  "\\geq",
  "\\leqslant",
  "\\geqslant",
  "\\in",
  "\\notin",
]);

/** 0.1 times 30 is not quite 3 in binary; its floor must be 3. Relative. */
export const ROUNDING = 1e-12;

/** Whether a relation holds; numbers are equal when 9 digits agree. */
export function compare(relation: string, left: Value, right: Value): boolean {
  if (relation === "\\in" || relation === "\\notin") {
    const items = isSet(right) ? right.items : isList(right) && !isMatrix(right) ? right : undefined;
    if (items === undefined) {
      throw new ValueError(
        `${capitalize(describe(right))} has no members: write a set or a list after \`${relation}\``,
      );
    }
    return items.some((item) => isEqual(item, left)) === (relation === "\\in");
  }
  if (relation === "=" || relation === "\\neq") return isEqual(left, right) === (relation === "=");
  const [a, b] = [toNumber(left), toNumber(right)];
  switch (relation) {
    case "<":
      return a < b;
    case ">":
      return a > b;
    case "\\leq":
    case "\\leqslant":
      return a <= b + ROUNDING * Math.abs(b);
    case "\\geq":
    case "\\geqslant":
      return a >= b - ROUNDING * Math.abs(b);
    default:
      throw new ValueError(undecidable(relation));
  }
}

export function undecidable(relation: string): string {
  return `Numbers cannot decide \`${relation}\`: write an equation or an inequality`;
}

/** Whether two values are equal. A list in the first place may stand for a set, because YAML has no sets. */
export function isEqual(wanted: Value, found: Value): boolean {
  if (typeof wanted === "number" && typeof found === "number") {
    return Math.abs(wanted - found) <= 1e-9 * Math.max(1, Math.abs(wanted));
  }
  if (isSet(found)) {
    const items = isSet(wanted) ? wanted.items : isList(wanted) ? wanted : [wanted];
    return (
      items.length === found.items.length && items.every((item) => found.items.some((other) => isEqual(item, other)))
    );
  }
  return (
    isList(wanted) &&
    isList(found) &&
    wanted.length === found.length &&
    wanted.every((item, i) => isEqual(item, found[i] ?? 0))
  );
}
