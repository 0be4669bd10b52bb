import { type Figure, figureBytes, figureRoles } from "@high-recall/core";
import { faultList, Stopped } from "./fault.ts";
import { parsePath } from "./svg/path-data.ts";
import { isElement, parseXml, type XmlElement, type XmlText } from "./xml.ts";

/** A part of a drawing that a card can hide. */
export interface FigurePart {
  /** Its `data-part`: what it is called. */
  readonly name: string;
  /** Its `data-ask`: the question to which it is the answer. */
  readonly ask: string | undefined;
  /** Numbers of the parts whose labels its `data-veil` names: they would give it away. */
  readonly veils: readonly number[];
}

/** A drawing as an element of a page. */
export interface InlineFigure {
  /**
   * An `svg` without title, styles and ids. The groups of part 1 have the classes `part p1`, and its covers, at the end,
   * `cover c1`: a sheet of paper with a question mark `cover-mark`.
   */
  readonly svg: string;
  /** In the order in which they appear; part 1 is the first. Groups of one name are one part. */
  readonly parts: readonly FigurePart[];
}

/** Elements that look the same in any page, and their attributes. */
const shapes: Readonly<Record<string, readonly string[]>> = {
  g: [],
  path: ["d"],
  line: ["x1", "y1", "x2", "y2"],
  rect: ["x", "y", "width", "height", "rx", "ry"],
  circle: ["cx", "cy", "r"],
  ellipse: ["cx", "cy", "rx", "ry"],
  polyline: ["points"],
  polygon: ["points"],
  text: ["x", "y", "text-anchor", "font-size", "font-weight", "font-style", "font-family", "dominant-baseline"],
};
const paints = [
  ...["fill", "stroke", "fill-opacity", "stroke-opacity", "opacity", "stroke-width", "stroke-dasharray"],
  ...["stroke-linejoin", "stroke-linecap", "stroke-miterlimit", "fill-rule", "class"],
];
const rootAttributes = ["viewBox", "font-family", "font-size", "font-weight"];

/**
 * The drawing of a figure that is coloured by roles, for a page that defines the colours. Undefined for a figure that
 * is best shown as an image: a bitmap, colours of its own, or more than plain shapes in user units.
 */
export function inlineFigure(figure: Pick<Figure, "mediaType" | "base64">): InlineFigure | undefined {
  if (figure.mediaType !== "image/svg+xml") return undefined;
  const root = readXml(new TextDecoder().decode(figureBytes(figure)));
  if (root === undefined || !root.attributes.has("viewBox")) return undefined;
  const writer = createWriter();
  const body = root.children.map((child) => writer.draw(child)).join("");
  if (!writer.isPlain() || !writer.hasRoles()) return undefined;
  const attributes = writer.attributes(root, rootAttributes);
  const { parts, covers } = writer.parts();
  if (!writer.isPlain()) return undefined;
  const width = widthOf(root.attributes.get("viewBox")?.value.text ?? "");
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg"${width}${attributes}>${body}${covers}</svg>`, parts };
}

/** Letters of 11 units become as large as the text of a card, on a screen that has the room. */
const enlarged = 1.6;

function widthOf(viewBox: string): string {
  const width = Number(viewBox.trim().split(/[\s,]+/)[2]);
  return Number.isFinite(width) ? ` width="${Math.round(enlarged * width)}"` : "";
}

function readXml(text: string): XmlElement | undefined {
  const faults = faultList();
  try {
    const root = parseXml(text, faults);
    return faults.faults.length === 0 && root.name === "svg" ? root : undefined;
  } catch (error) {
    if (error instanceof Stopped) return undefined;
    throw error;
  }
}

