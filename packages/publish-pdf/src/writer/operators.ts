import type { Fonts } from "../fonts/open-fonts.ts";
import type { FormulaPart } from "../math/formula.ts";
import type { Drawing, FormulaRun, Group, Picture, Rectangle, Shape } from "../paint/display-list.ts";
import type { Pictures } from "./images.ts";
import { type MathOperators, mathOperators, pathOperators } from "./math-operators.ts";
import { number, rgb, textString } from "./syntax.ts";
import type { TextEncoder } from "./text.ts";

/** Turns drawings into the operators of a page. */
export interface Operators {
  /**
   * `height` is that of the page: PDF counts y from below. `actual` is what is copied in place of a formula, all
   * of whose parts are then drawn in one system.
   */
  of(drawings: readonly Drawing[], height: number, actual?: string): string;
}

export function drawingOperators(encoder: TextEncoder, fonts: Fonts, pictures: Pictures): Operators {
  const formulas = new WeakMap<FormulaPart, MathOperators[]>();
  const widthOf = (face: Parameters<Fonts["glyphs"]>[0], text: string) => fonts.glyphs(face, text).width;

  function one(drawing: Drawing, height: number): string {
    const up = (y: number) => number(height - y);
    switch (drawing.kind) {
      case "text": {
        const { face, size, x, y, text, colour } = drawing;
        const operand = encoder.encode(face, text);
        if (operand === "") return "";
        return `${rgb(colour)} rg BT /${encoder.use(face)} ${number(size, 3)} Tf ${number(x)} ${up(y)} Td [${operand}] TJ ET`;
      }
      case "formula":
        return formula([drawing], drawing, height);
      case "rectangle":
        return rectangle(drawing, height);
      case "line": {
        const dash = drawing.dash ? `[${drawing.dash.map((length) => number(length)).join(" ")}] 0 d ` : "";
        const [from, to] = [drawing.from, drawing.to];
        const path = `${number(from[0])} ${up(from[1])} m ${number(to[0])} ${up(to[1])} l S`;
        return `q ${rgb(drawing.colour)} RG ${number(drawing.thickness)} w ${dash}${path} Q`;
      }
      case "shape":
        return shape(drawing, height);
      case "picture":
        return picture(drawing, height);
      case "group":
        return group(drawing, height);
      default:
        return unknownDrawing(drawing);
    }
  }

  /** Parts of a formula on one line, in the system of the first. */
  function formula(parts: readonly FormulaRun[], first: FormulaRun, height: number, actual?: string): string {
    const scale = number(first.size / 1000, 6);
    const ink = rgb(first.colour);
    const text = parts.map((part) => {
      const shift = Math.round(((part.x - first.x) / first.size) * 1000);
      return shift === 0 ? partOperators(part) : `q 1 0 0 1 ${shift} 0 cm\n${partOperators(part)}\nQ`;
    });
    // Inside of the formula's system: readers place what is copied by the matrix at the end of the span.
    const span = actual === undefined ? text : [`/Span <</ActualText ${textString(actual)}>> BDC`, ...text, "EMC"];
    const place = `${scale} 0 0 ${scale} ${number(first.x)} ${number(height - first.y)} cm ${ink} rg ${ink} RG`;
    return `q ${place}\n${span.join("\n")}\nQ`;
  }

  function partOperators({ part, isGrey = false }: FormulaRun): string {
    let both = formulas.get(part);
    if (!both) {
      both = [];
      formulas.set(part, both);
    }
    both[Number(isGrey)] ??= mathOperators(part, encoder, widthOf, isGrey);
    const { text, faces } = both[Number(isGrey)] as MathOperators;
    for (const face of faces) encoder.use(face);
    return text;
  }

  function picture({ bitmap, x, y, width, height: tall }: Picture, height: number): string {
    const name = pictures.use(bitmap);
    return `q ${number(width)} 0 0 ${number(tall)} ${number(x)} ${number(height - y - tall)} cm /${name} Do Q`;
  }

  function shape(drawing: Shape, height: number): string {
    const { segments, fill, stroke, thickness = 1, dash, cap, join, opacity = 1 } = drawing;
    const state: string[] = [];
    if (opacity < 1) state.push(`/${pictures.opacity(opacity)} gs`);
    if (fill) state.push(`${rgb(fill)} rg`);
    if (stroke) state.push(`${rgb(stroke)} RG ${number(thickness, 3)} w`);
    if (dash?.length) state.push(`[${dash.map((length) => number(length)).join(" ")}] 0 d`);
    if (cap) state.push(`${cap} J`);
    if (join) state.push(`${join} j`);
    const finish = fill ? (stroke ? "B" : "f") : "S";
    const path = pathOperators(flipped(segments, height), 1, 3);
    return `q ${state.join(" ")} ${path} ${finish}${drawing.isEvenOdd && fill ? "*" : ""} Q`;
  }

  function group({ matrix, clip, drawings }: Group, height: number): string {
    const [a, b, c, d, e, f] = matrix;
    const place = [a, -b, -c, d, e, height - f].map((value) => number(value, 5)).join(" ");
    const cut = clip
      ? `${number(clip.x)} ${number(-clip.y - clip.height)} ${number(clip.width)} ${number(clip.height)} re W n `
      : "";
    return `q ${place} cm ${cut}${of(drawings, 0)} Q`;
  }

  function of(drawings: readonly Drawing[], height: number, actual?: string): string {
    const parts = drawings.filter((drawing) => drawing.kind === "formula");
    const [first] = parts;
    if (actual !== undefined && first && parts.length === drawings.length) return formula(parts, first, height, actual);
    return drawings.map((drawing) => one(drawing, height)).join("\n");
  }

  return { of };
}

