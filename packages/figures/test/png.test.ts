import { deflate } from "pako";
import { describe, expect, test } from "vitest";
import { type Bitmap, readFigure } from "../src/index.ts";
import { headerOf, type PngSource, png, pngOf, rowsOf } from "./png.ts";

const read = (bytes: Uint8Array) => readFigure("figures/a.png", bytes);

function decode(source: PngSource, isGrey = false): Bitmap {
  const { drawing, figure, faults } = read(png(source));
  expect(faults).toEqual([]);
  expect(figure).toMatchObject({ mediaType: "image/png", width: source.width, height: source.height });
  if (drawing?.kind !== "bitmap") throw new Error("No bitmap");
  return drawing.decode(isGrey);
}

/** Pixels as lists of their bytes, alpha last. */
function pixelsOf({ width, height, channels, samples, alpha }: Bitmap): number[][] {
  return Array.from({ length: width * height }, (_, pixel) => [
    ...samples.subarray(pixel * channels, (pixel + 1) * channels),
    alpha?.[pixel] ?? 255,
  ]);
}

// Seven by five: no side is a multiple of eight, and every pass of an interlaced picture has pixels.
const size = { width: 7, height: 5 };
const places = Array.from({ length: 35 }, (_, index) => [index % 7, Math.floor(index / 7)] as const);
const kinds = [0, 1, 2, 3, 4] as const;

describe.each([false, true])("a PNG, interlaced: %s", (isInterlaced) => {
  test.each([1, 2, 4, 8, 16])("grey of %i bits", (depth) => {
    const most = 2 ** depth - 1;
    const sample = (x: number, y: number) => (x * 37 + y * 101) % (most + 1);
    const bitmap = decode({ ...size, depth, colourType: 0, isInterlaced, sample });
    expect(bitmap.channels).toBe(1);
    expect(bitmap.alpha).toBeUndefined();
    expect(pixelsOf(bitmap)).toEqual(places.map(([x, y]) => [Math.round((sample(x, y) * 255) / most), 255]));
  });

  test.each([8, 16])("grey with alpha of %i bits", (depth) => {
    const scale = depth === 16 ? 257 : 1;
    const sample = (x: number, y: number, channel: number) => ((x * 20 + y * 7 + channel * 50) % 256) * scale;
    const bitmap = decode({ ...size, depth, colourType: 4, isInterlaced, sample });
    expect(pixelsOf(bitmap)).toEqual(places.map(([x, y]) => [0, 1].map((channel) => sample(x, y, channel) / scale)));
  });

  test.each([8, 16])("RGB of %i bits", (depth) => {
    const scale = depth === 16 ? 257 : 1;
    const sample = (x: number, y: number, channel: number) => ((x * 20 + y * 7 + channel * 50) % 256) * scale;
    const bitmap = decode({ ...size, depth, colourType: 2, isInterlaced, sample });
    expect(pixelsOf(bitmap)).toEqual(
      places.map(([x, y]) => [...[0, 1, 2].map((channel) => sample(x, y, channel) / scale), 255]),
    );
  });

  test.each([8, 16])("RGB with alpha of %i bits", (depth) => {
    const scale = depth === 16 ? 257 : 1;
    const sample = (x: number, y: number, channel: number) => ((x * 20 + y * 7 + channel * 50) % 256) * scale;
    const bitmap = decode({ ...size, depth, colourType: 6, isInterlaced, sample });
    expect(pixelsOf(bitmap)).toEqual(
      places.map(([x, y]) => [0, 1, 2, 3].map((channel) => sample(x, y, channel) / scale)),
    );
  });

  test.each([1, 2, 4, 8])("a palette of %i bits, with and without transparency", (depth) => {
    const count = Math.min(2 ** depth, 16);
    const colours = Array.from({ length: count }, (_, index) => [index * 15, 255 - index * 15, (index * 70) % 256]);
    const sample = (x: number, y: number) => (x + y * 3) % count;
    const source = { ...size, depth, colourType: 3, isInterlaced, sample, palette: colours.flat() } as const;
    expect(pixelsOf(decode(source))).toEqual(places.map(([x, y]) => [...(colours[sample(x, y)] ?? []), 255]));
    const transparent = decode({ ...source, transparency: [0, 128] });
    expect(pixelsOf(transparent)).toEqual(
      places.map(([x, y]) => [...(colours[sample(x, y)] ?? []), [0, 128][sample(x, y)] ?? 255]),
    );
  });

  test.each(kinds)("rows with filter %i", (kind) => {
    const sample = (x: number, y: number, channel: number) => (x * 91 + y * 57 + channel * 33) % 256;
    const source = { ...size, depth: 8, colourType: 2, isInterlaced, sample } as const;
    expect(decode({ ...source, filter: () => kind })).toEqual(decode(source));
    expect(decode({ ...source, filter: (row) => (row + kind) % 5 })).toEqual(decode(source));
  });
});

