/** The header of a PNG. @see https://www.w3.org/TR/png-3/#11IHDR */
export interface Header {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Bits of a sample. */
  readonly depth: number;
  readonly colourType: ColourType;
  readonly isInterlaced: boolean;
}

/** Grey, RGB, palette, grey with alpha, RGB with alpha. */
export type ColourType = 0 | 2 | 3 | 4 | 6;

/** Samples of a pixel. */
export const channelsOf: Readonly<Record<ColourType, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Bits that a sample may have. */
const depths: Readonly<Record<ColourType, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** Reads the 13 bytes of a header; undefined when they are not those of a PNG. */
export function parseHeader(body: Uint8Array): Header | undefined {
  if (body.length !== 13) return undefined;
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const [depth = 0, colourType = 0, compression, filter, interlace = 0] = body.subarray(8);
  if (!isColourType(colourType) || !depths[colourType].includes(depth)) return undefined;
  if (compression !== 0 || filter !== 0 || interlace > 1) return undefined;
  return { width: view.getUint32(0), height: view.getUint32(4), depth, colourType, isInterlaced: interlace === 1 };
}

function isColourType(value: number): value is ColourType {
  return Object.hasOwn(channelsOf, value);
}

/** Every `stepX`-th and `stepY`-th pixel from (`x`, `y`) on, stored as a picture of its own. */
export interface Pass {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly width: number;
  readonly height: number;
  /** Bytes of a row, without the one that names its filter. */
  readonly stride: number;
}

/** The passes in which a picture is stored: seven when it is interlaced. */
export function passesOf({ width, height, depth, colourType, isInterlaced }: Header): Pass[] {
  const bits = depth * channelsOf[colourType];
  const starts = isInterlaced ? adam7 : ([[0, 0, 1, 1]] as const);
  return starts
    .map(([x, y, stepX, stepY]) => {
      const columns = Math.max(0, Math.ceil((width - x) / stepX));
      const rows = Math.max(0, Math.ceil((height - y) / stepY));
      return { x, y, stepX, stepY, width: columns, height: rows, stride: Math.ceil((columns * bits) / 8) };
    })
    .filter((pass) => pass.width > 0 && pass.height > 0);
}

/** Start and step in x and y. @see https://www.w3.org/TR/png-3/#8Interlace */
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
