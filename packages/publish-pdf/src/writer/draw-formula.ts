import { parseColour, parsePath } from "@high-recall/figures";
import type { MathMark } from "../math/mark.ts";
import { greyOf } from "../paint/colour.ts";
import type { FormulaRun } from "../paint/display-list.ts";
import type { Pictures } from "./images.ts";
import { pathOperators } from "./path-operators.ts";
import type { Pen } from "./pen.ts";
import { number, strokeInk } from "./syntax.ts";
import type { TextEncoder } from "./text.ts";

/** Whether a formula is glyphs alone, so that it can stand within a line of text. */
export function isGlyphs({ part }: FormulaRun): boolean {
  return part.marks.every((mark) => mark.kind === "glyphs");
}

/** What draws, and what it shares with the whole document. */
export interface DrawingTools {
  readonly pen: Pen;
  readonly encoder: TextEncoder;
  readonly pictures: Pictures;
}

/** Draws a formula with the pen; `height` is that of the page. */
export function drawFormula(run: FormulaRun, height: number, tools: DrawingTools): void {
  const [left, base] = [run.x, height - run.y];
  const late: MathMark[] = [];
  for (const mark of run.part.marks) {
    // Bars in the colour of the text cover nothing: drawn last, they do not interrupt it.
    if (mark.kind === "rule" && mark.colour === undefined && !mark.isDashed) late.push(mark);
    else drawMark(mark, { run, left, base }, tools);
  }
  for (const mark of late) drawMark(mark, { run, left, base }, tools);
}

interface Place {
  readonly run: FormulaRun;
  /** Origin of the formula in the system of the page. */
  readonly left: number;
  readonly base: number;
}

function drawMark(mark: MathMark, place: Place, tools: DrawingTools): void {
  const { pen, encoder, pictures } = tools;
  const { run, left, base } = place;
  const { size } = run;
  const parsed = "colour" in mark && mark.colour !== undefined ? parseColour(mark.colour) : undefined;
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
  switch (mark.kind) {
    case "glyphs": {
      const at = { x: left + mark.x * size, y: base, rise: mark.y * size, size: mark.size * size, colour: paint };
      const stroke = mark.isHeavy ? { stroke: 0.03 * mark.size * size } : {};
      pen.show(encoder.encode(mark.face, mark.text), { ...at, ...stroke });
      return;
    }
    case "rule": {
      if (mark.colour === "transparent") return;
      if (mark.isDashed) dashedRule(mark, line, size);
      else pen.fill(box(mark), paint);
      return;
    }
    case "frame": {
      const { thickness } = mark;
      const inset = thickness / 2;
      const middle = {
        x: mark.x + inset,
        y: mark.y + inset,
        width: mark.width - thickness,
        height: mark.height - thickness,
      };
      pen.draw(`q ${strokeInk(paint)} ${number(thickness * size, 3)} w ${box(middle)} S Q`);
      return;
    }
    case "stroke":
      line(mark.from, mark.to, mark.thickness);
      return;
    case "outline": {
      if (mark.colour === "transparent") return;
      const { clip, scaleX, scaleY } = mark;
      // Arrowheads reach a little over and under the box that KaTeX gives them.
      const area = box({ x: clip.x, y: clip.y - 0.2, width: clip.width, height: clip.height + 0.4 });
      const matrix = `${number(scaleX * size, 5)} 0 0 ${number(-scaleY * size, 5)} ${x(mark.x)} ${y(mark.y)} cm`;
      const name = pictures.outline(mark.path, () => pathOperators(parsePath(mark.path), 1));
      pen.inside(`${area} W n ${matrix}`, () => pen.fill(`/${name}`, paint, "Do"));
      return;
    }
    case "mirror": {
      const inner: FormulaRun = { ...run, part: { ...run.part, marks: mark.marks } };
      const axis = number(2 * (left + mark.axis * size));
      pen.inside(`-1 0 0 1 ${axis} 0 cm`, () => drawFormula({ ...inner, y: 0 }, base, tools));
      return;
    }
    default:
      unknownMark(mark);
  }
}

type DrawLine = (
  from: readonly [number, number],
  to: readonly [number, number],
  thickness: number,
  dash: string,
) => void;

function dashedRule(mark: MathMark & { kind: "rule" }, line: DrawLine, size: number): void {
  const isUpright = mark.height > mark.width;
  const thickness = Math.min(mark.width, mark.height);
  const [x, y] = [mark.x + (isUpright ? thickness / 2 : 0), mark.y + (isUpright ? 0 : thickness / 2)];
  const end = isUpright ? ([x, y + mark.height] as const) : ([x + mark.width, y] as const);
  line([x, y], end, thickness, `[${number(thickness * 3 * size)}] 0 d `);
}

function unknownMark(mark: never): never {
  throw new Error(`Unknown mark ${JSON.stringify(mark)}`);
}
