import { unreachable } from "@high-recall/core";
import type { Drawing } from "./display-list.ts";

/** Drawings moved by (dx, dy) points. */
export function translate(drawings: readonly Drawing[], dx: number, dy: number): Drawing[] {
  return drawings.map((drawing) => move(drawing, dx, dy));
}

function move(drawing: Drawing, dx: number, dy: number): Drawing {
  switch (drawing.kind) {
    case "text":
    case "formula":
    case "rectangle":
    case "picture":
      return { ...drawing, x: drawing.x + dx, y: drawing.y + dy };
    case "line":
      return {
        ...drawing,
        from: [drawing.from[0] + dx, drawing.from[1] + dy],
        to: [drawing.to[0] + dx, drawing.to[1] + dy],
      };
    case "shape":
      return { kind: "group", matrix: [1, 0, 0, 1, dx, dy], drawings: [drawing] };
    case "group": {
      const [a, b, c, d, e, f] = drawing.matrix;
      return { ...drawing, matrix: [a, b, c, d, e + dx, f + dy] };
    }
    default:
      return unreachable(drawing);
  }
}
