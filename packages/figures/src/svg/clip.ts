import { quote } from "@high-recall/core";
import type { ComputedStyle } from "../css/cascade.ts";
import { computeStyle } from "../css/cascade.ts";
import type { Box } from "../drawing.ts";
import { isElement } from "../xml.ts";
import { lengthOf, type Reader, type Scene, sizeOf } from "./reader.ts";

/** The box that `clip-path` cuts an element to, in the element's own system; undefined when it is not cut. */
export function clipOf(scene: Scene, reader: Reader, rootStyle: ComputedStyle): Box | undefined {
  const { faults, byId } = reader;
  const id = scene.style["clip-path"];
  if (id === "") return undefined;
  const element = byId.get(id);
  if (element?.name !== "clipPath") {
    faults.unreadable(
      `\`clip-path\` names ${quote(`#${id}`)}, which is not a \`clipPath\` of this file: define it`,
      scene.element,
    );
    return undefined;
  }
  const shapes = element.children.filter(isElement).filter(({ name }) => name !== "title" && name !== "desc");
  const [shape] = shapes;
  const style = shape && computeStyle(reader.declarationsOf(shape), rootStyle, false);
  const units = element.attributes.get("clipPathUnits")?.value.text ?? "userSpaceOnUse";
  const isPlain =
    shapes.length === 1 &&
    shape?.name === "rect" &&
    units === "userSpaceOnUse" &&
    ["rx", "ry", "transform"].every((name) => !shape.attributes.has(name)) &&
    style?.transform === "attribute" &&
    style.display !== "none" &&
    style.visibility === "visible" &&
    style["clip-path"] === "" &&
    reader.declarationsOf(element).length === 0;
  if (!isPlain || !shape || !style) {
    faults.unreadable(
      "A `clipPath` may have only one `rect`, without round corners and `transform`: use one, or draw only the visible part",
      element,
    );
    return undefined;
  }
  const inner: Scene = { element: shape, style, view: scene.view };
  const [x, y] = [lengthOf("x", "width", inner, faults) ?? 0, lengthOf("y", "height", inner, faults) ?? 0];
  const [width, height] = [
    sizeOf("width", "width", inner, faults) ?? 0,
    sizeOf("height", "height", inner, faults) ?? 0,
  ];
  return { x, y, width, height };
}
