import {
  capitalize,
  describe,
  differentShapes,
  flatten,
  type Identity,
  isIdentity,
  isList,
  isMatrix,
  isSet,
  isSquareMatrix,
  isVector,
  makeSet,
  mapNumbers,
  shapeOf,
  toNumber,
  type Value,
  ValueError,
  zipNumbers,
} from "./value.ts";

export function add(left: Value, right: Value, sign: 1 | -1): Value {
  if (isIdentity(left) && isIdentity(right)) return { kind: "identity", scale: left.scale + sign * right.scale };
  const a = isIdentity(left) ? expand(left, right) : left;
  const b = isIdentity(right) ? expand(right, left) : right;
  const isMixed = isList(a) !== isList(b);
  if (isMixed && (isMatrix(a) || isMatrix(b))) throw differentShapes(a, b);
  return zipNumbers(a, b, (x, y) => x + sign * y);
}

/** `I` takes the size of the square matrix that it is added to. */
function expand(identity: Identity, other: Value): Value {
  if (!isSquareMatrix(other)) throw new ValueError(`\`I\` needs a square matrix: the other is ${describe(other)}`);
  return other.map((row, i) => row.map((_, j) => (i === j ? identity.scale : 0)));
}

export function negate(value: Value): Value {
  return isIdentity(value) ? { ...value, scale: -value.scale } : mapNumbers(value, (x) => -x);
}

/** The product of two values side by side: a number times anything, or a matrix product. */
export function multiply(left: Value, right: Value): Value {
  if (isIdentity(left)) return scaleBy(right, left.scale);
  if (isIdentity(right)) return scaleBy(left, right.scale);
  if (typeof left === "number" || typeof right === "number") return zipNumbers(left, right, (x, y) => x * y);
  return multiplyMatrices(left, right);
}

function scaleBy(value: Value, scale: number): Value {
  if (typeof value === "number") return { kind: "identity", scale: value * scale };
  if (isIdentity(value)) return { kind: "identity", scale: value.scale * scale };
  return mapNumbers(value, (x) => x * scale);
}

function multiplyMatrices(left: Value, right: Value): Value {
  if (isVector(left) && isVector(right)) {
    throw new ValueError("Two vectors side by side have no product: write `a^\\top b`, `a \\cdot b` or `a \\odot b`");
  }
  const rows = isVector(left) ? left.map((x) => [x]) : left;
  const columns = isVector(right) ? right.map((x) => [x]) : right;
  if (!isMatrix(rows) || !isMatrix(columns)) {
    throw new ValueError(`${capitalize(describe(left))} cannot be multiplied by ${describe(right)}`);
  }
  const inner = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== inner) || inner !== columns.length) {
    throw new ValueError(
      `These shapes cannot be multiplied, ${shapeOf(left)} times ${shapeOf(right)}: correct a value, or transpose one`,
    );
  }
  const width = columns[0]?.length ?? 0;
  const product = rows.map((row) =>
    Array.from({ length: width }, (_, j) => row.reduce((sum, x, k) => sum + x * (columns[k]?.[j] ?? 0), 0)),
  );
  if (!isVector(right)) return product;
  const column = product.map((row) => row[0] ?? 0);
  return column.length === 1 ? (column[0] ?? 0) : column;
}

/** `a \cdot b`: the inner product of two vectors, else the product. */
export function dot(left: Value, right: Value): Value {
  if (!isVector(left) || !isVector(right)) return multiply(left, right);
  return flatten(zipNumbers(left, right, (x, y) => x * y)).reduce((sum, x) => sum + x, 0);
}

export function divide(left: Value, right: Value): Value {
  if (isIdentity(left)) return { ...left, scale: left.scale / toNumber(right) };
  if (flatten(right).includes(0)) throw new ValueError("The divisor is zero: change the numbers of the example");
  if (isMatrix(right)) throw new ValueError("A matrix is no divisor: multiply by its inverse, `A^{-1}`");
  return zipNumbers(left, right, (x, y) => x / y);
}

export function power(base: Value, exponent: Value): Value {
  if (isIdentity(base)) return { ...base, scale: base.scale ** toNumber(exponent) };
  if (isMatrix(base)) return powerOfMatrix(base, exponent);
  const result = zipNumbers(base, exponent, (x, y) => x ** y);
  if (flatten(result).some(Number.isNaN)) throw negativeRoot();
  return result;
}

export function negativeRoot(): ValueError {
  return new ValueError("The root of a negative number is not real: change the numbers of the example");
}

