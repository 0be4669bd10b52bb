import { unreachable } from "../unreachable.ts";
import { add, multiply } from "./algebra.ts";
import { type Bindings, bind, locateFault } from "./bindings.ts";
import { compare } from "./compare.ts";
import type { Evaluate, Expression } from "./expression.ts";
import { countFrom, type IndexUse, indexLength, indexUses } from "./index-length.ts";
import { describe, format, isList, isSet, makeSet, toNumber, type Value, ValueError } from "./value.ts";

type Reduction = Expression & { type: "reduction" };

const MAX_SUBSETS_OF = 12;
const MAX_RANGE = 10_000;

/** The value of a sum, product or extreme over all values of its index. */
export function reduce(expression: Reduction, bindings: Bindings, evaluate: Evaluate): Value {
  const terms: Term[] = [];
  for (const index of locateFault(expression, () => membersOf(expression, bindings, evaluate))) {
    const inner = bind(bindings, expression.variable, index);
    const isTerm = expression.conditions.every((condition) => {
      const [left, right] = [evaluate(condition.left, inner), evaluate(condition.right, inner)];
      return locateFault(condition, () => compare(condition.relation, left, right));
    });
    if (isTerm) terms.push({ index, value: evaluate(expression.body, inner) });
  }
  return locateFault(expression, () => combine(expression.operator, terms));
}

interface Term {
  index: Value;
  value: Value;
}

/** The values of the index, in order. */
function membersOf(expression: Reduction, bindings: Bindings, evaluate: Evaluate): Value[] {
  const { range, variable } = expression;
  switch (range.type) {
    case "from-to": {
      const [from, to] = [range.from, range.to].map((end) => toNumber(evaluate(end, bindings)));
      if (from === undefined || to === undefined || !Number.isInteger(from) || !Number.isInteger(to)) {
        throw new ValueError(`The limits ${from} and ${to} are not whole numbers: change them`);
      }
      if (to - from >= MAX_RANGE) {
        throw new ValueError(`The range has ${to - from + 1} values: choose numbers that give at most ${MAX_RANGE}`);
      }
      return countFrom(from, to - from + 1);
    }
    case "members": {
      const of = evaluate(range.of, bindings);
      if (isSet(of)) return of.items;
      if (isList(of)) return of;
      throw new ValueError(`\`${variable}\` runs through a set or a list: this is ${describe(of)}`);
    }
    case "subsets": {
      const of = evaluate(range.of, bindings);
      if (!isSet(of)) throw new ValueError(`Only a set has subsets: this is ${describe(of)}`);
      return subsetsOf(of.items);
    }
    case "lists": {
      const length = indexLength(variable, usesOfIndex(expression), bindings, evaluate);
      if (length === undefined) {
        throw new ValueError(
          `No list has the index \`${variable}\`: give the example one, or write limits such as \`${variable}=1\``,
        );
      }
      return countFrom(1, length);
    }
    default:
      return unreachable(range);
  }
}

/** The places where the letter is an index: found once, although an inner sum is evaluated often. */
function usesOfIndex(expression: Reduction): readonly IndexUse[] {
  const known = USES.get(expression) ?? indexUses(expression.variable, expression.body);
  USES.set(expression, known);
  return known;
}

const USES = new WeakMap<Reduction, readonly IndexUse[]>();

function subsetsOf(items: readonly Value[]): Value[] {
  if (items.length > MAX_SUBSETS_OF) {
    throw new ValueError(
      `The set has ${items.length} elements, too many for all its subsets: use at most ${MAX_SUBSETS_OF}`,
    );
  }
  return Array.from({ length: 2 ** items.length }, (_, bits) => makeSet(items.filter((_item, i) => (bits >> i) & 1)));
}

function combine(operator: Reduction["operator"], terms: readonly Term[]): Value {
  switch (operator) {
    case "sum":
      return terms.reduce<Value>((sum, { value }, i) => (i === 0 ? value : add(sum, value, 1)), 0);
    case "product":
      return terms.reduce<Value>((product, { value }, i) => (i === 0 ? value : multiply(product, value)), 1);
    case "max":
    case "min":
    case "argmax":
    case "argmin": {
      const sign = operator.endsWith("max") ? 1 : -1;
      const [first, ...others] = terms;
      if (first === undefined) throw new ValueError("There is no term to choose from: change the limits");
      const best = others.reduce((a, b) => (sign * toNumber(b.value) > sign * toNumber(a.value) ? b : a), first);
      if (!operator.startsWith("arg")) return toNumber(best.value);
      const ties = terms.filter(({ value }) => value === best.value).length;
      if (ties > 1) throw new ValueError(`${ties} terms give ${format(best.value)}: choose numbers with one best term`);
      return best.index;
    }
    default:
      return unreachable(operator);
  }
}
