import type { Drawing } from "../display-list/display-list.ts";
import type { TextFace } from "../fonts/face.ts";
import type { Fonts } from "../fonts/open-fonts.ts";

/** One line of text drawn as decoration, such as a running head. */
export interface Label {
  readonly text: string;
  readonly face: TextFace;
  readonly size: number;
  readonly colour: string;
}

/** Width of a label in points. */
export function labelWidth({ text, face, size }: Label, fonts: Fonts): number {
  return fonts.width(face, text) * size;
}

/** Draws a label on the baseline `y`; `x` is its left or right end, by `side`. Text wider than `room` points is cut. */
export function drawLabel(
  label: Label,
  x: number,
  y: number,
  room: number,
  fonts: Fonts,
  side: "left" | "right" = "left",
): Drawing[] {
  const text = shortened(label, room, fonts);
  const drawings: Drawing[] = [];
  let left = side === "left" ? x : x - labelWidth({ ...label, text }, fonts);
  for (const piece of fonts.split(label.face, text)) {
    const width = piece.width * label.size;
    const { size, colour } = label;
    drawings.push({ kind: "text", face: piece.face, text: piece.text, size, x: left, y, width, colour });
    left += width;
  }
  return drawings;
}

/** The text, cut with an ellipsis if it is wider than `room` points. */
function shortened(label: Label, room: number, fonts: Fonts): string {
  if (labelWidth(label, fonts) <= room) return label.text;
  const characters = [...label.text];
  while (characters.length > 0) {
    characters.pop();
    const text = `${characters.join("").trimEnd()}…`;
    if (labelWidth({ ...label, text }, fonts) <= room) return text;
  }
  return "";
}
