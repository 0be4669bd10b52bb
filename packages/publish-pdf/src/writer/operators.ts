import { unreachable } from "@high-recall/core";
import type { Drawing, Line, Picture, Rectangle, Shape } from "@high-recall/typeset";
import { type DrawingTools, drawFormula, isGlyphs } from "./draw-formula.ts";
import type { Pictures } from "./images.ts";
import { pathOperators, roundedBox } from "./path-operators.ts";
import type { Pen } from "./pen.ts";
import { ink, number, strokeInk, textString } from "./syntax.ts";

/** Whether all drawings are text or formulas without rules. */
export function isText(drawings: readonly Drawing[]): boolean {
  return drawings.every((each) => each.kind === "text" || (each.kind === "formula" && isGlyphs(each)));
}

/**
 * Draws with the pen. `height` is that of the page, as PDF counts y from below. `actualText` is copied instead of the
 * drawings.
 */
export function drawAll(
  drawings: readonly Drawing[],
  height: number,
  actualText: string | undefined,
  tools: DrawingTools,
): void {
  const { pen, encoder, pictures } = tools;

  function draw(drawing: Drawing, tall: number): void {
    switch (drawing.kind) {
      case "text": {
        const { face, text, x, y, size, colour } = drawing;
        pen.show(encoder.encode(face, text), { x, y: tall - y, size, colour });
        break;
      }
      case "formula":
        drawFormula(drawing, tall, tools);
        break;
      case "rectangle":
        drawRectangle(drawing, tall, pen);
        break;
      case "line":
        pen.draw(lineOperators(drawing, tall));
        break;
      case "shape":
        pen.draw(shapeOperators(drawing, tall, pictures));
        break;
      case "picture":
        pen.draw(pictureOperators(drawing, tall, pictures));
        break;
      case "group": {
        const [a, b, c, d, e, f] = drawing.matrix;
        const place = [a, -b, -c, d, e, tall - f].map((value) => number(value, 5)).join(" ");
        const { clip } = drawing;
        const area = clip && [clip.x, -clip.y - clip.height, clip.width, clip.height].map((each) => number(each));
        const cut = area ? ` ${area.join(" ")} re W n` : "";
        const fade = drawing.opacity === undefined ? "" : ` /${pictures.opacity(drawing.opacity)} gs`;
        pen.inside(`${place} cm${cut}${fade}`, () => {
          for (const each of drawing.drawings) draw(each, 0);
        });
        break;
      }
      default:
        unreachable(drawing);
    }
  }

  // Viewers honour ActualText only on a Span.
  if (actualText !== undefined) pen.begin(`/Span<</ActualText${textString(actualText)}>>BDC`, isText(drawings));
  for (const drawing of drawings) draw(drawing, height);
  if (actualText !== undefined) pen.end();
}

function drawRectangle(drawing: Rectangle, tall: number, pen: Pen): void {
  const { x, y, width, height, radius = 0, fill, stroke, thickness = 0.5 } = drawing;
  const bottom = tall - y - height;
  const box = (inset: number) =>
    [x + inset, bottom + inset, width - 2 * inset, height - 2 * inset].map((each) => number(each)).join(" ");
  const round = Math.min(radius, width / 2, height / 2);
  if (!stroke && fill && round > 0) {
    // A smaller box in a thick line with round joins: a fifth of the bytes of an outline.
    pen.draw(`q ${ink(fill)} ${strokeInk(fill)} ${number(2 * round)} w 1 j ${box(round)} re B Q`);
    return;
  }
  const path = round > 0 ? roundedBox(x, bottom, width, height, round) : `${box(0)} re`;
  if (!stroke) {
    if (fill) pen.fill(path, fill);
    return;
  }
  pen.draw(`q ${fill ? `${ink(fill)} ` : ""}${strokeInk(stroke)} ${number(thickness)} w ${path} ${fill ? "B" : "S"} Q`);
}

function lineOperators({ from, to, thickness, colour, dash }: Line, tall: number): string {
  const pattern = dash ? `[${dash.map((length) => number(length)).join(" ")}] 0 d ` : "";
  const path = `${number(from[0])} ${number(tall - from[1])} m ${number(to[0])} ${number(tall - to[1])} l S`;
  return `q ${strokeInk(colour)} ${number(thickness)} w ${pattern}${path} Q`;
}

function pictureOperators({ bitmap, x, y, width, height }: Picture, tall: number, pictures: Pictures): string {
  const name = pictures.use(bitmap);
  return `q ${number(width)} 0 0 ${number(height)} ${number(x)} ${number(tall - y - height)} cm /${name} Do Q`;
}

function shapeOperators(drawing: Shape, tall: number, pictures: Pictures): string {
  const { segments, fill, stroke, thickness = 1, dash, cap, join, opacity = 1 } = drawing;
  const state: string[] = [];
  if (opacity < 1) state.push(`/${pictures.opacity(opacity)} gs`);
  if (fill) state.push(ink(fill));
  if (stroke) state.push(`${strokeInk(stroke)} ${number(thickness, 3)} w`);
  if (dash?.length) state.push(`[${dash.map((length) => number(length)).join(" ")}] 0 d`);
  if (cap) state.push(`${cap} J`);
  if (join) state.push(`${join} j`);
  if (drawing.miterLimit !== undefined) state.push(`${number(drawing.miterLimit)} M`);
  const finish = fill ? (stroke ? "B" : "f") : "S";
  const path = pathOperators(flipped(segments, tall), 1, 3);
  return `q ${state.join(" ")} ${path} ${finish}${drawing.isEvenOdd && fill ? "*" : ""} Q`;
}

function flipped(segments: Shape["segments"], height: number): Shape["segments"] {
  return segments.map((segment) => {
    if (segment[0] === "Z") return segment;
    if (segment[0] !== "C") return [segment[0], segment[1], height - segment[2]];
    return ["C", segment[1], height - segment[2], segment[3], height - segment[4], segment[5], height - segment[6]];
  });
}