function powerOfMatrix(base: number[][], exponent: Value): Value {
  if (exponent === -1) return invert(base);
  const isWhole = typeof exponent === "number" && Number.isInteger(exponent) && exponent >= 1 && exponent <= 64;
  if (!isWhole) throw new ValueError("A matrix has no such power: use -1 or a whole number from 1 to 64");
  return Array.from({ length: exponent - 1 }).reduce<Value>((product) => multiply(product, base), base);
}

/** Gauss-Jordan elimination with partial pivoting. */
export function invert(matrix: number[][]): number[][] {
  const size = matrix.length;
  if (!isSquareMatrix(matrix)) throw notSquare("an inverse", matrix);
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  const largest = Math.max(...flatten(matrix).map(Math.abs));
  for (let column = 0; column < size; column += 1) {
    const pivot = pivotRow(rows, column);
    const [head, other] = [rows[pivot] ?? [], rows[column] ?? []];
    const lead = head[column] ?? 0;
    if (Math.abs(lead) <= 1e-12 * largest) throw singular();
    rows[pivot] = other;
    rows[column] = head.map((x) => x / lead);
    for (let i = 0; i < size; i += 1) {
      const factor = rows[i]?.[column] ?? 0;
      if (i !== column) rows[i] = (rows[i] ?? []).map((x, j) => x - factor * (rows[column]?.[j] ?? 0));
    }
  }
  return rows.map((row) => row.slice(size));
}

function singular(): ValueError {
  return new ValueError("The matrix is singular and has no inverse: change the numbers of the example");
}

export function notSquare(what: string, value: Value): ValueError {
  return new ValueError(`Only a square matrix has ${what}: this is ${describe(value)}`);
}

function pivotRow(rows: readonly number[][], column: number): number {
  const size = (row: number) => Math.abs(rows[row]?.[column] ?? 0);
  let best = column;
  for (let row = column; row < rows.length; row += 1) if (size(row) > size(best)) best = row;
  return best;
}

export function determinant(matrix: Value): number {
  if (!isSquareMatrix(matrix)) throw notSquare("a determinant", matrix);
  const rows = matrix.map((row) => [...row]);
  let result = 1;
  for (let column = 0; column < rows.length; column += 1) {
    const pivot = pivotRow(rows, column);
    const [head, other] = [rows[pivot] ?? [], rows[column] ?? []];
    if (pivot !== column) result = -result;
    rows[pivot] = other;
    rows[column] = head;
    const lead = head[column] ?? 0;
    result *= lead;
    if (lead === 0) return 0;
    for (let i = column + 1; i < rows.length; i += 1) {
      const factor = (rows[i]?.[column] ?? 0) / lead;
      rows[i] = (rows[i] ?? []).map((x, j) => x - factor * (head[j] ?? 0));
    }
  }
  return result;
}

export function transpose(value: Value): Value {
  if (typeof value === "number" || isIdentity(value)) return value;
  if (isVector(value)) return [[...value]];
  if (!isMatrix(value)) {
    throw new ValueError(`Only a vector or a matrix has a transpose: this is ${describe(value)}`);
  }
  return (value[0] ?? []).map((_, j) => value.map((row) => row[j] ?? 0));
}

/** `\|x\|_p`; a matrix has only p = "F". */
export function norm(value: Value, p: number | "F"): number {
  const sizes = flatten(value).map(Math.abs);
  if (isMatrix(value) && p !== "F") throw new ValueError("The norm of a matrix needs its kind: write `\\|A\\|_F`");
  if (p === Number.POSITIVE_INFINITY) return Math.max(...sizes);
  const order = p === "F" ? 2 : p;
  if (!(order >= 1)) throw new ValueError(`A norm has no order ${order}: use 1 or more`);
  return sizes.reduce((sum, x) => sum + x ** order, 0) ** (1 / order);
}

/** `|x|`: the absolute value of a number, the number of elements of a set. */
export function absolute(value: Value): number {
  if (typeof value === "number") return Math.abs(value);
  if (isSet(value)) return value.items.length;
  throw new ValueError(
    `Single bars take a number or a set: this is ${describe(value)}, write \`\\|x\\|\` for its norm`,
  );
}

/** Union, intersection and difference. */
export function combineSets(left: Value, right: Value, operator: "\\cup" | "\\cap" | "\\setminus"): Value {
  if (!isSet(left) || !isSet(right)) {
    const other = isSet(left) ? right : left;
    throw new ValueError(`\`${operator}\` joins two sets: one of these is ${describe(other)}`);
  }
  if (operator === "\\cup") return makeSet([...left.items, ...right.items]);
  const inRight = new Set(right.items.map((item) => JSON.stringify(item)));
  const wanted = operator === "\\cap";
  return makeSet(left.items.filter((item) => inRight.has(JSON.stringify(item)) === wanted));
}
