import { XmlElement, XmlText } from "@rgrove/parse-xml";
import type { TextRun } from "../../display-list/display-list.ts";
import type { TextFace } from "../../fonts/face.ts";
import type { Fonts } from "../../fonts/open-fonts.ts";
import { length, type Properties } from "./style.ts";

/** A stretch of text of one style. */
interface Stretch {
  readonly text: string;
  readonly style: Properties;
  /** Where the pen jumps to before it, and by how much it moves. */
  readonly jump: { readonly x?: number; readonly y?: number; readonly dx: number; readonly dy: number };
}

type StyleOf = (element: XmlElement, inherited: Properties) => Properties;

/** Draws a `text` element in the document's fonts, so that it is embedded, searched and copied as text. */
export function drawText(
  element: XmlElement,
  style: Properties,
  styleOf: StyleOf,
  colourOf: (style: Properties) => string | undefined,
  fonts: Fonts,
): TextRun[] {
  const runs: TextRun[] = [];
  let pen = { x: 0, y: 0 };
  let chunk: TextRun[] = [];
  let anchor = "start";
  const close = () => {
    const width = chunk.reduce((sum, run) => sum + run.width, 0);
    const shift = anchor === "middle" ? -width / 2 : anchor === "end" ? -width : 0;
    runs.push(...chunk.map((run) => ({ ...run, x: run.x + shift })));
    chunk = [];
  };
  for (const stretch of stretches(element, style, styleOf)) {
    const { x, y, dx, dy } = stretch.jump;
    if (x !== undefined || y !== undefined) close();
    pen = { x: (x ?? pen.x) + dx, y: (y ?? pen.y) + dy };
    anchor = chunk.length === 0 ? (stretch.style["text-anchor"] ?? "start") : anchor;
    const size = length(stretch.style["font-size"], 16);
    const colour = colourOf(stretch.style);
    const rise = baselineShift(stretch.style["dominant-baseline"] ?? stretch.style["alignment-baseline"]) * size;
    for (const piece of fonts.split(faceOf(stretch.style), stretch.text)) {
      const width = piece.width * size;
      if (colour) {
        const { face, text } = piece;
        chunk.push({ kind: "text", face, text, size, x: pen.x, y: pen.y + rise, width, colour });
      }
      pen = { ...pen, x: pen.x + width };
    }
  }
  close();
  return runs;
}

function stretches(element: XmlElement, style: Properties, styleOf: StyleOf): Stretch[] {
  const { x, y, dx, dy } = element.attributes;
  const first = (list: string | undefined) => (list === undefined ? undefined : length(list.trim().split(/[\s,]+/)[0]));
  const start = { dx: first(dx) ?? 0, dy: first(dy) ?? 0 };
  let jump: Stretch["jump"] = {
    ...start,
    ...(first(x) === undefined ? {} : { x: first(x) as number }),
    ...(first(y) === undefined ? {} : { y: first(y) as number }),
  };
  const found: Stretch[] = [];
  for (const child of element.children) {
    if (child instanceof XmlText) {
      const text = child.text.replace(/\s+/g, " ");
      if (text.trim() === "" && found.length === 0) continue;
      found.push({ text: found.length === 0 ? text.trimStart() : text, style, jump });
      jump = { dx: 0, dy: 0 };
    } else if (child instanceof XmlElement && (child.name === "tspan" || child.name === "a")) {
      const inner = stretches(child, styleOf(child, style), styleOf);
      const [head, ...rest] = inner;
      if (!head) continue;
      const merged = { ...jump, ...head.jump, dx: jump.dx + head.jump.dx, dy: jump.dy + head.jump.dy };
      found.push({ ...head, jump: merged }, ...rest);
      jump = { dx: 0, dy: 0 };
    }
  }
  const last = found.at(-1);
  if (last && element.name === "text") found[found.length - 1] = { ...last, text: last.text.trimEnd() };
  return found;
}

/** The document's font that comes nearest. */
function faceOf(style: Properties): TextFace {
  const family = (style["font-family"] ?? "").toLowerCase();
  const weight = style["font-weight"] ?? "";
  const isBold = weight.startsWith("bold") || Number.parseInt(weight, 10) >= 600;
  const isItalic = /italic|oblique/.test(style["font-style"] ?? "");
  if (/mono|courier|consol|menlo|code/.test(family)) return isBold ? "mono-bold" : isItalic ? "mono-italic" : "mono";
  if (isBold) return isItalic ? "sans-bold-italic" : "sans-bold";
  return isItalic ? "sans-italic" : "sans";
}

/** How far text is lowered so that the named line lies at its y, in units of its size. */
function baselineShift(name: string | undefined): number {
  switch (name) {
    case "middle":
    case "central":
      return 0.33;
    case "hanging":
    case "text-before-edge":
      return 0.74;
    case "text-after-edge":
    case "ideographic":
      return -0.25;
    default:
      return 0;
  }
}
