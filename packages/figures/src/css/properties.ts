import { listed } from "@high-recall/core";
import type { Matrix } from "../svg/matrix.ts";
import { parseCssTransform } from "../svg/transform.ts";
import { type Colour, colourHint, parseColour } from "./colour.ts";
import { type Length, lengthHint, parseLength, zero } from "./length.ts";
import { parseNumber, parseShare } from "./numbers.ts";

/** A fill or stroke: none, the value of `color`, or a colour. */
export type Paint = "none" | "currentColor" | Colour;

/** Reads a value; attributes may leave out the unit of a length. */
type Parse<Value> = (text: string, isAttribute: boolean) => Value | undefined;

interface Property<Value> {
  readonly isInherited: boolean;
  readonly initial: Value;
  readonly parse: Parse<Value>;
  /** The values it takes, for a message. */
  readonly hint: string;
}

const black: Colour = { hex: "#000000", opacity: 1 };

/** Every property that a drawing uses. */
export const properties = {
  fill: inherited<Paint>(black, parsePaint, `\`none\`, \`currentColor\` or a colour: ${colourHint}`),
  "fill-opacity": inherited(1, parseShare, "a number from 0 to 1"),
  "fill-rule": keyword("nonzero", "evenodd"),
  stroke: inherited<Paint>("none", parsePaint, `\`none\`, \`currentColor\` or a colour: ${colourHint}`),
  "stroke-opacity": inherited(1, parseShare, "a number from 0 to 1"),
  "stroke-width": inherited<Length>({ value: 1, unit: "px" }, parseSize, lengthHint),
  "stroke-dasharray": inherited<readonly Length[]>([], parseDashes, "`none` or lengths that are not negative"),
  "stroke-linecap": keyword("butt", "round", "square"),
  "stroke-linejoin": keyword("miter", "round", "bevel"),
  "stroke-miterlimit": inherited(4, atLeastOne, "a number of at least 1"),
  color: inherited<Colour>(black, parseColour, colourHint),
  opacity: own(1, parseShare, "a number from 0 to 1"),
  display: ownKeyword("inline", "block", "none"),
  visibility: keyword("visible", "hidden", "collapse"),
  /** By default, content outside an inner `svg`, a `symbol` or a marker is cut off. */
  overflow: own<"default" | "visible" | "hidden">("default", parseOverflow, "`visible` or `hidden`"),
  "font-family": inherited<"sans" | "mono" | "unset">(
    "unset",
    parseFamily,
    "`sans-serif` or `monospace`, or a list that ends in one of them",
  ),
  "font-size": inherited<Length>({ value: 16, unit: "px" }, parseFontSize, lengthHint),
  "font-weight": inherited<number | "bolder" | "lighter">(
    400,
    parseWeight,
    "`normal`, `bold`, or a number from 1 to 1000",
  ),
  "font-style": keyword("normal", "italic", "oblique"),
  "text-anchor": keyword("start", "middle", "end"),
  "dominant-baseline": keyword(
    "auto",
    "alphabetic",
    "middle",
    "central",
    "hanging",
    "text-before-edge",
    "text-after-edge",
  ),
  "marker-start": inherited<string>("", parseReference, "`none` or `url(#id)`"),
  "marker-mid": inherited<string>("", parseReference, "`none` or `url(#id)`"),
  "marker-end": inherited<string>("", parseReference, "`none` or `url(#id)`"),
  "clip-path": own<string>("", parseReference, "`none` or `url(#id)`"),
  transform: own<Matrix | "attribute">(
    "attribute",
    parseCssTransform,
    "`none`, or steps such as `translate(4px, 2px) rotate(90deg)`",
  ),
} as const;

export type PropertyName = keyof typeof properties;

/** Values of every property. */
export type Style = { readonly [Name in PropertyName]: (typeof properties)[Name]["initial"] };

export function isProperty(name: string): name is PropertyName {
  return Object.hasOwn(properties, name);
}

/** Values before anything is set. */
export const initialStyle: Style = Object.freeze(
  Object.fromEntries(Object.entries(properties).map(([name, { initial }]) => [name, initial])),
) as Style;

/** Names of the properties that children do not inherit. */
export const ownProperties: readonly PropertyName[] = (Object.keys(properties) as PropertyName[]).filter(
  (name) => !properties[name].isInherited,
);

