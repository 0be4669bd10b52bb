import type { Face } from "../fonts/face.ts";
import type { FormulaPart } from "../math/formula.ts";
import type { MathMark } from "../math/mark.ts";
import { greyOf, hexColour } from "../vector/colour.ts";
import { parsePath, type Segment } from "../vector/path.ts";
import { number, rgb } from "./syntax.ts";
import type { TextEncoder } from "./text.ts";

/** Operators that draw a formula in 1/1000 em, and the fonts they need. */
export interface MathOperators {
  readonly text: string;
  readonly faces: readonly Face[];
}

/** Glyphs on one baseline that one TJ can show. */
interface Run {
  readonly face: Face;
  readonly y: number;
  readonly size: number;
  readonly colour: string | undefined;
  readonly isHeavy: boolean;
  readonly x: number;
  operand: string;
  end: number;
}

/** The operators of a part of a formula; they depend neither on its place nor on its size. */
export function mathOperators(
  part: FormulaPart,
  encoder: TextEncoder,
  widthOf: (face: Face, text: string) => number,
  isGrey: boolean,
): MathOperators {
  const out: string[] = [];
  const faces = new Set<Face>();
  let run: Run | undefined;

  const flush = () => {
    if (!run) return;
    faces.add(run.face);
    const show = `BT /${encoder.use(run.face)} ${mil(run.size)} Tf ${mil(run.x)} ${mil(run.y)} Td [${run.operand}] TJ ET`;
    const heavy = run.isHeavy ? `2 Tr ${mil(0.03 * run.size)} w ` : "";
    out.push(painted(`${heavy}${show}`, run.colour, isGrey, run.isHeavy));
    run = undefined;
  };

  for (const mark of part.marks) {
    if (mark.kind !== "glyphs") {
      flush();
      out.push(...drawMark(mark, encoder, widthOf, isGrey, faces));
      continue;
    }
    const { face, text, x, y, size, colour } = mark;
    const isHeavy = mark.isHeavy ?? false;
    const operand = encoder.encode(face, text);
    const end = x + widthOf(face, text) * size;
    const isNear = run && run.face === face && run.size === size && run.colour === colour && run.isHeavy === isHeavy;
    if (run && isNear && Math.abs(run.y - y) < 1e-6 && x - run.end < 3 && x - run.end > -1.2) {
      const gap = Math.round(((x - run.end) / size) * 1000);
      run.operand += `${gap ? -gap : ""}${operand}`;
      run.end = end;
    } else {
      flush();
      run = { face, y, size, colour, isHeavy, x, operand, end };
    }
  }
  flush();
  return { text: out.join("\n"), faces: [...faces] };
}

function drawMark(
  mark: Exclude<MathMark, { kind: "glyphs" }>,
  encoder: TextEncoder,
  widthOf: (face: Face, text: string) => number,
  isGrey: boolean,
  faces: Set<Face>,
): string[] {
  switch (mark.kind) {
    case "rule": {
      if (mark.colour === "transparent") return [];
      if (mark.isDashed) return [dashedRule(mark, isGrey)];
      const box = `${mil(mark.x)} ${mil(mark.y)} ${mil(mark.width)} ${mil(mark.height)} re f`;
      return [painted(box, mark.colour, isGrey)];
    }
    case "frame": {
      const { x, y, width, height, thickness } = mark;
      const inset = thickness / 2;
      const box = [x + inset, y + inset, width - thickness, height - thickness].map(mil).join(" ");
      return [painted(`${mil(thickness)} w ${box} re S`, mark.colour, isGrey, true)];
    }
    case "stroke": {
      const line = `${mil(mark.from[0])} ${mil(mark.from[1])} m ${mil(mark.to[0])} ${mil(mark.to[1])} l S`;
      return [painted(`${mil(mark.thickness)} w ${line}`, mark.colour, isGrey, true)];
    }
    case "outline": {
      if (mark.colour === "transparent") return [];
      const { clip, scaleX, scaleY, x, y } = mark;
      // Arrowheads reach a little over and under the box that KaTeX gives them.
      const area = [clip.x, clip.y - 0.2, clip.width, clip.height + 0.4].map(mil).join(" ");
      const matrix = [scaleX * 1000, 0, 0, -scaleY * 1000].map((value) => number(value, 5)).join(" ");
      const place = `${matrix} ${mil(x)} ${mil(y)} cm`;
      const body = `q ${area} re W n ${place} ${pathOperators(parsePath(mark.path), 1)} f Q`;
      return [painted(body, mark.colour, isGrey)];
    }
    case "mirror": {
      const inner = mathOperators({ width: 0, height: 0, depth: 0, marks: mark.marks }, encoder, widthOf, isGrey);
      for (const face of inner.faces) faces.add(face);
      return [`q -1 0 0 1 ${mil(2 * mark.axis)} 0 cm ${inner.text} Q`];
    }
    default:
      return unknownMark(mark);
  }
}

function dashedRule(mark: MathMark & { kind: "rule" }, isGrey: boolean): string {
  const isUpright = mark.height > mark.width;
  const thickness = Math.min(mark.width, mark.height);
  const [x, y] = [mark.x + (isUpright ? thickness / 2 : 0), mark.y + (isUpright ? 0 : thickness / 2)];
  const end = isUpright ? [x, y + mark.height] : [x + mark.width, y];
  const line = `${mil(x)} ${mil(y)} m ${mil(end[0] ?? x)} ${mil(end[1] ?? y)} l S`;
  return painted(`[${mil(thickness * 3)}] 0 d ${mil(thickness)} w ${line}`, mark.colour, isGrey, true);
}

/** Operators in their own colour; without one they take that of the text around. */
function painted(operators: string, colour: string | undefined, isGrey: boolean, isStroke = false): string {
  const hex = colour === undefined ? undefined : hexColour(colour);
  if (hex === undefined) return isStroke ? `q ${operators} Q` : operators;
  const ink = rgb(isGrey ? greyOf(hex) : hex);
  return `q ${ink} rg ${isStroke ? `${ink} RG ` : ""}${operators} Q`;
}

/** Path segments as operators, with y turned by `sign`. */
export function pathOperators(segments: readonly Segment[], sign: 1 | -1, places = 2): string {
  const point = (x: number, y: number) => `${number(x, places)} ${number(sign * y, places)}`;
  return segments
    .map((segment) => {
      switch (segment[0]) {
        case "M":
          return `${point(segment[1], segment[2])} m`;
        case "L":
          return `${point(segment[1], segment[2])} l`;
        case "C":
          return `${point(segment[1], segment[2])} ${point(segment[3], segment[4])} ${point(segment[5], segment[6])} c`;
        case "Z":
          return "h";
        default:
          return unknownMark(segment);
      }
    })
    .join(" ");
}

/** An em length in 1/1000. */
function mil(value: number): string {
  return String(Math.round(value * 1000));
}

function unknownMark(mark: never): never {
  throw new Error(`Unknown mark ${JSON.stringify(mark)}`);
}
