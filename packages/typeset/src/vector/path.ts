/** One step of an outline, in absolute coordinates. */
export type Segment =
  | readonly ["M", number, number]
  | readonly ["L", number, number]
  | readonly ["C", number, number, number, number, number, number]
  | readonly ["Z"];

/** Numbers that each SVG path command takes. */
const counts: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

const known = new Map<string, readonly Segment[]>();

/** Reads SVG path data into absolute lines and cubic curves; reading stops at the first fault, as SVG asks. */
export function parsePath(data: string): readonly Segment[] {
  let segments = known.get(data);
  if (!segments) {
    segments = readPath(data);
    if (known.size > 2000) known.clear();
    known.set(data, segments);
  }
  return segments;
}

function readPath(data: string): Segment[] {
  const out: Segment[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  /** Last control point, for the smooth commands, and the command it belongs to. */
  let [controlX, controlY, last] = [0, 0, ""];
  const curve = (x1: number, y1: number, x2: number, y2: number, endX: number, endY: number) =>
    out.push(["C", x1, y1, x2, y2, endX, endY]);

  for (const [command, values] of commands(data)) {
    const isRelative = command === command.toLowerCase();
    const [dx, dy] = isRelative ? [x, y] : [0, 0];
    const at = (index: number) => values[index] ?? 0;
    const kind = command.toLowerCase();
    const [fromX, fromY] = [x, y];
    switch (kind) {
      case "m":
        [x, y] = [at(0) + dx, at(1) + dy];
        [startX, startY] = [x, y];
        out.push(["M", x, y]);
        break;
      case "l":
        [x, y] = [at(0) + dx, at(1) + dy];
        out.push(["L", x, y]);
        break;
      case "h":
        x = at(0) + dx;
        out.push(["L", x, y]);
        break;
      case "v":
        y = at(0) + dy;
        out.push(["L", x, y]);
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
        out.push(...arc(fromX, fromY, at(0), at(1), at(2), at(3) !== 0, at(4) !== 0, x, y));
        break;
      case "z":
        [x, y] = [startX, startY];
        out.push(["Z"]);
        break;
    }
    last = kind;
  }
  return out;
}

/** The commands of path data with their numbers; a repeated command letter may be left out. */
function* commands(data: string): Generator<[string, number[]]> {
  const pattern = /([a-zA-Z])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/y;
  const skip = /[\s,]*/y;
  let position = 0;
  let command = "";
  let values: number[] = [];
  while (true) {
    skip.lastIndex = position;
    skip.exec(data);
    position = skip.lastIndex;
    const isFlag = command.toLowerCase() === "a" && (values.length === 3 || values.length === 4);
    if (isFlag && (data[position] === "0" || data[position] === "1")) {
      values.push(Number(data[position]));
      position += 1;
      continue;
    }
    pattern.lastIndex = position;
    const match = pattern.exec(data);
    if (!match) return;
    position = pattern.lastIndex;
    if (match[1]) {
      command = match[1];
      values = [];
      const count = counts[command.toLowerCase()];
      if (count === undefined) return;
      if (count === 0) yield [command, []];
      continue;
    }
    values.push(Number(match[2]));
    const count = counts[command.toLowerCase()];
    if (!count) return;
    if (values.length === count) {
      yield [command, values];
      values = [];
      if (command === "m") command = "l";
      if (command === "M") command = "L";
    }
  }
}

/** An elliptical arc as cubic curves. @see SVG 1.1, appendix F.6 */
function arc(
  x1: number,
  y1: number,
  radiusX: number,
  radiusY: number,
  degrees: number,
  isLarge: boolean,
  isSweep: boolean,
  x2: number,
  y2: number,
): Segment[] {
  let [rx, ry] = [Math.abs(radiusX), Math.abs(radiusY)];
  if (rx === 0 || ry === 0 || (x1 === x2 && y1 === y2)) return [["L", x2, y2]];
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const [halfX, halfY] = [(x1 - x2) / 2, (y1 - y2) / 2];
  const [px, py] = [cos * halfX + sin * halfY, cos * halfY - sin * halfX];
  const grow = (px * px) / (rx * rx) + (py * py) / (ry * ry);
  if (grow > 1) [rx, ry] = [rx * Math.sqrt(grow), ry * Math.sqrt(grow)];
  const spread = rx * rx * py * py + ry * ry * px * px;
  const root = Math.sqrt(Math.max(0, (rx * rx * ry * ry - spread) / spread)) * (isLarge === isSweep ? -1 : 1);
  const [cx, cy] = [(root * rx * py) / ry, (-root * ry * px) / rx];
  const [centreX, centreY] = [cos * cx - sin * cy + (x1 + x2) / 2, sin * cx + cos * cy + (y1 + y2) / 2];
  const start = Math.atan2((py - cy) / ry, (px - cx) / rx);
  let turn = Math.atan2((-py - cy) / ry, (-px - cx) / rx) - start;
  if (isSweep && turn < 0) turn += 2 * Math.PI;
  if (!isSweep && turn > 0) turn -= 2 * Math.PI;
  const parts = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
  const step = turn / parts;
  const reach = (4 / 3) * Math.tan(step / 4);
  const point = (angle: number, along: number): [number, number] => {
    const [ux, uy] = [Math.cos(angle) - along * Math.sin(angle), Math.sin(angle) + along * Math.cos(angle)];
    return [centreX + rx * ux * cos - ry * uy * sin, centreY + rx * ux * sin + ry * uy * cos];
  };
  const out: Segment[] = [];
  for (let part = 0; part < parts; part++) {
    const [from, to] = [start + part * step, start + (part + 1) * step];
    const end = part === parts - 1 ? [x2, y2] : point(to, 0);
    out.push(["C", ...point(from, reach), ...point(to, -reach), end[0] ?? x2, end[1] ?? y2]);
  }
  return out;
}
