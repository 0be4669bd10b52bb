import { Inflate } from "pako";
import type { BitmapDrawing } from "../drawing.ts";
import { limits } from "../limits.ts";
import { crc32 } from "./crc32.ts";
import { decodePng } from "./decode-png.ts";
import { type Header, parseHeader, passesOf } from "./header.ts";

/** A PNG that was read, or why it cannot be. */
export type ReadPng = { readonly header: Header; readonly drawing: BitmapDrawing } | { readonly reason: string };

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const exportAgain = "export the picture again";

/**
 * Reads a PNG from its signature to its last pixel. No library is used: those for browsers unpack without a limit, so
 * that a small file can take gigabytes.
 */
export function readPng(bytes: Uint8Array): ReadPng {
  if (signature.some((byte, index) => bytes[index] !== byte))
    return { reason: `The file is not a PNG: ${exportAgain}` };
  const chunks = readChunks(bytes);
  if (typeof chunks === "string") return { reason: chunks };
  const [first] = chunks;
  const header = first?.type === "IHDR" ? parseHeader(first.body) : undefined;
  if (!header) return { reason: `The PNG has no valid header: ${exportAgain}` };
  const count = header.width * header.height;
  if (count === 0 || count > limits.pixels) {
    const most = limits.pixels / 1e6;
    return {
      reason: `The picture is ${header.width} × ${header.height} pixels: save it with 1 to ${most} million pixels`,
    };
  }
  if (chunks.some(({ type }) => type === "acTL")) return { reason: "The PNG moves: export one picture of it" };
  const palette = bodyOf(chunks, "PLTE");
  const transparency = bodyOf(chunks, "tRNS");
  const most = 2 ** header.depth * 3;
  if (
    header.colourType === 3 &&
    (!palette || palette.length === 0 || palette.length % 3 !== 0 || palette.length > most)
  ) {
    return { reason: `The PNG has no valid palette: ${exportAgain}` };
  }
  const data = chunks.filter(({ type }) => type === "IDAT").map(({ body }) => body);
  const rows = unpack(data, header);
  if (typeof rows === "string") return { reason: rows };
  const decode = (isGrey: boolean) => {
    const unpacked = unpack(data, header);
    if (typeof unpacked === "string") throw new Error(unpacked);
    return decodePng(unpacked, header, palette ?? new Uint8Array(), transparency, isGrey);
  };
  return { header, drawing: { kind: "bitmap", decode } };
}

interface Chunk {
  readonly type: string;
  readonly body: Uint8Array;
}

/** The chunks of a PNG, each whole; or what is wrong with them. */
function readChunks(bytes: Uint8Array): Chunk[] | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = signature.length; at + 12 <= bytes.length; ) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length) break;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) {
      return `The PNG is damaged in its part \`${type.replace(/[^A-Za-z]/g, "?")}\`: ${exportAgain}`;
    }
    if (type === "IEND") return chunks;
    chunks.push({ type, body: bytes.subarray(at + 8, end) });
    at = end + 4;
  }
  return `The PNG ends too early: it was cut short, ${exportAgain}`;
}

function bodyOf(chunks: readonly Chunk[], type: string): Uint8Array | undefined {
  return chunks.find((chunk) => chunk.type === type)?.body;
}

class TooLong extends Error {}

/** The rows of all passes, each after the byte that names its filter; or what is wrong with them. */
function unpack(data: readonly Uint8Array[], header: Header): Uint8Array | string {
  const passes = passesOf(header);
  const size = passes.reduce((sum, { height, stride }) => sum + height * (1 + stride), 0);
  const rows = new Uint8Array(size);
  let filled = 0;
  const inflater = new Inflate();
  inflater.onData = (chunk: Uint8Array) => {
    // Unpacking ends here: two megabytes can hold two gigabytes.
    if (filled + chunk.length > size) throw new TooLong();
    rows.set(chunk, filled);
    filled += chunk.length;
  };
  try {
    for (const [index, part] of data.entries()) {
      inflater.push(part, index === data.length - 1);
      if (inflater.err) break;
    }
  } catch (error) {
    if (error instanceof TooLong) return `The PNG holds more than its header says: ${exportAgain}`;
    throw error;
  }
  if (inflater.err) return `The pixels of the PNG are damaged: ${exportAgain}`;
  if (filled < size) return `The PNG has fewer pixels than its header says: ${exportAgain}`;
  let at = 0;
  for (const { height, stride } of passes) {
    for (let row = 0; row < height; row++, at += stride + 1) {
      if ((rows[at] ?? 0) > 4) return `The pixels of the PNG are damaged: ${exportAgain}`;
    }
  }
  return rows;
}
