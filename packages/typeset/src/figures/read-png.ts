import { Inflate } from "pako";
import type { Bitmap } from "./bitmap.ts";

/** Pixels that a picture may have: a small file can claim to be huge. */
const mostPixels = 40_000_000;

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colourType: number;
  readonly isInterlaced: boolean;
}

/** Samples a pixel has, by colour type. @see PNG specification, 11.2.2 */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * Decodes a PNG.
 * @throws {Error} whose message says what is wrong with the file.
 */
export function readPng(bytes: Uint8Array, isGrey: boolean): Bitmap {
  const { header, palette, transparency, data } = readChunks(bytes);
  const { width, height } = header;
  const channels = channelsOf[header.colourType];
  if (!channels || ![1, 2, 4, 8, 16].includes(header.depth)) throw new Error("not a valid PNG: unknown colour type");
  if (width * height > mostPixels || width === 0 || height === 0) {
    throw new Error(`a picture of ${width} × ${height} pixels cannot be printed; the most is ${mostPixels} pixels`);
  }
  const bits = channels * header.depth;
  const passes = header.isInterlaced ? adam7(header) : [{ x: 0, y: 0, stepX: 1, stepY: 1, width, height }];
  const expected = passes.reduce((sum, pass) => sum + pass.height * (1 + Math.ceil((pass.width * bits) / 8)), 0);
  const raw = inflate(data, expected);
  if (raw.length < expected) throw new Error("not a valid PNG: the picture ends too early");

  const pixels = new Uint8Array(width * height * channels);
  let at = 0;
  for (const pass of passes) {
    const stride = Math.ceil((pass.width * bits) / 8);
    unfilter(raw, at, pass.height, stride, Math.max(1, bits >> 3));
    for (let row = 0; row < pass.height; row++) {
      const line = at + row * (stride + 1) + 1;
      for (let column = 0; column < pass.width; column++) {
        const pixel = (pass.y + row * pass.stepY) * width + pass.x + column * pass.stepX;
        for (let channel = 0; channel < channels; channel++) {
          pixels[pixel * channels + channel] = sample(raw, line, column * channels + channel, header);
        }
      }
    }
    at += pass.height * (stride + 1);
  }
  return toBitmap(pixels, header, palette, transparency, isGrey);
}

/** The bytes of a picture; a small file can hold far more than its header says. */
function inflate(data: Uint8Array, expected: number): Uint8Array {
  const out = new Uint8Array(expected);
  let at = 0;
  const inflater = new Inflate();
  inflater.onData = (chunk) => {
    if (at + chunk.length > expected) throw new Error("not a valid PNG: it holds more than its header says");
    out.set(chunk, at);
    at += chunk.length;
  };
  inflater.push(data, true);
  if (inflater.err) throw new Error(`not a valid PNG: ${inflater.msg || "its data is broken"}`);
  return out.subarray(0, at);
}

function readChunks(bytes: Uint8Array) {
  const signature = [137, 80, 78, 71, 13, 10, 26, 10];
  if (signature.some((byte, index) => bytes[index] !== byte)) throw new Error("not a PNG file");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: Header | undefined;
  let palette: Uint8Array = new Uint8Array();
  let transparency: Uint8Array | undefined;
  const parts: Uint8Array[] = [];
  let at = 8;
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (type === "IHDR" && body.length >= 13) {
      const [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
      header = { width, height, depth: body[8] ?? 0, colourType: body[9] ?? 0, isInterlaced: body[12] === 1 };
    } else if (type === "PLTE") palette = body;
    else if (type === "tRNS") transparency = body;
    else if (type === "IDAT") parts.push(body);
    else if (type === "IEND") break;
    at += 12 + length;
  }
  if (!header) throw new Error("not a valid PNG: no header");
  const data = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    data.set(part, filled);
    filled += part.length;
  }
  return { header, palette, transparency, data };
}

