import type { Segment } from "./segment.ts";

/** An elliptical arc as cubic curves. @see SVG 1.1, appendix F.6 */
export function arc(
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
  if (x1 === x2 && y1 === y2) return [];
  if (rx === 0 || ry === 0) return [["L", x2, y2]];
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
  // Radii whose squares underflow to 0 give a straight line.
  if (![centreX, centreY, start, turn].every(Number.isFinite)) return [["L", x2, y2]];
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
