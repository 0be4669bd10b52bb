import type { Drawing } from "../display-list/display-list.ts";
import type { TextFace } from "../fonts/face.ts";
import type { MeasureContext } from "./measure-context.ts";

/** Draws text in as many fonts as it needs; returns the x where it ends. */
export function drawText(
  drawings: Drawing[],
  face: TextFace,
  text: string,
  left: number,
  y: number,
  size: number,
  colour: string,
  context: Pick<MeasureContext, "fonts">,
): number {
  let x = left;
  for (const piece of context.fonts.split(face, text)) {
    const width = piece.width * size;
    drawings.push({ kind: "text", face: piece.face, text: piece.text, size, x, y, width, colour });
    x += width;
  }
  return x;
}