function flipped(segments: Shape["segments"], height: number): Shape["segments"] {
  return segments.map((segment) => {
    if (segment[0] === "Z") return segment;
    if (segment[0] !== "C") return [segment[0], segment[1], height - segment[2]];
    return ["C", segment[1], height - segment[2], segment[3], height - segment[4], segment[5], height - segment[6]];
  });
}

function rectangle(
  { x, y, width, height: tall, radius = 0, fill, stroke, thickness = 0.5 }: Rectangle,
  height: number,
) {
  const bottom = height - y - tall;
  const path = radius > 0 ? rounded(x, bottom, width, tall, Math.min(radius, width / 2, tall / 2)) : "";
  const plain = `${number(x)} ${number(bottom)} ${number(width)} ${number(tall)} re`;
  const ink = `${fill ? `${rgb(fill)} rg ` : ""}${stroke ? `${rgb(stroke)} RG ${number(thickness)} w ` : ""}`;
  const finish = fill ? (stroke ? "B" : "f") : "S";
  return stroke ? `q ${ink}${path || plain} ${finish} Q` : `${ink}${path || plain} ${finish}`;
}

/** A rectangle with round corners; a quarter circle is a curve whose handles are 0.5523 of the radius long. */
function rounded(x: number, y: number, width: number, height: number, radius: number): string {
  const handle = radius * (1 - 0.5523);
  const [right, top] = [x + width, y + height];
  const n = (...values: number[]) => values.map((value) => number(value)).join(" ");
  return [
    `${n(x + radius, y)} m ${n(right - radius, y)} l`,
    `${n(right - handle, y, right, y + handle, right, y + radius)} c ${n(right, top - radius)} l`,
    `${n(right, top - handle, right - handle, top, right - radius, top)} c ${n(x + radius, top)} l`,
    `${n(x + handle, top, x, top - handle, x, top - radius)} c ${n(x, y + radius)} l`,
    `${n(x, y + handle, x + handle, y, x + radius, y)} c h`,
  ].join(" ");
}

function unknownDrawing(drawing: never): never {
  throw new Error(`Unknown drawing ${JSON.stringify(drawing)}`);
}
