import { quote } from "@high-recall/core";
import { parseAngle } from "../css/numbers.ts";
import type { PropertyName } from "../css/properties.ts";
import type { Graphic, Group } from "../drawing.ts";
import type { XmlElement } from "../xml.ts";
import { strokeWidth } from "./draw-shape.ts";
import { isWithin } from "./extent.ts";
import { multiply, translation } from "./matrix.ts";
import type { PathData } from "./path-data.ts";
import { attributeValue, lengthOf, type Reader, type Scene, sizeOf } from "./reader.ts";
import { type Vertex, verticesOf } from "./vertices.ts";
import { centred, fitBox, parseAspect, parseViewBox, type Size, visibleBox } from "./viewport.ts";

/** Draws what is inside a marker; `view` is what percentages in it refer to. */
type DrawContent = (marker: XmlElement, view: Size) => { style: Scene["style"]; graphics: readonly Graphic[] };

/** The arrow heads and dots at the vertices of a path. */
export function drawMarkers(path: PathData, scene: Scene, reader: Reader, drawContent: DrawContent): Group[] {
  const { style } = scene;
  if (style.visibility !== "visible" || path.segments.length === 0) return [];
  const kinds = (["start", "mid", "end"] as const).filter((role) => style[`marker-${role}`] !== "");
  if (kinds.length === 0) return [];
  const markers = new Map(kinds.map((role) => [role, openMarker(`marker-${role}`, scene, reader, drawContent)]));
  return verticesOf(path).flatMap((vertex) => {
    const marker = markers.get(vertex.role);
    if (!marker) return [];
    reader.budget.element(scene.element);
    return [marker(vertex)];
  });
}

/** Reads a marker once; the result lays it at a vertex. */
function openMarker(
  property: PropertyName & `marker-${string}`,
  scene: Scene,
  reader: Reader,
  drawContent: DrawContent,
): ((vertex: Vertex) => Group) | undefined {
  const { faults } = reader;
  const id = scene.style[property];
  const element = reader.byId.get(id);
  if (element?.name !== "marker") {
    faults.unreadable(
      `${quote(property)} names ${quote(`#${id}`)}, which is not a marker of this file: define it`,
      scene.element,
    );
    return undefined;
  }
  const box = attributeValue("viewBox", parseViewBox, "four numbers: x, y, width, height", element, faults);
  const aspect =
    attributeValue("preserveAspectRatio", parseAspect, "`none`, or as in `xMidYMid meet`", element, faults) ?? centred;
  const { style, graphics } = drawContent(element, box ?? scene.view);
  const own: Scene = { element, style, view: scene.view };
  const inner: Scene = { element, style, view: box ?? scene.view };
  const size = {
    width: sizeOf("markerWidth", "width", own, faults) ?? 3,
    height: sizeOf("markerHeight", "height", own, faults) ?? 3,
  };
  if (graphics.length === 0 || size.width === 0 || size.height === 0) return undefined;
  const units = attributeValue("markerUnits", parseUnits, "`strokeWidth` or `userSpaceOnUse`", element, faults);
  const scale = units === "userSpaceOnUse" ? 1 : strokeWidth(scene);
  const fitting = box ? fitBox(box, size, aspect) : { scaleX: 1, scaleY: 1, x: 0, y: 0 };
  const toPoint = translation(
    -(lengthOf("refX", "width", inner, faults) ?? 0),
    -(lengthOf("refY", "height", inner, faults) ?? 0),
  );
  const orient =
    attributeValue("orient", parseOrient, "`auto`, `auto-start-reverse` or an angle", element, faults) ?? 0;
  const shown = box ? visibleBox(box, size, aspect) : { x: 0, y: 0, ...size };
  const isCut = style.overflow !== "visible" && !isWithin(graphics, shown);
  return ({ at, angle, role }) => {
    const isReversed = orient === "auto-start-reverse" && role === "start";
    const turn = typeof orient === "number" ? orient : angle + (isReversed ? Math.PI : 0);
    const [sin, cos] = [Math.sin(turn) * scale, Math.cos(turn) * scale];
    const { scaleX, scaleY } = fitting;
    const matrix = multiply([cos * scaleX, sin * scaleX, -sin * scaleY, cos * scaleY, at[0], at[1]], toPoint);
    return { kind: "group", matrix, ...(isCut ? { clip: shown } : {}), graphics };
  };
}

function parseUnits(text: string): "strokeWidth" | "userSpaceOnUse" | undefined {
  return text === "strokeWidth" || text === "userSpaceOnUse" ? text : undefined;
}

/** An angle in radians, or that of the path. */
function parseOrient(text: string): number | "auto" | "auto-start-reverse" | undefined {
  if (text === "auto" || text === "auto-start-reverse") return text;
  const angle = parseAngle(text, "deg");
  return angle === undefined ? undefined : (angle * Math.PI) / 180;
}
