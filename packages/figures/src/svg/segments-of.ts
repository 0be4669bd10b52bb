import { quote } from "@high-recall/core";
import { parseNumbers } from "../css/numbers.ts";
import { placeOf } from "../source-text.ts";
import type { XmlElement } from "../xml.ts";
import { ellipse, polyline, rectangle } from "./outline.ts";
import { type PathData, readPath } from "./path-data.ts";
import { attributeValue, lengthOf, type Reader, type Scene, sizeOf } from "./reader.ts";
import type { Segment } from "./segment.ts";

/** Shapes whose vertices bear markers. */
export function hasMarkers(name: string): boolean {
  return name === "path" || name === "line" || name === "polyline" || name === "polygon";
}

const paths = new WeakMap<XmlElement, PathData>();

/** The outline of a shape. */
export function segmentsOf(scene: Scene, { faults }: Reader): PathData {
  const { element } = scene;
  const x = (name: string) => lengthOf(name, "width", scene, faults) ?? 0;
  const y = (name: string) => lengthOf(name, "height", scene, faults) ?? 0;
  switch (element.name) {
    case "path": {
      let path = paths.get(element);
      if (!path) {
        const value = element.attributes.get("d")?.value;
        path = readPath(value?.text ?? "");
        paths.set(element, path);
        if (value && path.faultAt !== undefined) {
          const rest = value.text.slice(path.faultAt, path.faultAt + 20);
          faults.unreadable(
            `The path is not understood from ${rest === "" ? "its end" : quote(rest)} on: write commands with all their numbers`,
            placeOf(value, path.faultAt, Math.min(path.faultAt + 1, value.text.length)),
          );
        }
      }
      return path;
    }
    case "rect": {
      const [width, height] = [
        sizeOf("width", "width", scene, faults) ?? 0,
        sizeOf("height", "height", scene, faults) ?? 0,
      ];
      const [rx, ry] = [sizeOf("rx", "width", scene, faults), sizeOf("ry", "height", scene, faults)];
      if (width === 0 || height === 0) return plain([]);
      const [radiusX, radiusY] = [Math.min(rx ?? ry ?? 0, width / 2), Math.min(ry ?? rx ?? 0, height / 2)];
      return plain(rectangle(x("x"), y("y"), width, height, radiusX, radiusY));
    }
    case "circle": {
      const radius = sizeOf("r", "diagonal", scene, faults) ?? 0;
      return plain(ellipse(x("cx"), y("cy"), radius, radius));
    }
    case "ellipse": {
      const [rx, ry] = [sizeOf("rx", "width", scene, faults), sizeOf("ry", "height", scene, faults)];
      return plain(ellipse(x("cx"), y("cy"), rx ?? ry ?? 0, ry ?? rx ?? 0));
    }
    case "line":
      return plain([
        ["M", x("x1"), y("y1")],
        ["L", x("x2"), y("y2")],
      ]);
    case "polyline":
    case "polygon": {
      const points =
        attributeValue("points", parsePoints, "x and y of each point, as in `0,0 10,5`", element, faults) ?? [];
      return plain(polyline(points, element.name === "polygon"));
    }
    default:
      throw new Error(`No shape: ${element.name}`);
  }
}

function parsePoints(text: string): number[] | undefined {
  const numbers = parseNumbers(text);
  return numbers && numbers.length % 2 === 0 ? numbers : undefined;
}

function plain(segments: readonly Segment[]): PathData {
  return { segments, vertices: segments.map((_, index) => index) };
}
