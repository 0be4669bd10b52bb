import { unreachable } from "@high-recall/core";
import { parseColour, parsePath } from "@high-recall/figures";
import { type FormulaRun, greyOf, type MathDrawing } from "@high-recall/typeset";
import type { Pictures } from "./images.ts";
import { pathOperators } from "./path-operators.ts";
import type { Pen } from "./pen.ts";
import { number, strokeInk } from "./syntax.ts";
import type { TextEncoder } from "./text.ts";

/** Whether a formula consists of glyphs only, so that it needs no break in the text object. */
export function isGlyphs({ part }: FormulaRun): boolean {
  return part.drawings.every((drawing) => drawing.kind === "glyphs");
}

/** The pen and what is shared by the whole document. */
export interface DrawingTools {
  readonly pen: Pen;
  readonly encoder: TextEncoder;
  readonly pictures: Pictures;
}

/** Draws a formula; `height` is that of the page. */
export function drawFormula(run: FormulaRun, height: number, tools: DrawingTools): void {
  const [left, base] = [run.x, height - run.y];
  const deferred: MathDrawing[] = [];
  for (const drawing of run.part.drawings) {
    // Solid rules in the text colour cover nothing, so they are drawn last and do not interrupt the text object.
    if (drawing.kind === "rule" && drawing.colour === undefined && !drawing.isDashed) deferred.push(drawing);
    else drawOne(drawing, { run, left, base }, tools);
  }
  for (const drawing of deferred) drawOne(drawing, { run, left, base }, tools);
}

interface Place {
  readonly run: FormulaRun;
  /** Origin of the formula in page coordinates. */
  readonly left: number;
  readonly base: number;
}

function drawOne(drawing: MathDrawing, place: Place, tools: DrawingTools): void {
  const { pen, encoder, pictures } = tools;
  const { run, left, base } = place;
  const { size } = run;
  const parsed = "colour" in drawing && drawing.colour !== undefined ? parseColour(drawing.colour) : undefined;
  const colour = parsed && parsed.opacity > 0 ? parsed.hex : undefined;
  const paint = colour === undefined ? run.colour : run.isGrey ? greyOf(colour) : colour;
  const length = (em: number) => number(em * size);
  const x = (em: number) => number(left + em * size);
  const y = (em: number) => number(base + em * size);
  const box = (area: { x: number; y: number; width: number; height: number }) =>
    `${x(area.x)} ${y(area.y)} ${length(area.width)} ${length(area.height)} re`;
  const line = (from: readonly [number, number], to: readonly [number, number], thickness: number, dash = "") =>
    pen.draw(
      `q ${strokeInk(paint)} ${number(thickness * size, 3)} w ${dash}${x(from[0])} ${y(from[1])} m ${x(to[0])} ${y(to[1])} l S Q`,
    );
  switch (drawing.kind) {
    case "glyphs": {
      const at = {
        x: left + drawing.x * size,
        y: base,
        rise: drawing.y * size,
        size: drawing.size * size,
        colour: paint,
      };
      const stroke = drawing.isHeavy ? { stroke: 0.03 * drawing.size * size } : {};
      pen.show(encoder.encode(drawing.face, drawing.text), { ...at, ...stroke });
      return;
    }
    case "rule": {
      if (drawing.colour === "transparent") return;
      if (drawing.isDashed) dashedRule(drawing, line, size);
      else pen.fill(box(drawing), paint);
      return;
    }
    case "border": {
      const { thickness } = drawing;
      const inset = thickness / 2;
      const middle = {
        x: drawing.x + inset,
        y: drawing.y + inset,
        width: drawing.width - thickness,
        height: drawing.height - thickness,
      };
      pen.draw(`q ${strokeInk(paint)} ${number(thickness * size, 3)} w ${box(middle)} S Q`);
      return;
    }
    case "stroke":
      line(drawing.from, drawing.to, drawing.thickness);
      return;
    case "outline": {
      if (drawing.colour === "transparent") return;
      const { clip, scaleX, scaleY } = drawing;
      // Arrowheads extend slightly above and below KaTeX's box.
      const area = box({ x: clip.x, y: clip.y - 0.2, width: clip.width, height: clip.height + 0.4 });
      const matrix = `${number(scaleX * size, 5)} 0 0 ${number(-scaleY * size, 5)} ${x(drawing.x)} ${y(drawing.y)} cm`;
      const name = pictures.outline(drawing.path, () => pathOperators(parsePath(drawing.path), 1));
      pen.inside(`${area} W n ${matrix}`, () => pen.fill(`/${name}`, paint, "Do"));
      return;
    }
    case "mirror": {
      const inner: FormulaRun = { ...run, part: { ...run.part, drawings: drawing.drawings } };
      const axis = number(2 * (left + drawing.axis * size));
      pen.inside(`-1 0 0 1 ${axis} 0 cm`, () => drawFormula({ ...inner, y: 0 }, base, tools));
      return;
    }
    default:
      unreachable(drawing);
  }
}

type DrawLine = (
  from: readonly [number, number],
  to: readonly [number, number],
  thickness: number,
  dash: string,
) => void;

function dashedRule(drawing: MathDrawing & { kind: "rule" }, line: DrawLine, size: number): void {
  const isUpright = drawing.height > drawing.width;
  const thickness = Math.min(drawing.width, drawing.height);
  const [x, y] = [drawing.x + (isUpright ? thickness / 2 : 0), drawing.y + (isUpright ? 0 : thickness / 2)];
  const end = isUpright ? ([x, y + drawing.height] as const) : ([x + drawing.width, y] as const);
  line([x, y], end, thickness, `[${number(thickness * 3 * size)}] 0 d `);
}
