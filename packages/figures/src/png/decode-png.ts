import type { Bitmap } from "./bitmap.ts";
import { channelsOf, type Header, passesOf } from "./header.ts";

/**
 * Turns the rows of a PNG into pixels.
 *
 * @param rows of all passes, each after the byte that names its filter; they are overwritten
 * @param isGrey whether one channel is enough
 */
export function decodePng(
  rows: Uint8Array,
  header: Header,
  palette: Uint8Array,
  transparency: Uint8Array | undefined,
  isGrey: boolean,
): Bitmap {
  const { width, height, colourType, depth } = header;
  const count = channelsOf[colourType];
  const isColour = colourType === 2 || colourType === 3 || colourType === 6;
  const channels = isColour && !isGrey ? 3 : 1;
  const samples = new Uint8Array(width * height * channels);
  const alpha = new Uint8Array(width * height).fill(255);
  const key = keyOf(header, transparency);
  const stored = [0, 0, 0, 0];

  /** Reads the pixel that is stored as number `column` of a line. */
  function readPixel(line: number, column: number, pixel: number): void {
    for (let channel = 0; channel < count; channel++)
      stored[channel] = sampleAt(rows, line, column * count + channel, depth);
    const [first = 0, second = 0, third = 0, fourth = 0] = stored;
    let [red, green, blue] = [toByte(first, depth), 0, 0];
    if (colourType === 3) {
      [red, green, blue] = [palette[first * 3] ?? 0, palette[first * 3 + 1] ?? 0, palette[first * 3 + 2] ?? 0];
      alpha[pixel] = transparency?.[first] ?? 255;
    } else if (isColour) {
      [green, blue] = [toByte(second, depth), toByte(third, depth)];
      if (colourType === 6) alpha[pixel] = toByte(fourth, depth);
    } else {
      [green, blue] = [red, red];
      if (colourType === 4) alpha[pixel] = toByte(second, depth);
    }
    if (key?.every((sample, channel) => sample === stored[channel])) alpha[pixel] = 0;
    if (channels === 1) samples[pixel] = isColour ? luma(red, green, blue) : red;
    else {
      samples[pixel * 3] = red;
      samples[pixel * 3 + 1] = green;
      samples[pixel * 3 + 2] = blue;
    }
  }

  let at = 0;
  for (const pass of passesOf(header)) {
    unfilter(rows, at, pass.height, pass.stride, Math.max(1, (count * depth) >> 3));
    for (let row = 0; row < pass.height; row++) {
      const line = at + row * (pass.stride + 1) + 1;
      for (let column = 0; column < pass.width; column++) {
        readPixel(line, column, (pass.y + row * pass.stepY) * width + pass.x + column * pass.stepX);
      }
    }
    at += pass.height * (pass.stride + 1);
  }
  const isOpaque = alpha.every((value) => value === 255);
  return { width, height, samples, channels, ...(isOpaque ? {} : { alpha }) };
}

/** The grey that is as light as a colour. @see Rec. 709 */
function luma(red: number, green: number, blue: number): number {
  return Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
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

/** A sample as it is stored. */
function sampleAt(rows: Uint8Array, line: number, index: number, depth: number): number {
  if (depth === 8) return rows[line + index] ?? 0;
  if (depth === 16) return ((rows[line + index * 2] ?? 0) << 8) | (rows[line + index * 2 + 1] ?? 0);
  const bit = index * depth;
  return ((rows[line + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}

/** The samples of the one colour that is transparent in a picture without a palette or alpha. */
function keyOf({ colourType }: Header, transparency: Uint8Array | undefined): readonly number[] | undefined {
  if (!transparency || (colourType !== 0 && colourType !== 2)) return undefined;
  const sample = (index: number) => ((transparency[index * 2] ?? 0) << 8) | (transparency[index * 2 + 1] ?? 0);
  return colourType === 0 ? [sample(0)] : [sample(0), sample(1), sample(2)];
}

/** A sample as a byte. */
function toByte(sample: number, depth: number): number {
  return depth === 8 ? sample : Math.round((sample * 255) / (2 ** depth - 1));
}
