import { numberAt, skipSeparator } from "../css/numbers.ts";
import { arc } from "./arc.ts";
import type { Segment } from "./segment.ts";

/** Path data, read. */
export interface PathData {
  readonly segments: readonly Segment[];
  /** Index of the last segment of each command: an arc is several curves. */
  readonly vertices: readonly number[];
  /** Offset of the first fault; absent when there is none. */
  readonly faultAt?: number;
}

/** The outline of SVG path data as lines and cubic curves, up to the first fault, as SVG asks. */
export function parsePath(data: string): readonly Segment[] {
  return readPath(data).segments;
}

/** Reads SVG path data. @see https://www.w3.org/TR/SVG2/paths.html#PathDataBNF */
export function readPath(data: string): PathData {
  const segments: Segment[] = [];
  const vertices: number[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  /** Last control point, for the smooth commands, and the command it belongs to. */
  let [controlX, controlY, last] = [0, 0, ""];
  const curve = (x1: number, y1: number, x2: number, y2: number, endX: number, endY: number) =>
    segments.push(["C", x1, y1, x2, y2, endX, endY]);

  const faultAt = readCommands(data, (command, values) => {
    const kind = command.toLowerCase();
    const [dx, dy] = kind === command ? [x, y] : [0, 0];
    const at = (index: number) => values[index] ?? 0;
    const [fromX, fromY] = [x, y];
    switch (kind) {
      case "m":
        [x, y] = [at(0) + dx, at(1) + dy];
        [startX, startY] = [x, y];
        segments.push(["M", x, y]);
        break;
      case "l":
        [x, y] = [at(0) + dx, at(1) + dy];
        segments.push(["L", x, y]);
        break;
      case "h":
        x = at(0) + dx;
        segments.push(["L", x, y]);
        break;
      case "v":
        y = at(0) + dy;
        segments.push(["L", x, y]);
        break;
      case "c":
        [controlX, controlY] = [at(2) + dx, at(3) + dy];
        [x, y] = [at(4) + dx, at(5) + dy];
        curve(at(0) + dx, at(1) + dy, controlX, controlY, x, y);
        break;
      case "s": {
        const isSmooth = last === "c" || last === "s";
        const [x1, y1] = isSmooth ? [2 * x - controlX, 2 * y - controlY] : [x, y];
        [controlX, controlY] = [at(0) + dx, at(1) + dy];
        [x, y] = [at(2) + dx, at(3) + dy];
        curve(x1, y1, controlX, controlY, x, y);
        break;
      }
      case "q":
      case "t": {
        if (kind === "q") [controlX, controlY] = [at(0) + dx, at(1) + dy];
        else if (last === "q" || last === "t") [controlX, controlY] = [2 * x - controlX, 2 * y - controlY];
        else [controlX, controlY] = [x, y];
        [x, y] = kind === "q" ? [at(2) + dx, at(3) + dy] : [at(0) + dx, at(1) + dy];
        const third = (end: number, control: number) => end + (2 / 3) * (control - end);
        curve(third(fromX, controlX), third(fromY, controlY), third(x, controlX), third(y, controlY), x, y);
        break;
      }
      case "a":
        [x, y] = [at(5) + dx, at(6) + dy];
        segments.push(...arc(fromX, fromY, at(0), at(1), at(2), at(3) !== 0, at(4) !== 0, x, y));
        break;
      case "z":
        [x, y] = [startX, startY];
        segments.push(["Z"]);
        break;
    }
    vertices.push(segments.length - 1);
    last = kind;
  });
  return { segments, vertices, ...(faultAt === undefined ? {} : { faultAt }) };
}

/** Numbers that each command takes. */
const counts: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

/** Calls `draw` for each command with its numbers; returns the offset of the first fault. */
function readCommands(data: string, draw: (command: string, values: readonly number[]) => void): number | undefined {
  let at = skipSpace(data, 0);
  let isFirst = true;
  while (at < data.length) {
    const letter = data[at] ?? "";
    const count = counts[letter.toLowerCase()];
    if (count === undefined || (isFirst && letter.toLowerCase() !== "m")) return at;
    isFirst = false;
    at = skipSpace(data, at + 1);
    if (count === 0) {
      draw(letter, []);
      continue;
    }
    let command = letter;
    // The letter of a command that is repeated may be left out.
    do {
      const values: number[] = [];
      while (values.length < count) {
        const isFlag = count === 7 && (values.length === 3 || values.length === 4);
        const found = isFlag ? flagAt(data, at) : numberAt(data, at);
        if (!found) return at;
        values.push(found.value);
        at = values.length < count ? skipSeparator(data, found.end) : found.end;
      }
      draw(command, values);
      if (command === "m") command = "l";
      if (command === "M") command = "L";
      at = skipSeparator(data, at);
    } while (at < data.length && counts[(data[at] ?? "").toLowerCase()] === undefined);
  }
  return undefined;
}

/** Flags are one digit, and need no space after them. */
function flagAt(data: string, at: number): { value: number; end: number } | undefined {
  const digit = data[at];
  return digit === "0" || digit === "1" ? { value: Number(digit), end: at + 1 } : undefined;
}

const space = /\s*/y;

function skipSpace(text: string, at: number): number {
  space.lastIndex = at;
  space.exec(text);
  return space.lastIndex;
}
