import { quote } from "@high-recall/core";
import { type ComputedStyle, computeStyle, rootStyle } from "../css/cascade.ts";
import type { Box, Graphic } from "../drawing.ts";
import { limits } from "../limits.ts";
import { trimmed } from "../source-text.ts";
import { isElement, type XmlElement } from "../xml.ts";
import { clipOf } from "./clip.ts";
import { drawShape } from "./draw-shape.ts";
import { drawText } from "./draw-text.ts";
import { isWithin } from "./extent.ts";
import { drawMarkers } from "./markers.ts";
import { identity, isIdentity, type Matrix, multiply, translation } from "./matrix.ts";
import { withOpacity } from "./opacity.ts";
import { partOf } from "./part.ts";
import { attributeValue, lengthOf, type Reader, type Scene, sizeOf } from "./reader.ts";
import { hasMarkers, segmentsOf } from "./segments-of.ts";
import { parseTransform } from "./transform.ts";
import {
  type Aspect,
  centred,
  fitBox,
  matrixOf,
  parseAspect,
  parseViewBox,
  type Size,
  visibleBox,
} from "./viewport.ts";
import { silent } from "./vocabulary.ts";

/** Draws all that a root `svg` holds, in the units of its `view`. */
export function drawRoot(root: XmlElement, view: Size, reader: Reader): Graphic[] {
  const style = computeStyle(reader.declarationsOf(root), rootStyle, true);
  if (style.display === "none") return [];
  const scene: Scene = { element: root, style, view };
  const graphics = withOpacity(drawChildren(scene, reader, start), style.opacity, root, reader.faults);
  if (style.transform !== "attribute")
    reader.faults.unreadable("`transform` of the root is not drawn: write it on a `g`", root);
  const clip = clipOf(scene, reader, style);
  return clip && graphics.length > 0 ? [{ kind: "group", matrix: identity, clip, graphics }] : graphics;
}

/** Where in the drawing an element is drawn: how deep, in a marker, as a copy of what a `use` names. */
interface Site {
  readonly level: number;
  readonly isInMarker: boolean;
  readonly copied?: XmlElement | undefined;
}

const start: Site = { level: 0, isInMarker: false };

function drawChildren({ element, style, view }: Scene, reader: Reader, site: Site): Graphic[] {
  return element.children.flatMap((child) => (isElement(child) ? draw(child, style, view, reader, site) : []));
}

function draw(element: XmlElement, inherited: ComputedStyle, view: Size, reader: Reader, site: Site): Graphic[] {
  if (silent.has(element.name) || !reader.isKnown(element)) return [];
  return drawVisible(element, inherited, view, reader, site, (scene) => drawContent(scene, reader, site));
}

/** Draws what all elements have in common: style, opacity, position and clipping. */
function drawVisible(
  element: XmlElement,
  inherited: ComputedStyle,
  view: Size,
  reader: Reader,
  site: Site,
  drawContent: (scene: Scene) => Graphic[],
): Graphic[] {
  const { faults, budget } = reader;
  budget.element(element);
  if (site.level > limits.depth) {
    faults.stop(
      `There are more than ${limits.depth} elements inside one another, with those of \`use\`: take some groups apart`,
      element,
    );
  }
  const style = computeStyle(reader.declarationsOf(element, site.copied), inherited, false);
  if (style.display === "none") return [];
  const scene: Scene = { element, style, view, copied: site.copied };
  const graphics = withOpacity(drawContent(scene), style.opacity, element, faults);
  const clip = clipOf(scene, reader, rootStyle);
  const part = partOf(element);
  const place = matrixOfElement(scene, reader);
  if (part === undefined || graphics.length === 0) return placed(graphics, place, clip);
  return [{ kind: "group", part, matrix: place, ...(clip ? { clip } : {}), graphics }];
}

function matrixOfElement({ element, style }: Scene, { faults }: Reader): Matrix {
  if (style.transform !== "attribute") return style.transform;
  const hint = "steps such as `translate(4, 2) rotate(90)`, without units";
  return attributeValue("transform", parseTransform, hint, element, faults) ?? identity;
}

function placed(graphics: readonly Graphic[], matrix: Matrix, clip?: Box): Graphic[] {
  if (graphics.length === 0) return [];
  if (isIdentity(matrix) && !clip) return [...graphics];
  return [{ kind: "group", matrix, ...(clip ? { clip } : {}), graphics }];
}

