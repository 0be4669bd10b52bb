import type { FaultList } from "../fault.ts";
import { placeOf } from "../source-text.ts";
import type { XmlElement } from "../xml.ts";

/** Characters of a part's name: it becomes the answer of a card. */
const longest = 40;

/** The name of the part that an element is, if it is one. */
export function partOf(element: XmlElement): string | undefined {
  return element.name === "g" ? element.attributes.get("data-part")?.value.text.trim() || undefined : undefined;
}

/** The names of a drawing's parts, each once; refuses a name that no card could ask for. */
export function partsOf(elements: Iterable<XmlElement>, faults: FaultList): string[] {
  const parts = new Set<string>();
  for (const element of elements) {
    const attribute = element.attributes.get("data-part");
    if (!attribute) continue;
    const name = attribute.value.text.trim();
    if (element.name !== "g") {
      faults.unreadable("`data-part` names a group: put the shape into a `g`, and name that", attribute);
    } else if (name === "" || name.length > longest) {
      const now = name === "" ? "no name" : `a name of ${name.length} characters`;
      faults.unreadable(`The part has ${now}: write what it is in 1 to ${longest}`, placeOf(attribute.value));
    } else parts.add(name);
  }
  return [...parts];
}