interface Pass {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly width: number;
  readonly height: number;
}

/** The seven passes of an interlaced picture: start and step in x and y. */
function adam7({ width, height }: Header): Pass[] {
  const starts = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ] as const;
  return starts
    .map(([x, y, stepX, stepY]) => {
      const [columns, rows] = [Math.ceil((width - x) / stepX), Math.ceil((height - y) / stepY)];
      return { x, y, stepX, stepY, width: Math.max(0, columns), height: Math.max(0, rows) };
    })
    .filter((pass) => pass.width > 0 && pass.height > 0);
}

/** Undoes the filters of the rows, in place. @see PNG specification, 9.2 */
function unfilter(raw: Uint8Array, start: number, rows: number, stride: number, back: number): void {
  for (let row = 0; row < rows; row++) {
    const at = start + row * (stride + 1);
    const filter = raw[at] ?? 0;
    for (let index = 0; index < stride; index++) {
      const here = at + 1 + index;
      const left = index >= back ? (raw[here - back] ?? 0) : 0;
      const up = row > 0 ? (raw[here - stride - 1] ?? 0) : 0;
      const corner = row > 0 && index >= back ? (raw[here - stride - 1 - back] ?? 0) : 0;
      raw[here] = (raw[here] ?? 0) + prediction(filter, left, up, corner);
    }
  }
}

function prediction(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const guess = left + up - corner;
      const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      if (toLeft <= toUp && toLeft <= toCorner) return left;
      return toUp <= toCorner ? up : corner;
    }
    default:
      return 0;
  }
}

/** A sample as a byte; an index of the palette stays as it is. */
function sample(raw: Uint8Array, line: number, index: number, { depth, colourType }: Header): number {
  if (depth === 8) return raw[line + index] ?? 0;
  if (depth === 16) return raw[line + index * 2] ?? 0;
  const bit = index * depth;
  const value = ((raw[line + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  return colourType === 3 ? value : (value * 255) / ((1 << depth) - 1);
}

function toBitmap(
  pixels: Uint8Array,
  { width, height, colourType, depth }: Header,
  palette: Uint8Array,
  transparency: Uint8Array | undefined,
  isGrey: boolean,
): Bitmap {
  const count = width * height;
  const from = channelsOf[colourType] ?? 1;
  const isColour = colourType === 2 || colourType === 3 || colourType === 6;
  const channels = isColour && !isGrey ? 3 : 1;
  const samples = new Uint8Array(count * channels);
  const alpha = new Uint8Array(count).fill(255);
  // One colour can be named as transparent; its samples have two bytes each.
  const keyShift = depth === 16 ? 0 : 1;
  const scale = depth < 8 ? 255 / ((1 << depth) - 1) : 1;
  const keyed = (channel: number) => (transparency?.[channel * 2 + keyShift] ?? -1) * scale;
  for (let index = 0; index < count; index++) {
    const at = index * from;
    const first = pixels[at] ?? 0;
    let [red, green, blue] = [first, first, first];
    if (colourType === 3) {
      [red, green, blue] = [palette[first * 3] ?? 0, palette[first * 3 + 1] ?? 0, palette[first * 3 + 2] ?? 0];
      alpha[index] = transparency?.[first] ?? 255;
    } else if (colourType === 2 || colourType === 6) {
      [green, blue] = [pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
      if (colourType === 6) alpha[index] = pixels[at + 3] ?? 255;
      else if (transparency && red === keyed(0) && green === keyed(1) && blue === keyed(2)) alpha[index] = 0;
    } else if (colourType === 4) alpha[index] = pixels[at + 1] ?? 255;
    else if (transparency && first === keyed(0)) alpha[index] = 0;
    if (channels === 3) samples.set([red, green, blue], index * 3);
    else samples[index] = Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  }
  const isOpaque = alpha.every((value) => value === 255);
  return { width, height, samples, channels, ...(isOpaque ? {} : { alpha }) };
}
