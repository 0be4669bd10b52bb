import { parseXml, XmlElement, type XmlNode } from "@rgrove/parse-xml";
import type { Box, Drawing } from "../../display-list/display-list.ts";
import type { Fonts } from "../../fonts/open-fonts.ts";
import type { Segment } from "../../vector/path.ts";
import { drawText } from "./draw-text.ts";
import { identity, type Matrix, multiply, parseTransform } from "./matrix.ts";
import { paint, shapes, share } from "./paint-shape.ts";
import { localName, type Reader, styleOf } from "./reader.ts";
import { ends, outlineOf } from "./shapes.ts";
import { length, type Properties, parseStyleSheet, type StyleRule } from "./style.ts";

/** An SVG as drawings, in its own user units. */
export interface Vector {
  readonly box: Box;
  readonly drawings: readonly Drawing[];
  /** What it holds that is not drawn, such as `<filter>`; each once. */
  readonly omitted: readonly string[];
}

/** Elements that draw nothing where they stand. */
const silent = new Set(
  "title desc metadata defs style symbol marker linearGradient radialGradient stop clipPath script".split(" "),
);
/** Levels of nesting and of `use`, so that a file that refers to itself ends. */
const deepest = 40;

/**
 * Reads the SVG that diagrams and plots are made of: shapes, paths, text, groups, `use`, markers, transforms, styles.
 * @throws {Error} when the text is no SVG.
 */
export function readSvg(source: string, fonts: Fonts, isGrey: boolean): Vector {
  const root = parse(source);
  const byId = new Map<string, XmlElement>();
  const rules: StyleRule[] = [];
  walk(root, (element) => {
    const { id } = element.attributes;
    if (id && !byId.has(id)) byId.set(id, element);
    if (element.name === "style") rules.push(...parseStyleSheet(element.text));
  });
  const box = viewBox(root);
  const reader: Reader = { fonts, isGrey, rules, byId, box, omitted: new Set() };
  const style = styleOf(reader)(root, {});
  const drawings = root.children.flatMap((child) => draw(child, style, reader, 0));
  return { box, drawings, omitted: [...reader.omitted] };
}

function parse(source: string): XmlElement {
  const { root } = parseXml(source, { ignoreUndefinedEntities: true });
  if (!root || localName(root) !== "svg") throw new Error("not an SVG: its root element is not `svg`");
  return root;
}

function walk(element: XmlElement, visit: (element: XmlElement) => void, depth = 0): void {
  visit(element);
  if (depth > deepest) return;
  for (const child of element.children) if (child instanceof XmlElement) walk(child, visit, depth + 1);
}

function viewBox({ attributes }: XmlElement): Box {
  const [x, y, width, height] = (attributes.viewBox ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (width && height && width > 0 && height > 0) return { x: x ?? 0, y: y ?? 0, width, height };
  return { x: 0, y: 0, width: length(attributes.width, 300), height: length(attributes.height, 150) };
}

function draw(node: XmlNode, inherited: Properties, reader: Reader, depth: number): Drawing[] {
  if (!(node instanceof XmlElement) || depth > deepest) return [];
  const name = localName(node);
  if (silent.has(name) || name.includes(":")) return [];
  const style = styleOf(reader)(node, inherited);
  if (style.display === "none" || style.visibility === "hidden") return [];
  for (const property of ["filter", "mask", "clip-path"]) {
    if (style[property] && style[property] !== "none") reader.omitted.add(property);
  }
  const passed = withOpacity(style, inherited);
  return placed(
    drawElement(node, name, passed, reader, depth),
    parseTransform(node.attributes.transform ?? style.transform),
  );
}

/** The opacity of a group falls on each of its parts: they are rarely on top of each other. */
function withOpacity(style: Properties, inherited: Properties): Properties {
  const outer = Number(inherited["group-opacity"] ?? 1);
  return { ...style, "group-opacity": String(outer * share(style.opacity)) };
}

function drawElement(element: XmlElement, name: string, style: Properties, reader: Reader, depth: number): Drawing[] {
  const { attributes } = element;
  const { width, height } = reader.box;
  switch (name) {
    case "g":
    case "a":
    case "switch":
      return element.children.flatMap((child) => draw(child, style, reader, depth + 1));
    case "svg": {
      const inner = element.children.flatMap((child) => draw(child, style, reader, depth + 1));
      const box = viewBox(element);
      const x = length(attributes.x, 0, width) - box.x;
      return placed(inner, [1, 0, 0, 1, x, length(attributes.y, 0, height) - box.y]);
    }
    case "use": {
      const target = reader.byId.get((attributes.href ?? attributes["xlink:href"] ?? "").replace("#", ""));
      if (!target) return [];
      const shift: Matrix = [1, 0, 0, 1, length(attributes.x, 0, width), length(attributes.y, 0, height)];
      const isSymbol = localName(target) === "symbol";
      const inner = isSymbol
        ? target.children.flatMap((child) => draw(child, style, reader, depth + 1))
        : draw(target, style, reader, depth + 1);
      return placed(inner, shift);
    }
    case "text":
      return drawText(
        element,
        style,
        styleOf(reader),
        (each) => paint(each.fill ?? "black", each, reader),
        reader.fonts,
      );
    default: {
      const segments = outlineOf(name, attributes, width, height);
      if (!segments) {
        reader.omitted.add(`<${name}>`);
        return [];
      }
      return segments.length > 0
        ? [...shapes(segments, name, style, reader), ...markers(segments, style, reader, depth)]
        : [];
    }
  }
}

/** Arrowheads at the ends of a line. */
function markers(segments: readonly Segment[], style: Properties, reader: Reader, depth: number): Drawing[] {
  return ends(segments).flatMap(({ at, angle, isStart }) => {
    const value = style[isStart ? "marker-start" : "marker-end"] ?? "none";
    const marker = reader.byId.get(/#([^"')]+)/.exec(value)?.[1] ?? "");
    if (!marker || localName(marker) !== "marker") return [];
    const { attributes } = marker;
    const box = attributes.viewBox ? viewBox(marker) : undefined;
    const units = attributes.markerUnits === "userSpaceOnUse" ? 1 : length(style["stroke-width"], 1);
    const scale = (units * length(attributes.markerWidth, 3)) / (box?.width ?? length(attributes.markerWidth, 3));
    const orient = attributes.orient ?? "0";
    const turn = orient.startsWith("auto")
      ? angle + (isStart && orient === "auto-start-reverse" ? Math.PI : 0)
      : (Number.parseFloat(orient) * Math.PI) / 180;
    const [sin, cos] = [Math.sin(turn) * scale, Math.cos(turn) * scale];
    const inherited = withoutMarkers(style);
    const inner = marker.children.flatMap((child) => draw(child, inherited, reader, depth + 1));
    const toPoint: Matrix = [1, 0, 0, 1, -length(attributes.refX), -length(attributes.refY)];
    return placed(inner, multiply([cos, sin, -sin, cos, at[0], at[1]], toPoint));
  });
}

/** What is inside a marker is styled by the marker, not by the line it ends. */
function withoutMarkers(style: Properties): Properties {
  return { color: style.color ?? "black", "group-opacity": style["group-opacity"] ?? "1" };
}

function placed(drawings: readonly Drawing[], matrix: Matrix): Drawing[] {
  if (drawings.length === 0) return [];
  if (matrix.every((value, index) => value === identity[index])) return [...drawings];
  return [{ kind: "group", matrix, drawings }];
}
