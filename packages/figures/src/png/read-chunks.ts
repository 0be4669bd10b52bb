import type { FigureFault, Measured } from "./figure.ts";

/** Signature of a PNG. @see https://www.w3.org/TR/png-3/#5PNG-file-signature */
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** More pixels take hundreds of megabytes when a program draws them. */
const mostPixels = 40_000_000;

/** Walks the chunks of a PNG from header to end. */
export function readPng(bytes: Uint8Array): Measured {
  if (bytes.length < 33 || signature.some((byte, index) => bytes[index] !== byte)) {
    return fault("Unexpected bytes, expected a PNG: export the picture again");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const types: string[] = [];
  let at = signature.length;
  while (at + 12 <= bytes.length && types.at(-1) !== "IEND") {
    types.push(String.fromCharCode(...bytes.subarray(at + 4, at + 8)));
    at += 12 + view.getUint32(at);
  }
  if (types[0] !== "IHDR" || !types.includes("IDAT") || types.at(-1) !== "IEND" || at > bytes.length) {
    return fault("Unexpected end of the PNG, expected all of it: the file was cut short, export it again");
  }
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  const pixels = size.width * size.height;
  if (pixels === 0 || pixels > mostPixels) {
    return fault(`Unexpected size ${size.width} × ${size.height}, expected 1 to ${mostPixels / 1e6} million pixels`);
  }
  return { size, faults: [] };
}

function fault(reason: string): Measured {
  const faults: FigureFault[] = [{ rule: "figure-readable", reason }];
  return { size: undefined, faults };
}
