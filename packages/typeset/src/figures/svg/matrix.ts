export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Reads an SVG `transform`. */
export function parseTransform(text: string | undefined): Matrix {
  let matrix = identity;
  for (const [, name = "", list = ""] of (text ?? "").matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const values = list
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    if (values.some((value) => !Number.isFinite(value))) continue;
    matrix = multiply(matrix, step(name, values));
  }
  return matrix;
}

function step(name: string, values: readonly number[]): Matrix {
  const at = (index: number, otherwise = 0) => values[index] ?? otherwise;
  switch (name) {
    case "translate":
      return [1, 0, 0, 1, at(0), at(1)];
    case "scale":
      return [at(0, 1), 0, 0, at(1, at(0, 1)), 0, 0];
    case "rotate": {
      const angle = (at(0) * Math.PI) / 180;
      const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
      const turn: Matrix = [cos, sin, -sin, cos, 0, 0];
      return multiply(multiply([1, 0, 0, 1, at(1), at(2)], turn), [1, 0, 0, 1, -at(1), -at(2)]);
    }
    case "skewX":
      return [1, 0, Math.tan((at(0) * Math.PI) / 180), 1, 0, 0];
    case "skewY":
      return [1, Math.tan((at(0) * Math.PI) / 180), 0, 1, 0, 0];
    case "matrix":
      return values.length === 6 ? (values as unknown as Matrix) : identity;
    default:
      return identity;
  }
}