function drawContent(scene: Scene, reader: Reader, site: Site): Graphic[] {
  const inner: Site = { ...site, level: site.level + 1 };
  switch (scene.element.name) {
    case "g":
      return drawChildren(scene, reader, inner);
    case "svg":
      return drawInner(scene, scene.element, reader, inner, {
        x: lengthOf("x", "width", scene, reader.faults) ?? 0,
        y: lengthOf("y", "height", scene, reader.faults) ?? 0,
        ...sideOf(scene, reader),
      });
    case "use":
      return drawUse(scene, reader, inner);
    case "text": {
      const text = drawText(scene, reader);
      return text ? [text] : [];
    }
    default: {
      const path = segmentsOf(scene, reader);
      reader.budget.segments(path.segments.length, scene.element);
      const outline = drawShape(path.segments, scene);
      const heads = hasMarkers(scene.element.name) ? markersOf(path, scene, reader, inner) : [];
      return [...(outline ? [outline] : []), ...heads];
    }
  }
}

function sideOf(scene: Scene, { faults }: Reader): Size {
  const { width, height } = scene.view;
  return {
    width: sizeOf("width", "width", scene, faults) ?? width,
    height: sizeOf("height", "height", scene, faults) ?? height,
  };
}

/** An `svg` or `symbol` in a viewport of its own. */
function drawInner(scene: Scene, element: XmlElement, reader: Reader, site: Site, port: Box): Graphic[] {
  if (port.width === 0 || port.height === 0) return [];
  const { faults } = reader;
  const box = attributeValue("viewBox", parseViewBox, "four numbers: x, y, width, height", element, faults);
  const aspect: Aspect =
    attributeValue("preserveAspectRatio", parseAspect, "`none`, or as in `xMidYMid meet`", element, faults) ?? centred;
  const view = box ?? { x: 0, y: 0, width: port.width, height: port.height };
  const graphics = drawChildren({ ...scene, element, view }, reader, site);
  const place = translation(port.x, port.y);
  const matrix = box ? multiply(place, matrixOf(fitBox(box, port, aspect))) : place;
  const shown = box ? visibleBox(box, port, aspect) : view;
  const isCut = scene.style.overflow !== "visible" && !isWithin(graphics, shown);
  return placed(graphics, matrix, isCut ? shown : undefined);
}

function drawUse(scene: Scene, reader: Reader, site: Site): Graphic[] {
  const { element, style, view } = scene;
  const { faults } = reader;
  const reference = element.attributes.get("href") ?? element.attributes.get("xlink:href");
  if (!reference) {
    faults.unreadable('`use` has no `href`: write `href="#id"`', element);
    return [];
  }
  const address = trimmed(reference.value).text;
  // An address outside the file has already been refused.
  if (!address.startsWith("#")) return [];
  const id = address.slice(1);
  const target = reader.byId.get(id);
  if (!target) {
    faults.unreadable(`${quote(`#${id}`)} is the \`id\` of no element: define it, or delete the \`use\``, reference);
    return [];
  }
  const [x, y] = [lengthOf("x", "width", scene, faults) ?? 0, lengthOf("y", "height", scene, faults) ?? 0];
  const [width, height] = [sizeOf("width", "width", scene, faults), sizeOf("height", "height", scene, faults)];
  const copy: Site = { ...site, copied: target };
  if (target.name !== "symbol" && target.name !== "svg") {
    return placed(draw(target, style, view, reader, copy), translation(x, y));
  }
  const graphics = drawVisible(target, style, view, reader, copy, (inner) => {
    const own = target.name === "svg" ? sideOf(inner, reader) : view;
    const left = lengthOf("x", "width", inner, faults) ?? 0;
    const top = lengthOf("y", "height", inner, faults) ?? 0;
    const port = { x: left, y: top, width: width ?? own.width, height: height ?? own.height };
    return drawInner(inner, target, reader, copy, port);
  });
  return placed(graphics, translation(x, y));
}

function markersOf(path: ReturnType<typeof segmentsOf>, scene: Scene, reader: Reader, site: Site): Graphic[] {
  if (site.isInMarker) {
    const { style, element } = scene;
    if (style["marker-start"] !== "" || style["marker-mid"] !== "" || style["marker-end"] !== "") {
      reader.faults.unreadable("A shape inside a marker has no markers itself: delete its `marker`", element);
    }
    return [];
  }
  return drawMarkers(path, scene, reader, (marker, view) => {
    const style = styleInPlace(marker, reader);
    const graphics = drawChildren({ element: marker, style, view }, reader, { level: site.level, isInMarker: true });
    if (style.display !== "none" && style.opacity < 1) {
      reader.faults.unreadable("`opacity` of a marker is not drawn: write `fill-opacity` on its shapes", marker);
    }
    return { style, graphics };
  });
}

/** The style of an element where it is defined: a copy drawn elsewhere may inherit from there. */
function styleInPlace(element: XmlElement, reader: Reader): ComputedStyle {
  const inherited = element.parent ? styleInPlace(element.parent, reader) : rootStyle;
  return computeStyle(reader.declarationsOf(element), inherited, !element.parent);
}