test("one colour of a picture without a palette can be transparent", () => {
  const grey = { width: 4, height: 1, depth: 2, colourType: 0, sample: (x: number) => x } as const;
  expect(decode({ ...grey, transparency: [0, 2] }).alpha).toEqual(Uint8Array.from([255, 255, 0, 255]));
  // All bits of a sample are significant, not only the upper eight.
  const deep = { width: 2, height: 1, depth: 16, colourType: 2, sample: (x: number) => 0x1200 + x } as const;
  const transparency = [0x12, 0, 0x12, 0, 0x12, 0];
  expect(decode({ ...deep, transparency }).alpha).toEqual(Uint8Array.from([0, 255]));
});

test("grey print gets one channel that is as light as the colour", () => {
  const colours = [
    [255, 255, 255],
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
  ];
  const sample = (x: number, _: number, channel: number) => colours[x]?.[channel] ?? 0;
  const { channels, samples } = decode({ width: 4, height: 1, depth: 8, colourType: 2, sample }, true);
  expect([channels, ...samples]).toEqual([1, 255, 54, 182, 18]);
});

test("pixels can be in several parts", () => {
  const source: PngSource = { ...size, depth: 8, colourType: 0, sample: (x, y) => x * y };
  const data = [...deflate(Uint8Array.from(rowsOf(source)))];
  const parts = data.map((byte) => ["IDAT", [byte]] as const);
  const { drawing } = read(pngOf([["IHDR", headerOf(source)], ["tEXt", [1, 2]], ...parts, ["IEND", []]]));
  if (drawing?.kind !== "bitmap") throw new Error("No bitmap");
  expect(drawing.decode(false)).toEqual(decode(source));
});

describe("a PNG that cannot be drawn is refused", () => {
  const source: PngSource = { ...size, depth: 8, colourType: 0, sample: (x, y) => x * y };
  const data = deflate(Uint8Array.from(rowsOf(source)));
  const chunks = (header: Partial<PngSource>, body: Iterable<number> = data) =>
    pngOf([
      ["IHDR", headerOf({ ...source, ...header })],
      ["IDAT", body],
      ["IEND", []],
    ]);
  const whole = png(source);
  const damaged = (at: number) => whole.with(at, (whole[at] ?? 0) ^ 1);
  const palette = (bytes: readonly number[]) =>
    png({ ...source, depth: 1, colourType: 3, sample: () => 0, palette: bytes });

  test.each([
    ["no bytes", new Uint8Array(), "The file is not a PNG: export the picture again"],
    ["another format", new TextEncoder().encode("GIF89a"), "The file is not a PNG: export the picture again"],
    ["the signature alone", whole.slice(0, 8), "The PNG ends too early: it was cut short, export the picture again"],
    ["a part", whole.slice(0, -13), "The PNG ends too early: it was cut short, export the picture again"],
    ["a damaged header", damaged(17), "The PNG is damaged in its part `IHDR`: export the picture again"],
    ["damaged data", damaged(45), "The PNG is damaged in its part `IDAT`: export the picture again"],
    ["data that does not unpack", chunks({}, [1, 2, 3]), "The pixels of the PNG are damaged: export the picture again"],
    ["no data", chunks({}, []), "The pixels of the PNG are damaged: export the picture again"],
    [
      "a depth that its colours cannot have",
      chunks({ depth: 3 }),
      "The PNG has no valid header: export the picture again",
    ],
    ["RGB of 4 bits", chunks({ colourType: 2, depth: 4 }), "The PNG has no valid header: export the picture again"],
    ["no width", chunks({ width: 0 }), "The picture is 0 × 5 pixels: save it with 1 to 4 million pixels"],
    [
      "too many pixels",
      chunks({ width: 5000, height: 5000 }),
      "The picture is 5000 × 5000 pixels: save it with 1 to 4 million pixels",
    ],
    ["too few rows", chunks({ height: 6 }), "The PNG has fewer pixels than its header says: export the picture again"],
    ["too many rows", chunks({ height: 4 }), "The PNG holds more than its header says: export the picture again"],
    [
      "far more than it says",
      chunks({}, deflate(new Uint8Array(100_000_000))),
      "The PNG holds more than its header says: export the picture again",
    ],
    [
      "an unknown filter",
      png({ ...source, filter: () => 5 }),
      "The pixels of the PNG are damaged: export the picture again",
    ],
    ["a palette that is missing", chunks({ colourType: 3 }), "The PNG has no valid palette: export the picture again"],
    [
      "a palette of two and a half colours",
      palette([1, 2, 3, 4, 5, 6, 7]),
      "The PNG has no valid palette: export the picture again",
    ],
    [
      "more colours than its bits can name",
      palette([1, 2, 3, 4, 5, 6, 7, 8, 9]),
      "The PNG has no valid palette: export the picture again",
    ],
    [
      "moving pictures",
      pngOf([
        ["IHDR", headerOf(source)],
        ["acTL", [0, 0, 0, 2, 0, 0, 0, 0]],
        ["IDAT", data],
        ["IEND", []],
      ]),
      "The PNG moves: export one picture of it",
    ],
  ])("%s", { timeout: 60_000 }, (_, bytes, reason) => {
    expect(read(bytes)).toEqual({ faults: [{ rule: "figure-readable", reason }] });
  });
});
