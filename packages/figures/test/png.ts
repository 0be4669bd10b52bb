import { deflate } from "pako";
import { crc32 } from "../src/png/crc32.ts";
import { type ColourType, channelsOf, type Header, passesOf } from "../src/png/header.ts";

/** A PNG of any kind, from the samples of its pixels. */
export interface PngSource {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colourType: ColourType;
  readonly isInterlaced?: boolean;
  /** Sample `channel` of pixel (x, y), as it is stored. */
  readonly sample: (x: number, y: number, channel: number) => number;
  readonly palette?: readonly number[];
  readonly transparency?: readonly number[];
  /** Filter of a row; none by default. */
  readonly filter?: (row: number) => number;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function png(source: PngSource): Uint8Array {
  return pngOf([
    ["IHDR", headerOf(source)],
    ...(source.palette ? [["PLTE", source.palette] as const] : []),
    ...(source.transparency ? [["tRNS", source.transparency] as const] : []),
    ["IDAT", deflate(Uint8Array.from(rowsOf(source)))],
    ["IEND", []],
  ]);
}

export function pngOf(chunks: readonly (readonly [type: string, body: Iterable<number>])[]): Uint8Array {
  return Uint8Array.from([...signature, ...chunks.flatMap(([type, body]) => chunk(type, [...body]))]);
}

function chunk(type: string, body: readonly number[]): number[] {
  const named = [...new TextEncoder().encode(type), ...body];
  return [...bytesOf(body.length, 4), ...named, ...bytesOf(crc32(Uint8Array.from(named)), 4)];
}

export function headerOf({
  width,
  height,
  depth,
  colourType,
  isInterlaced = false,
}: Omit<PngSource, "sample">): number[] {
  return [...bytesOf(width, 4), ...bytesOf(height, 4), depth, colourType, 0, 0, Number(isInterlaced)];
}

function bytesOf(value: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => (value / 2 ** (8 * (count - 1 - index))) & 255);
}

/** The rows of all passes, filtered; written from the specification, not from the reader. */
export function rowsOf(source: PngSource): number[] {
  const { depth, colourType, isInterlaced = false, filter = () => 0 } = source;
  const channels = channelsOf[colourType];
  const header: Header = { ...source, isInterlaced };
  const back = Math.max(1, (channels * depth) >> 3);
  return passesOf(header).flatMap((pass) => {
    let above: readonly number[] = [];
    return Array.from({ length: pass.height }, (_, row) => {
      const bits: string[] = [];
      for (let column = 0; column < pass.width; column++) {
        for (let channel = 0; channel < channels; channel++) {
          const sample = source.sample(pass.x + column * pass.stepX, pass.y + row * pass.stepY, channel);
          bits.push(sample.toString(2).padStart(depth, "0"));
        }
      }
      const line = bits.join("").match(/.{1,8}/g) ?? [];
      const plain = line.map((byte) => Number.parseInt(byte.padEnd(8, "0"), 2));
      const kind = filter(row);
      const stored = plain.map((byte, index) => {
        const [left, up, corner] = [plain[index - back] ?? 0, above[index] ?? 0, above[index - back] ?? 0];
        return (byte - predicted(kind, left, up, corner)) & 255;
      });
      above = plain;
      return [kind, ...stored];
    }).flat();
  });
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const nearest = [left, up, corner].toSorted((a, b) => Math.abs(guess - a) - Math.abs(guess - b))[0] ?? 0;
  return [0, left, up, (left + up) >> 1, nearest][filter] ?? 0;
}
