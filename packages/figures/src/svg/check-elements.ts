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
  /** Declarations of each element: from its attributes and from its `style`. */
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
      faults.unreadable(
        `${quote(element.name)} is not drawn inside ${quote(element.parent?.name)}: move it out`,
        element,
      );
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
  const risk = unsafeElements.get(name);
  const lack = undrawnElements.get(name);
  if (risk !== undefined) faults.unsafe(`${quote(name)} ${risk}`, element);
  else if (lack !== undefined) faults.unreadable(`${quote(name)} ${lack}`, element);
  else if (name.startsWith("fe")) {
    faults.unreadable(`${quote(name)} is part of a filter, which is not printed: delete it`, element);
  } else faults.unsafe(`${quote(name)} is not an element of a drawing: ${guessOf(name, elements.keys())}`, element);
}

/** Whether an element may be inside another: shapes contain only descriptions, text only text. */
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
      faults.stop(`${quote(name)} is longer than ${most} characters: shorten it`, attribute);
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
  if (isIdle(element, name, value.text.trim())) return;
  if (/^on/i.test(name)) faults.unsafe(`${quote(name)} is an event handler: delete it`, attribute);
  else if (name === "xml:base" || name === "src") {
    faults.unsafe(`${quote(name)} leads outside of the file: delete it`, attribute);
  } else if (name === "xmlns") {
    faults.unsafe(`${quote(element.name)} is not SVG (${quote(value.text)}): delete it`, attribute);
  } else if (name.includes(":")) {
    faults.unreadable(`${quote(name)} is for programs: delete it, or save as plain SVG`, attribute);
  } else if (isUndrawnProperty(name)) parsePresentation(name, value, attribute, faults);
  else {
    const guess = guessOf(name, elements.get(element.name) ?? []);
    faults.unreadable(`${quote(name)} is not drawn on ${quote(element.name)}: ${guess}`, attribute);
  }
}

/** Whether an attribute changes nothing, or is read where the element is drawn. */
function isIdle(element: XmlElement, name: string, value: string): boolean {
  return (
    idleAttributes.has(name) ||
    /^(data-|aria-|xmlns:)/.test(name) ||
    (name === "transform" && movable.has(element.name)) ||
    (name === "type" && element.name === "style" && value === "text/css") ||
    idleAttributeValues.get(name)?.includes(value) === true
  );
}

function guessOf(name: string, candidates: Iterable<string>): string {
  const guess = name.length > 40 ? undefined : suggest(name, candidates);
  return guess === undefined ? "delete it" : `did you mean ${quote(guess)}?`;
}

function textsOf(element: XmlElement): SourceText[] {
  return element.children.flatMap((child) => (isElement(child) ? [] : [child.content]));
}
