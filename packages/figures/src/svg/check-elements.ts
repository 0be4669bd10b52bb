import { quote, suggest } from "@high-recall/core";
import { type Declaration, parseDeclarations, parsePresentation } from "../css/declarations.ts";
import { isProperty, isUndrawnProperty } from "../css/properties.ts";
import type { FaultList } from "../fault.ts";
import { limits } from "../limits.ts";
import { joined, type SourceText, trimmed } from "../source-text.ts";
import { isElement, type XmlAttribute, type XmlElement } from "../xml.ts";
import {
  elements,
  idleAttributes,
  idleAttributeValues,
  movable,
  undrawnElements,
  unsafeElements,
  withText,
} from "./vocabulary.ts";

/** The elements of a drawing, all of them known. */
export interface CheckedElements {
  /** The first element of each id. */
  readonly byId: ReadonlyMap<string, XmlElement>;
  readonly styleSheets: readonly SourceText[];
  /** What the attributes of each element set, and what its `style` sets. */
  readonly own: ReadonlyMap<XmlElement, OwnDeclarations>;
}

export interface OwnDeclarations {
  readonly attributes: readonly Declaration[];
  readonly style: readonly Declaration[];
}

/** Refuses each element and attribute that is not on the list of what is drawn. */
export function checkElements(root: XmlElement, faults: FaultList): CheckedElements {
  const byId = new Map<string, XmlElement>();
  const styleSheets: SourceText[] = [];
  const own = new Map<XmlElement, OwnDeclarations>();

  function check(element: XmlElement): void {
    const attributes = elements.get(element.name);
    if (!attributes) {
      refuseElement(element, faults);
      return;
    }
    const isMisplaced = element.parent !== undefined && !mayHold(element.parent.name, element.name);
    if (isMisplaced) {
      faults.unreadable(`${quote(element.name)} is not drawn inside ${quote(element.parent?.name)}: move it out`, element);
      return;
    }
    const id = element.attributes.get("id")?.value.text;
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    own.set(element, checkAttributes(element, attributes, faults));
    if (element.name === "style") styleSheets.push(joined(textsOf(element)));
    for (const child of element.children) {
      if (isElement(child)) check(child);
      else if (!withText.has(element.name) && child.content.text.trim() !== "") {
        const stray = trimmed(child.content);
        faults.unreadable(`${quote(stray.text)} is outside of a \`text\` element: move it into one`, stray);
      }
    }
  }

  check(root);
  return { byId, styleSheets, own };
}

function refuseElement(element: XmlElement, faults: FaultList): void {
  const { name } = element;
  const why = unsafeElements.get(name);
  if (why !== undefined) return faults.unsafe(`${quote(name)} ${why}`, element);
  const how = undrawnElements.get(name);
  if (how !== undefined) return faults.unreadable(`${quote(name)} ${how}`, element);
  if (/^(animate|set$)/i.test(name)) return faults.unsafe(`${quote(name)} moves things: draw one moment`, element);
  if (name.startsWith("fe")) return faults.unreadable(`${quote(name)} is part of a filter, which is not printed: delete it`, element);
  faults.unsafe(`${quote(name)} is not an element of a drawing: ${guessOf(name, elements.keys())}`, element);
}

/** Whether an element may be inside another: shapes hold only what is said of them, text only text. */
function mayHold(outer: string, inner: string): boolean {
  if (inner === "title" || inner === "desc") return outer !== "title" && outer !== "desc" && outer !== "style";
  if (outer === "text" || outer === "tspan") return inner === "tspan";
  return inner !== "tspan" && /^(svg|g|defs|symbol|marker|clipPath)$/.test(outer);
}

function checkAttributes(element: XmlElement, known: ReadonlySet<string>, faults: FaultList): OwnDeclarations {
  const attributes: Declaration[] = [];
  let style: readonly Declaration[] = [];
  for (const attribute of element.attributes.values()) {
    const { name, value } = attribute;
    if (value.text.length > limits.attribute && name !== "d" && name !== "points") {
      const most = limits.attribute.toLocaleString("en");
      faults.unreadable(`${quote(name)} is longer than ${most} characters: shorten it`, attribute);
    } else if (name === "href" || name === "xlink:href") {
      checkReference(attribute, known.has(name), faults);
    } else if (name === "style") style = parseDeclarations(value, faults);
    else if (name !== "transform" && isProperty(name)) {
      attributes.push(...parsePresentation(name, value, attribute, faults));
    } else if (!known.has(name)) checkOther(element, attribute, faults);
  }
  return { attributes, style };
}

function checkReference(attribute: XmlAttribute, isKnown: boolean, faults: FaultList): void {
  const { name, value } = attribute;
  if (!value.text.trim().startsWith("#")) {
    faults.unsafe(`${quote(value.text)} is outside of the file: draw it here, and write \`${name}="#id"\``, attribute);
  } else if (!isKnown) faults.unreadable(`${quote(name)} means nothing here: delete it`, attribute);
}

function checkOther(element: XmlElement, attribute: XmlAttribute, faults: FaultList): void {
  const { name, value } = attribute;
  if (idleAttributes.has(name) || name.startsWith("data-") || name.startsWith("aria-")) return;
  if (name === "transform" && movable.has(element.name)) return;
  if (idleAttributeValues.get(name)?.includes(value.text.trim())) return;
  if (name === "type" && element.name === "style" && value.text.trim() === "text/css") return;
  if (name.startsWith("xmlns:")) return;
  if (/^on/i.test(name)) return faults.unsafe(`${quote(name)} is an event handler: delete it`, attribute);
  if (name === "xml:base" || name === "src") {
    return faults.unsafe(`${quote(name)} leads outside of the file: delete it`, attribute);
  }
  if (name === "xmlns") {
    return faults.unsafe(`${quote(element.name)} is not SVG (${quote(value.text)}): delete it`, attribute);
  }
  if (name.includes(":")) {
    return faults.unreadable(`${quote(name)} is for programs: delete it, or save as plain SVG`, attribute);
  }
  if (isUndrawnProperty(name)) return void parsePresentation(name, value, attribute, faults);
  const guess = guessOf(name, elements.get(element.name) ?? []);
  faults.unreadable(`${quote(name)} is not drawn on ${quote(element.name)}: ${guess}`, attribute);
}

function guessOf(name: string, candidates: Iterable<string>): string {
  const guess = name.length > 40 ? undefined : suggest(name, candidates);
  return guess === undefined ? "delete it" : `did you mean ${quote(guess)}?`;
}

function textsOf(element: XmlElement): SourceText[] {
  return element.children.flatMap((child) => (isElement(child) ? [] : [child.content]));
}
