import { type FigurePalette, figurePalettes, figureRoles, isFigureRole } from "@high-recall/core";
import type { Element, Properties, Root } from "hast";
import { element, text } from "./element.ts";

/**
 * Attributes of each element that a figure in the page may have, as the file writes them and as hast names them. Nothing
 * here can run, load, or reach out of the figure: there are no ids, styles, links or references.
 */
const paint = {
  class: "className",
  fill: "fill",
  stroke: "stroke",
  "fill-opacity": "fillOpacity",
  "stroke-width": "strokeWidth",
  "stroke-dasharray": "strokeDashArray",
};
export const figureElements: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  svg: { xmlns: "xmlns", viewBox: "viewBox", "font-family": "fontFamily", "font-size": "fontSize" },
  title: {},
  desc: {},
  g: { class: "className", "data-part": "dataPart" },
  path: { ...paint, d: "d", "stroke-linejoin": "strokeLineJoin" },
  line: { ...paint, x1: "x1", y1: "y1", x2: "x2", y2: "y2" },
  rect: { ...paint, x: "x", y: "y", width: "width", height: "height", rx: "rx" },
  circle: { ...paint, cx: "cx", cy: "cy", r: "r" },
  text: {
    ...paint,
    x: "x",
    y: "y",
    "text-anchor": "textAnchor",
    "font-size": "fontSize",
    "font-weight": "fontWeight",
  },
};

const token = /<(\/?)([a-z]{1,8})((?: [a-zA-Z0-9-]{1,20}="[^"<]*")*)(\/?)>|[^<]+/y;
const attribute = / ([a-zA-Z0-9-]+)="([^"]*)"/g;

/**
 * An SVG of roles as part of a page, which then gives it its colours; undefined for any other SVG, which can only be
 * shown as a picture.
 */
export function inlineFigure(source: string, alt: string): Element | undefined {
  const root: Root = { type: "root", children: [] };
  const open: (Root | Element)[] = [root];
  token.lastIndex = 0;
  for (let at = 0; at < source.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(source);
    const parent = open.at(-1);
    if (!match || !parent) return undefined;
    const [all, slash, name, attributes = "", end] = match;
    if (name === undefined) {
      const value = decode(all);
      if (value === undefined) return undefined;
      const isRead = parent.type === "element" && /^(text|title|desc)$/.test(parent.tagName);
      if (isRead) parent.children.push(text(value));
      else if (value.trim() !== "") return undefined;
    } else if (slash !== "") {
      if (parent.type !== "element" || parent.tagName !== name || attributes !== "") return undefined;
      open.pop();
    } else {
      const properties = propertiesOf(name, attributes);
      if (!properties || (name === "svg") !== (parent === root)) return undefined;
      const made = element(name, properties, []);
      parent.children.push(made);
      if (end === "") open.push(made);
    }
  }
  const [svg, ...rest] = root.children.filter((child) => child.type === "element");
  if (!svg || rest.length > 0 || open.length > 1) return undefined;
  const [, , width, height] = String(svg.properties.viewBox ?? "").split(" ");
  if (width === undefined || height === undefined) return undefined;
  const { xmlns: _, ...properties } = svg.properties;
  // The alternative text is read instead of the content; a title would show when the pointer rests on the figure.
  const children = svg.children.filter((child) => child.type === "element" && !/^(title|desc)$/.test(child.tagName));
  return element("svg", { role: "img", ariaLabel: alt, width, height, ...properties }, children);
}

/** Undefined when one is not among those of the element, or has a value of its own. */
function propertiesOf(name: string, attributes: string): Properties | undefined {
  const known = figureElements[name];
  if (!known) return undefined;
  const properties: Properties = {};
  for (const [, written = "", value = ""] of attributes.matchAll(attribute)) {
    const property = Object.hasOwn(known, written) ? known[written] : undefined;
    const decoded = decode(value);
    if (property === undefined || decoded === undefined) return undefined;
    if ((written === "fill" || written === "stroke") && decoded !== "none" && decoded !== "currentColor")
      return undefined;
    if (written === "class" && !isFigureRole(decoded)) return undefined;
    properties[property] = written === "class" ? [decoded] : decoded;
  }
  return properties;
}

const references: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

/** Undefined for a reference that is not among the five. */
function decode(written: string): string | undefined {
  let isKnown = true;
  const value = written.replace(/&([^;&]{0,10});?/g, (_, name: string) => {
    const character = Object.hasOwn(references, name) ? references[name] : undefined;
    if (character === undefined) isKnown = false;
    return character ?? "";
  });
  return isKnown ? value : undefined;
}

/** The file of an SVG of roles, with a palette of its own for where no page gives it one; any other file as it is. */
export function standaloneFigure(source: string): string {
  if (!inlineFigure(source, "")) return source;
  const rules = (palette: FigurePalette) =>
    [`svg{background:${palette.paper}}`, ...figureRoles.map((role) => `.${role}{color:${palette[role]}}`)].join("");
  const { light, dark } = figurePalettes;
  const style = `<style>${rules(light)}@media (prefers-color-scheme: dark){${rules(dark)}}</style>`;
  return source.replace(/^<svg[^>]*>/, (tag) => `${tag}${style}`);
}
