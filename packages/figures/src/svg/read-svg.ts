import { quote } from "@high-recall/core";
import { parseLength } from "../css/length.ts";
import { parseDimension } from "../css/numbers.ts";
import type { VectorDrawing } from "../drawing.ts";
import { type FaultList, Stopped } from "../fault.ts";
import { limits } from "../limits.ts";
import { placeOf, trimmed } from "../source-text.ts";
import { parseXml, type XmlElement } from "../xml.ts";
import { checkElements } from "./check-elements.ts";
import { countUses } from "./count-uses.ts";
import { drawRoot } from "./draw.ts";
import { partsOf } from "./part.ts";
import { attributeValue, createReader } from "./reader.ts";
import { centred, parseAspect, parseViewBox, type Size, visibleBox } from "./viewport.ts";

/** An SVG that was read: its natural size in CSS pixels, and what it draws. */
export interface ReadSvg {
  readonly size: Size;
  readonly drawing: VectorDrawing;
}

/**
 * Reads the closed subset of SVG. It lists what is allowed, not what is dangerous: an element, attribute, property,
 * selector, unit or colour that it does not draw is a fault at its place.
 */
export function readSvg(
  source: string,
  faults: FaultList,
  isPrintable: (codePoint: number) => boolean,
): ReadSvg | undefined {
  try {
    const root = parseXml(source, faults);
    if (root.name !== "svg" || root.attributes.get("xmlns")?.value.text !== "http://www.w3.org/2000/svg") {
      faults.stop(
        'The root is not an SVG: write `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">`',
        root,
      );
    }
    const checked = checkElements(root, faults);
    countUses(root, checked.byId, faults);
    const box = attributeValue(
      "viewBox",
      parseViewBox,
      "four numbers, of which the last two are above 0",
      root,
      faults,
    );
    const size = naturalSize(root, box, faults);
    if (!size) return undefined;
    const aspect =
      attributeValue("preserveAspectRatio", parseAspect, "`none`, or as in `xMidYMid meet`", root, faults) ?? centred;
    const shown = box ? visibleBox(box, size, aspect) : { x: 0, y: 0, ...size };
    const reader = createReader(root, checked, faults, isPrintable);
    const graphics = drawRoot(root, box ?? size, reader);
    const parts = partsOf(checked.own.keys(), faults);
    return { size, drawing: { kind: "vector", box: shown, graphics, parts } };
  } catch (error) {
    if (error instanceof Stopped) return undefined;
    throw error;
  }
}

/** A missing side follows from the shape of the viewBox. */
function naturalSize(root: XmlElement, box: Size | undefined, faults: FaultList): Size | undefined {
  const before = faults.faults.length;
  const width = side("width", root, faults);
  const height = side("height", root, faults);
  const size = sizeFrom(width, height, box);
  const isTold = faults.faults.length > before || (!box && root.attributes.has("viewBox"));
  if (!size && isTold) return undefined;
  if (size && size.width > 0 && size.height > 0 && size.width <= limits.side && size.height <= limits.side) return size;
  const most = limits.side.toLocaleString("en");
  const reason = size
    ? `The SVG is ${round(size.width)} × ${round(size.height)} pixels: make both more than 0 and at most ${most}`
    : "The SVG has no size: add a `viewBox`, or `width` and `height`";
  faults.unreadable(reason, root);
  return undefined;
}

function sizeFrom(width: number | undefined, height: number | undefined, box: Size | undefined): Size | undefined {
  if (width !== undefined && height !== undefined) return { width, height };
  if (!box) return undefined;
  if (width !== undefined) return { width, height: (width * box.height) / box.width };
  if (height !== undefined) return { width: (height * box.width) / box.height, height };
  return { width: box.width, height: box.height };
}

/** A side in CSS pixels; a percentage is ignored, since the page is unknown. */
function side(name: "width" | "height", root: XmlElement, faults: FaultList): number | undefined {
  const attribute = root.attributes.get(name);
  if (!attribute) return undefined;
  const value = trimmed(attribute.value);
  if (value.text === "auto" || parseDimension(value.text)?.unit === "%") return undefined;
  const length = parseLength(value.text);
  if (length?.unit === "px") return length.value;
  faults.unreadable(
    `${quote(name)} cannot be ${quote(value.text)}: write a number, or one with \`px\`, \`pt\`, \`mm\`, \`cm\` or \`in\``,
    placeOf(value),
  );
  return undefined;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
