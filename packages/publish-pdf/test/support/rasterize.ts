import { createCanvas, loadImage } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Colours of a page, four bytes a pixel, row by row from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Pixels per point: letters are about 4 pixels high, enough to see that text, rules and backgrounds are in place. */
const scale = 0.6;
/** Steps per channel: antialiasing keeps few shades, and pictures stay small. */
const levels = 8;

/** Draws a page of a PDF with pdf.js; pages are numbered from 1. */
export async function rasterize(bytes: Uint8Array, number: number): Promise<Pixels> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false, disableFontFace: true });
  const page = await (await task.promise).getPage(number);
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.floor(viewport.width), Math.floor(viewport.height));
  const context = canvas.getContext("2d");
  await page.render({ canvas: null, canvasContext: context as unknown as CanvasRenderingContext2D, viewport }).promise;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  await task.destroy();
  const step = 255 / (levels - 1);
  return { width: canvas.width, height: canvas.height, data: data.map((value) => Math.round(value / step) * step) };
}

/** Reads a picture. */
export async function readPicture(png: Uint8Array): Promise<Pixels> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  return { width: image.width, height: image.height, data: context.getImageData(0, 0, image.width, image.height).data };
}

/** Writes a picture as PNG. */
export function writePicture({ width, height, data }: Pixels): Uint8Array {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  image.data.set(data);
  context.putImageData(image, 0, 0);
  return canvas.toBuffer("image/png");
}

/** Share of pixels, 0 to 1, of which a channel differs by more than a quarter of its range; 1 if the sizes differ. */
export function difference(a: Pixels, b: Pixels): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  let different = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    const channels = [0, 1, 2].map((channel) => Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0)));
    if (Math.max(...channels) > 64) different += 1;
  }
  return different / (a.width * a.height);
}