function createWriter() {
  let isPlain = true;
  let hasRoles = false;
  /** By name. */
  const parts = new Map<string, { ask: string | undefined; veil: string; boxes: Box[] }>();

  const attributes = (element: XmlElement, allowed: readonly string[], more: readonly string[] = []): string => {
    let written = "";
    for (const [name, { value }] of element.attributes) {
      if (name === "class") {
        hasRoles ||= value.text.split(/\s+/).some((each) => (figureRoles as readonly string[]).includes(each));
      } else if (allowed.includes(name) || paints.includes(name)) {
        if (!/^[\w\s.,#%()'"+-]*$/.test(value.text) || /url/i.test(value.text)) isPlain = false;
        written += ` ${name}="${escaped(value.text)}"`;
      } else if (!idle.test(name)) isPlain = false;
    }
    const roles = (element.attributes.get("class")?.value.text ?? "").split(/\s+/);
    const classes = [...roles.filter((each) => (figureRoles as readonly string[]).includes(each)), ...more];
    return classes.length === 0 ? written : `${written} class="${classes.join(" ")}"`;
  };

  const draw = (node: XmlElement | XmlText): string => {
    if (!isElement(node)) return /^\s*$/.test(node.content.text) ? "" : escaped(node.content.text);
    if (node.name === "title" || node.name === "desc") return "";
    if (node.name === "style") {
      const css = node.children.map((child) => (isElement(child) ? "" : child.content.text)).join("");
      isPlain &&= onlyRoles(css);
      return "";
    }
    const allowed = shapes[node.name];
    if (allowed === undefined) isPlain = false;
    const name = node.attributes.get("data-part")?.value.text.trim() ?? "";
    const written = attributes(node, allowed ?? [], name === "" ? [] : ["part", `p${enter(name, node)}`]);
    const children = node.children.map(draw).join("");
    return `<${node.name}${written}${children === "" ? "/>" : `>${children}</${node.name}>`}`;
  };

  const enter = (name: string, element: XmlElement): number => {
    const told = (attribute: string) => element.attributes.get(attribute)?.value.text.trim() || undefined;
    const part = parts.get(name) ?? { ask: undefined, veil: "", boxes: [] };
    part.ask ??= told("data-ask");
    part.veil += `,${told("data-veil") ?? ""}`;
    const box = boxOf(element);
    if (box !== undefined) part.boxes.push(box);
    parts.set(name, part);
    return [...parts.keys()].indexOf(name) + 1;
  };

  return {
    draw,
    attributes,
    isPlain: () => isPlain,
    hasRoles: () => hasRoles,
    parts: () => {
      const names = [...parts.keys()];
      return {
        parts: [...parts].map(
          ([name, { ask, veil }]): FigurePart => ({
            name,
            ask,
            veils: names.flatMap((other, index) =>
              other !== name && veil.split(",").some((each) => each.trim() === other) ? [index + 1] : [],
            ),
          }),
        ),
        covers: [...parts.values()].flatMap(({ boxes }, index) => boxes.map((box) => coverOf(box, index + 1))).join(""),
      };
    },
  };
}

/** Attributes that draw nothing. */
const idle = /^(?:data-|aria-|xmlns|xml:|role$|id$|lang$|width$|height$|version$|preserveAspectRatio$)/;

/** Whether a style sheet says nothing but the colours of the roles. */
function onlyRoles(css: string): boolean {
  const rules = css.replaceAll(/\/\*.*?\*\//gs, "").replaceAll(/@media\s*\(prefers-color-scheme:\s*dark\)/g, "");
  return /^\s*$/.test(
    rules.replaceAll(/(?:\.(?:ink|accent|second|muted|paper)|svg|:root)\s*\{\s*color\s*:[^{}]*\}|[{}]/g, ""),
  );
}

/** Left, top, right and bottom in user units. */
type Box = readonly [number, number, number, number];

/** How far a cover reaches beyond its part. */
const margin = 3;

function coverOf([left, top, right, bottom]: Box, number: number): string {
  const [x, y, width, height] = [left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin].map(
    (value) => Math.round(value * 100) / 100,
  ) as [number, number, number, number];
  const box = `x="${x}" y="${y}" width="${width}" height="${height}" rx="3"`;
  const [middle, base] = [Math.round(x + width / 2), Math.round(y + height / 2 + 5)];
  return `<g class="cover c${number}"><rect class="paper cover-ground" ${box} fill="currentColor"/><rect class="cover-edge" ${box}/><text class="cover-mark" x="${middle}" y="${base}" text-anchor="middle" font-size="14" font-weight="bold">?</text></g>`;
}

/** The box around everything in an element. */
function boxOf(element: XmlElement): Box | undefined {
  const points: (readonly [number, number])[] = [];
  const visit = (node: XmlElement | XmlText): void => {
    if (!isElement(node)) return;
    points.push(...pointsOf(node));
    node.children.forEach(visit);
  };
  visit(element);
  if (points.length === 0) return undefined;
  return points.reduce<Box>(
    ([left, top, right, bottom], [x, y]) => [
      Math.min(left, x),
      Math.min(top, y),
      Math.max(right, x),
      Math.max(bottom, y),
    ],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

function pointsOf(element: XmlElement): (readonly [number, number])[] {
  const number = (name: string) => Number(element.attributes.get(name)?.value.text ?? 0) || 0;
  const around = (x: number, y: number, w: number, h: number) => [[x - w, y - h] as const, [x + w, y + h] as const];
  switch (element.name) {
    case "rect":
      return [
        [number("x"), number("y")],
        [number("x") + number("width"), number("y") + number("height")],
      ];
    case "line":
      return [
        [number("x1"), number("y1")],
        [number("x2"), number("y2")],
      ];
    case "circle":
      return around(number("cx"), number("cy"), number("r"), number("r"));
    case "ellipse":
      return around(number("cx"), number("cy"), number("rx"), number("ry"));
    case "polyline":
    case "polygon": {
      const values = (element.attributes.get("points")?.value.text ?? "").match(/[-+.\d]+(?:e[-+]?\d+)?/gi) ?? [];
      return values.flatMap((value, at) =>
        at % 2 === 0 ? [[Number(value), Number(values[at + 1] ?? 0)] as const] : [],
      );
    }
    case "path":
      return parsePath(element.attributes.get("d")?.value.text ?? "").flatMap(([, ...values]) =>
        values.flatMap((value, at) => (at % 2 === 0 ? [[value, values[at + 1] ?? 0] as const] : [])),
      );
    case "text": {
      const size = sizeOf(element);
      const words = element.children
        .map((child) => (isElement(child) ? "" : child.content.text))
        .join("")
        .trim();
      // Wider than most fonts, since a cover that is too small shows the answer.
      const width = [...words].length * size * 0.62;
      const anchor = element.attributes.get("text-anchor")?.value.text;
      const left = number("x") - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
      return [
        [left, number("y") - size * 0.85],
        [left + width, number("y") + size * 0.3],
      ];
    }
    default:
      return [];
  }
}

function sizeOf(element: XmlElement | undefined): number {
  if (element === undefined) return 16;
  const own = Number(element.attributes.get("font-size")?.value.text.replace(/px$/, ""));
  return own > 0 ? own : sizeOf(element.parent);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
