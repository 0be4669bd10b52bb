import type { FaultList } from "../fault.ts";
import { limits } from "../limits.ts";
import { trimmed } from "../source-text.ts";
import { isElement, tooManyElements, type XmlElement } from "../xml.ts";

/**
 * Refuses a `use` that draws itself, and drawings that become too large by `use`: thirty elements, each drawing the
 * next twice, are a thousand million. Browsers copy even invisible elements, so all of the file is counted.
 *
 * @throws {Stopped}
 */
export function countUses(root: XmlElement, byId: ReadonlyMap<string, XmlElement>, faults: FaultList): void {
  const counts = new Map<XmlElement, number>();
  const open = new Set<XmlElement>();

  function count(element: XmlElement, level: number): number {
    const known = counts.get(element);
    if (known !== undefined) return known;
    if (level > limits.depth) {
      faults.stop(
        `There are more than ${limits.depth} elements inside one another, with those of \`use\`: take some groups apart`,
        element,
      );
    }
    open.add(element);
    let sum = 1;
    for (const child of element.children) if (isElement(child)) sum += count(child, level + 1);
    if (element.name === "use") sum += countTarget(element, level);
    open.delete(element);
    if (sum > limits.elements) faults.stop(tooManyElements, element);
    counts.set(element, sum);
    return sum;
  }

  function countTarget(use: XmlElement, level: number): number {
    const reference = use.attributes.get("href") ?? use.attributes.get("xlink:href");
    const target = reference && byId.get(trimmed(reference.value).text.slice(1));
    if (!target) return 0;
    if (open.has(target)) faults.stop("`use` draws what it is part of, without end: refer to something else", use);
    return count(target, level + 1);
  }

  count(root, 0);
}