/** Properties that are not drawn, but change nothing with one of these values. */
export const idleValues: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    filter: ["none"],
    mask: ["none"],
    "mix-blend-mode": ["normal"],
    isolation: ["auto"],
    "paint-order": ["normal", "fill", "fill stroke"],
    "vector-effect": ["none"],
    "stroke-dashoffset": ["0", "0px"],
    "letter-spacing": ["normal", "0", "0px"],
    "word-spacing": ["normal", "0", "0px"],
    "text-decoration": ["none"],
    "text-transform": ["none"],
    "font-variant": ["normal"],
    "font-stretch": ["normal"],
    "writing-mode": ["lr-tb", "horizontal-tb"],
    direction: ["ltr"],
    "baseline-shift": ["baseline", "0"],
    "clip-rule": ["nonzero"],
    "transform-origin": ["0 0", "0px 0px"],
    "white-space": ["normal"],
    "user-select": ["auto", "none"],
    "-webkit-user-select": ["auto", "none"],
    "pointer-events": ["auto", "none"],
    cursor: ["auto", "default"],
  }),
);

/** What to write instead of a property that is not drawn. */
export const substitutes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    font: "write `font-size`, `font-weight` and `font-family`",
    "alignment-baseline": "write `dominant-baseline`",
    "baseline-shift": "write `dy`",
    filter: "delete it, or draw what it does",
    mask: "delete it, or draw what is seen",
    "stroke-dashoffset": "let the path begin where a dash begins",
    "transform-origin": "write `translate` steps around the others",
    "text-decoration": "draw a line",
    background: "draw a `rect`",
    "background-color": "draw a `rect`",
  }),
);

/** Whether a property is known but not drawn. */
export function isUndrawnProperty(name: string): boolean {
  return idleValues.has(name) || substitutes.has(name);
}

function inherited<Value>(initial: Value, parse: Parse<Value>, hint: string): Property<Value> {
  return { isInherited: true, initial, parse, hint };
}

function own<Value>(initial: Value, parse: Parse<Value>, hint: string): Property<Value> {
  return { isInherited: false, initial, parse, hint };
}

/** A property that takes one of some words; the first is its initial value. */
function keyword<const Words extends readonly [string, ...string[]]>(...words: Words): Property<Words[number]> {
  const parse: Parse<Words[number]> = (text) => words.find((word) => word === text.toLowerCase());
  return inherited<Words[number]>(words[0], parse, listed(words));
}

function ownKeyword<const Words extends readonly [string, ...string[]]>(...words: Words): Property<Words[number]> {
  return { ...keyword(...words), isInherited: false };
}

function parseOverflow(text: string): "visible" | "hidden" | undefined {
  const value = text.toLowerCase();
  return value === "visible" || value === "hidden" ? value : undefined;
}

function parsePaint(text: string): Paint | undefined {
  const value = text.toLowerCase();
  if (value === "none") return "none";
  return value === "currentcolor" ? "currentColor" : parseColour(value);
}

/** A length that is not negative. */
function parseSize(text: string): Length | undefined {
  const length = parseLength(text);
  return length && length.value >= 0 ? length : undefined;
}

/** In a style sheet, a font's size needs a unit. */
function parseFontSize(text: string, isAttribute: boolean): Length | undefined {
  const length = parseSize(text);
  return length && !isAttribute && length.value !== 0 && parseNumber(text) !== undefined ? undefined : length;
}

function parseDashes(text: string): readonly Length[] | undefined {
  if (text.toLowerCase() === "none") return [];
  const lengths = text.split(/[\s,]+/).map(parseSize);
  if (lengths.length > 100 || lengths.some((length) => !length)) return undefined;
  const list = lengths.map((length) => length ?? zero);
  return list.some(({ value }) => value > 0) ? list : [];
}

function atLeastOne(text: string): number | undefined {
  const value = parseNumber(text);
  return value !== undefined && value >= 1 ? value : undefined;
}

/** The nearest of the two families that print has: the first generic one decides, else a name that sounds like it. */
function parseFamily(text: string): "sans" | "mono" | undefined {
  const names = text.split(",").map((name) =>
    name
      .trim()
      .replace(/^["']|["']$/g, "")
      .toLowerCase(),
  );
  for (const name of names) {
    if (/^(ui-)?monospace$/.test(name)) return "mono";
    if (/^(sans-serif|system-ui|ui-sans-serif)$/.test(name)) return "sans";
    if (/^((ui-)?serif|cursive|fantasy|math|emoji|fangsong|ui-rounded)$/.test(name)) return undefined;
  }
  return undefined;
}

function parseWeight(text: string): number | "bolder" | "lighter" | undefined {
  const value = text.toLowerCase();
  if (value === "bolder" || value === "lighter") return value;
  const weight = value === "normal" ? 400 : value === "bold" ? 700 : parseNumber(value);
  return weight !== undefined && weight >= 1 && weight <= 1000 ? weight : undefined;
}

/** The id that is referred to; empty for `none`. */
function parseReference(text: string): string | undefined {
  if (text.toLowerCase() === "none") return "";
  const [, id] = /^url\(\s*["']?#([^"'()\s]{1,200})["']?\s*\)$/i.exec(text) ?? [];
  return id;
}
