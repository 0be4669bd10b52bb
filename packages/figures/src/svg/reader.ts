import { quote } from "@high-recall/core";
import type { ComputedStyle } from "../css/cascade.ts";
import type { Declaration } from "../css/declarations.ts";
import { lengthHint, parseLength, resolve } from "../css/length.ts";
import { indexStyles } from "../css/style-index.ts";
import { parseStyleSheet } from "../css/style-sheet.ts";
import type { FaultList } from "../fault.ts";
import { limits } from "../limits.ts";
import { placeOf, trimmed } from "../source-text.ts";
import type { XmlElement } from "../xml.ts";
import { type Budget, budgetOf } from "./budget.ts";
import type { CheckedElements } from "./check-elements.ts";
import { checkClasses, roleOf } from "./roles.ts";
import type { Size } from "./viewport.ts";

/** State shared while one drawing is read. */
export interface Reader {
  readonly faults: FaultList;
  readonly budget: Budget;
  readonly byId: ReadonlyMap<string, XmlElement>;
  /**
   * All declarations of an element, the weakest first. As in Chromium, selectors do not see the context of the copy that
   * `use` makes of the element `copied`.
   */
  declarationsOf(element: XmlElement, copied?: XmlElement): readonly Declaration[];
  /** Whether an element is one that is drawn; any other was refused. */
  isKnown(element: XmlElement): boolean;
  /** Whether the fonts can print a character. */
  isPrintable(codePoint: number): boolean;
}

export function createReader(
  root: XmlElement,
  { byId, styleSheets, own }: CheckedElements,
  faults: FaultList,
  isPrintable: (codePoint: number) => boolean,
): Reader {
  const budget = budgetOf(faults, root);
  const rules = styleSheets.flatMap((sheet) => parseStyleSheet(sheet, faults));
  const styles = indexStyles(rules, budget.styling);
  checkClasses(own.keys(), rules, faults);
  const knownBelow = new Map<XmlElement, Map<XmlElement, readonly Declaration[]>>();
  return {
    faults,
    budget,
    byId,
    isPrintable,
    isKnown: (element) => own.has(element),
    declarationsOf(element, copied = root) {
      let known = knownBelow.get(copied);
      if (!known) {
        known = new Map();
        knownBelow.set(copied, known);
      }
      let all = known.get(element);
      if (!all) {
        const { attributes = [], style = [] } = own.get(element) ?? {};
        const ordered = [...attributes, ...roleOf(element), ...styles.declarationsOf(element, copied), ...style];
        const important = ordered.filter(({ isImportant }) => isImportant);
        all = important.length > 0 ? [...ordered.filter(({ isImportant }) => !isImportant), ...important] : ordered;
        known.set(element, all);
      }
      return all;
    },
  };
}

/** An element, its style, and the viewport that percentages refer to. */
export interface Scene {
  readonly element: XmlElement;
  readonly style: ComputedStyle;
  readonly view: Size;
  /** The element that is drawn again by the innermost `use` around, if any. */
  readonly copied?: XmlElement | undefined;
}

export type Axis = "width" | "height" | "diagonal";

/** What 100 % means along an axis. @see https://www.w3.org/TR/SVG2/coords.html#Units */
export function wholeOf({ width, height }: Size, axis: Axis): number {
  return axis === "diagonal" ? Math.hypot(width, height) / Math.SQRT2 : axis === "width" ? width : height;
}

/** A length of an attribute in user units; undefined when the attribute is absent or is no length. */
export function lengthOf(
  name: string,
  axis: Axis,
  { element, style, view }: Scene,
  faults: FaultList,
): number | undefined {
  const attribute = element.attributes.get(name);
  if (!attribute) return undefined;
  const value = trimmed(attribute.value);
  const length = parseLength(value.text);
  const resolved = length && resolve(length, wholeOf(view, axis), style);
  if (resolved === undefined || Math.abs(resolved) > limits.number) {
    faults.unreadable(`${quote(name)} cannot be ${quote(value.text)}: write ${lengthHint}`, placeOf(value));
    return undefined;
  }
  return resolved;
}

/** As `lengthOf`, for lengths that are not negative. */
export function sizeOf(name: string, axis: Axis, scene: Scene, faults: FaultList): number | undefined {
  const length = lengthOf(name, axis, scene, faults);
  const attribute = scene.element.attributes.get(name);
  if (length === undefined || length >= 0 || !attribute) return length;
  faults.unreadable(`${quote(name)} is negative: write 0 or more`, placeOf(attribute.value));
  return undefined;
}

/** The value of an attribute that `parse` understands; undefined when it is absent or wrong. */
export function attributeValue<Value>(
  name: string,
  parse: (text: string) => Value | undefined,
  hint: string,
  { attributes }: XmlElement,
  faults: FaultList,
): Value | undefined {
  const attribute = attributes.get(name);
  if (!attribute) return undefined;
  const value = trimmed(attribute.value);
  const parsed = parse(value.text);
  if (parsed === undefined) {
    faults.unreadable(`${quote(name)} cannot be ${quote(value.text)}: write ${hint}`, placeOf(value));
  }
  return parsed;
}
