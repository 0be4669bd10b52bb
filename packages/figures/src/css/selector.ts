import { limits } from "../limits.ts";
import type { XmlElement } from "../xml.ts";

/** Compounds of nested elements, the innermost last. */
export interface Selector {
  readonly compounds: readonly Compound[];
  /** Ids, then classes and attributes, then names, as one number. */
  readonly specificity: number;
}

/** Conditions on one element. */
export interface Compound {
  readonly name?: string;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  readonly attributes: readonly { readonly name: string; readonly value?: string }[];
  /** Whether it is the direct child of the one before. */
  readonly isChild: boolean;
}

const simple =
  /([.#]?)(-?[a-z_][\w-]*)|\*|\[\s{0,9}([a-z_][\w:-]*)\s{0,9}(?:=\s{0,9}(?:"([^"\\]*)"|'([^'\\]*)'|([\w-]+))\s{0,9})?\]/iy;
const gap = /\s*>?\s*/y;

/** Reads a selector of names, classes, ids and attributes inside one another; undefined for any other. */
export function parseSelector(text: string): Selector | undefined {
  const compounds: Compound[] = [];
  let specificity = 0;
  let isChild = false;
  for (let at = 0; at < text.length; ) {
    const ids: string[] = [];
    const classes: string[] = [];
    const attributes: { name: string; value?: string }[] = [];
    let name: string | undefined;
    const from = at;
    for (simple.lastIndex = at; ; simple.lastIndex = at) {
      const match = simple.exec(text);
      if (!match) break;
      const [all, sign, word, attribute, ...values] = match;
      if (attribute !== undefined) {
        const value = values.find((each) => each !== undefined);
        attributes.push(value === undefined ? { name: attribute } : { name: attribute, value });
      } else if (sign === "#") ids.push(word ?? "");
      else if (sign === ".") classes.push(word ?? "");
      else if (at > from) return undefined;
      else if (word !== undefined) name = word;
      at += all.length;
    }
    if (at === from || compounds.length === limits.compounds) return undefined;
    compounds.push({ ...(name === undefined ? {} : { name }), ids, classes, attributes, isChild });
    specificity += ids.length * 1e6 + (classes.length + attributes.length) * 1e3 + (name === undefined ? 0 : 1);
    gap.lastIndex = at;
    const between = gap.exec(text)?.[0] ?? "";
    if (between === "" && at < text.length) return undefined;
    isChild = between.includes(">");
    at += between.length;
    if (at === text.length && isChild) return undefined;
  }
  return compounds.length === 0 ? undefined : { compounds, specificity };
}

/**
 * Whether a selector matches an element.
 *
 * @param top the outermost element that the selector may match
 * @param spend is called for each element that is looked at
 */
export function matches(
  { compounds }: Selector,
  element: XmlElement,
  top: XmlElement,
  spend: (comparisons: number) => void,
): boolean {
  const outerOf = (inner: XmlElement) => (inner === top ? undefined : inner.parent);
  const from = (index: number, candidate: XmlElement | undefined): boolean => {
    const compound = compounds[index];
    if (!compound) return true;
    if (!candidate) return false;
    spend(1);
    if (!isMeant(compound, candidate)) return false;
    if (index === 0) return true;
    if (compound.isChild) return from(index - 1, outerOf(candidate));
    for (let outer = outerOf(candidate); outer; outer = outerOf(outer)) if (from(index - 1, outer)) return true;
    return false;
  };
  return from(compounds.length - 1, element);
}

function isMeant({ name, ids, classes, attributes }: Compound, element: XmlElement): boolean {
  const value = (attribute: string) => element.attributes.get(attribute)?.value.text;
  return (
    (name === undefined || name === element.name) &&
    ids.every((id) => id === value("id")) &&
    (classes.length === 0 || isSubset(classes, classesOf(element))) &&
    attributes.every((each) =>
      each.value === undefined ? value(each.name) !== undefined : value(each.name) === each.value,
    )
  );
}

const known = new WeakMap<XmlElement, ReadonlySet<string>>();

/** Classes of an element. */
export function classesOf(element: XmlElement): ReadonlySet<string> {
  let classes = known.get(element);
  if (!classes) {
    classes = new Set(element.attributes.get("class")?.value.text.split(/\s+/).filter(Boolean));
    known.set(element, classes);
  }
  return classes;
}

function isSubset(words: readonly string[], of: ReadonlySet<string>): boolean {
  return words.every((word) => of.has(word));
}
