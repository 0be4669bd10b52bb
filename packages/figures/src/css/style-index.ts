import type { XmlElement } from "../xml.ts";
import type { Declaration } from "./declarations.ts";
import { classesOf, matches } from "./selector.ts";
import type { StyleRule } from "./style-sheet.ts";

/** Finds the rules that match an element. */
export interface StyleIndex {
  /** The declarations of all matching rules, the weakest first; selectors see nothing outside `top`. */
  declarationsOf(element: XmlElement, top: XmlElement): readonly Declaration[];
}

interface Ranked {
  readonly rule: StyleRule;
  readonly order: number;
}

/**
 * Files each rule under the rarest part of its last compound, so that an element is compared with few of them.
 *
 * @param spend is called for the comparisons made and the declarations found
 */
export function indexStyles(rules: readonly StyleRule[], spend: (steps: number) => void): StyleIndex {
  const shelves = new Map<string, Ranked[]>();
  for (const [order, rule] of rules.entries()) {
    const last = rule.selector.compounds.at(-1);
    const [id, name] = [last?.ids[0], last?.classes[0]];
    const key = id !== undefined ? `#${id}` : name !== undefined ? `.${name}` : (last?.name ?? "*");
    const shelf = shelves.get(key);
    if (shelf) shelf.push({ rule, order });
    else shelves.set(key, [{ rule, order }]);
  }
  return {
    declarationsOf(element, top) {
      if (shelves.size === 0) return [];
      const id = element.attributes.get("id")?.value.text;
      const keys = [`#${id}`, ...[...classesOf(element)].map((name) => `.${name}`), element.name, "*"];
      return keys
        .flatMap((key) => shelves.get(key) ?? [])
        .filter(({ rule }) => matches(rule.selector, element, top, spend))
        .sort(
          (one, other) => one.rule.selector.specificity - other.rule.selector.specificity || one.order - other.order,
        )
        .flatMap(({ rule: { declarations } }) => {
          spend(declarations.length);
          return declarations;
        });
    },
  };
}
