import { quote } from "@high-recall/core";
import type { FaultList, Place } from "../fault.ts";
import { placeOf, type SourceText, trimmed } from "../source-text.ts";
import { idleValues, isProperty, type PropertyName, properties, type Style, substitutes } from "./properties.ts";

/** A property and its value. */
export interface Declaration {
  readonly name: PropertyName;
  readonly value: { readonly inherit: true } | { readonly set: Style[PropertyName] };
  readonly isImportant: boolean;
}

/** Reads `property: value; …` of a style sheet or a `style` attribute; anything else is a fault. */
export function parseDeclarations(source: SourceText, faults: FaultList): Declaration[] {
  const found: Declaration[] = [];
  let start = 0;
  for (const end of [...endsOf(source.text), source.text.length]) {
    const part = trimmed(source, start, end);
    start = end + 1;
    if (part.text === "") continue;
    const colon = part.text.indexOf(":");
    if (colon < 0) {
      faults.unreadable(`${quote(part.text)} is no declaration: write \`property: value;\``, part);
      continue;
    }
    const name = trimmed(part, 0, colon);
    const [value, isImportant] = withoutImportant(trimmed(part, colon + 1));
    const declaration = parseDeclaration(name.text.toLowerCase(), value, part, false, faults);
    if (declaration) found.push(...declaration.map((each) => ({ ...each, isImportant })));
  }
  return found;
}

/** Reads an attribute that sets a property. */
export function parsePresentation(name: string, value: SourceText, place: Place, faults: FaultList): Declaration[] {
  return parseDeclaration(name, trimmed(value), place, true, faults) ?? [];
}

/** Where declarations end: at semicolons outside quotation marks. */
function endsOf(text: string): number[] {
  const ends: number[] = [];
  let quotation = "";
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (quotation !== "") {
      if (character === quotation) quotation = "";
    } else if (character === '"' || character === "'") quotation = character;
    else if (character === ";") ends.push(at);
  }
  return ends;
}

function withoutImportant(value: SourceText): [SourceText, boolean] {
  const bang = value.text.lastIndexOf("!");
  if (
    bang < 0 ||
    value.text
      .slice(bang + 1)
      .trim()
      .toLowerCase() !== "important"
  )
    return [value, false];
  return [trimmed(value, 0, bang), true];
}

function parseDeclaration(
  name: string,
  value: SourceText,
  place: Place,
  isAttribute: boolean,
  faults: FaultList,
): Declaration[] | undefined {
  const outside = outsideReference(value.text);
  if (outside !== undefined) {
    faults.unsafe(outside, placeOf(value));
    return undefined;
  }
  const word = value.text.toLowerCase();
  if (name === "marker" && !isAttribute) return parseMarkers(value, place, faults);
  if (!isProperty(name)) {
    if (!idleValues.get(name)?.includes(word)) faults.unreadable(unknownProperty(name, isAttribute), place);
    return undefined;
  }
  const { isInherited, initial, parse, hint } = properties[name];
  const common = { name, isImportant: false };
  if (word === "inherit" || (word === "unset" && isInherited)) return [{ ...common, value: { inherit: true } }];
  if (word === "initial" || word === "unset") return [{ ...common, value: { set: initial } }];
  const set = parse(value.text, isAttribute);
  if (set === undefined && /^url\(/i.test(value.text) && (name === "fill" || name === "stroke")) {
    faults.unreadable(`Gradients and patterns are not printed: write one colour for ${quote(name)}`, placeOf(value));
    return undefined;
  }
  if (set === undefined) {
    faults.unreadable(`${quote(name)} cannot be ${quote(value.text)}: write ${hint}`, placeOf(value));
    return undefined;
  }
  return [{ ...common, value: { set } }];
}

/** The shorthand for all three markers. */
function parseMarkers(value: SourceText, place: Place, faults: FaultList): Declaration[] {
  const names = ["marker-start", "marker-mid", "marker-end"];
  return names.flatMap((name) => parseDeclaration(name, value, place, false, faults) ?? []);
}

function unknownProperty(name: string, isAttribute: boolean): string {
  const other = substitutes.get(name);
  if (other !== undefined) return `${quote(name)} is not drawn: ${other}`;
  if (name.startsWith("--"))
    return `${quote(name)} is a variable, which print does not know: write its value where it is used`;
  return `${quote(name)} is not drawn: delete ${isAttribute ? "the attribute" : "the declaration"}`;
}

/** The message for a value that loads something; undefined for any other. */
export function outsideReference(value: string): string | undefined {
  if (value.includes("\\")) return "A backslash in a style can hide what it loads: write plain CSS";
  const text = value.toLowerCase();
  if (/(?:image-set|expression|javascript|src)\s{0,9}[(:]/.test(text)) {
    return `${quote(value)} runs or loads something: delete it`;
  }
  for (let at = text.indexOf("url("); at >= 0; at = text.indexOf("url(", at + 4)) {
    const target = /^\s{0,9}["']?([^"')]{0,200})/.exec(value.slice(at + 4, at + 220))?.[1] ?? "";
    if (!target.startsWith("#")) return `${quote(target)} is outside of the file: draw it here, and write \`url(#id)\``;
  }
  return undefined;
}
