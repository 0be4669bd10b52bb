import { unzipSync, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { PackageError } from "./error.ts";

/** Local noon of 1 January 1980, the first day that a zip can represent. A zip has no time zone: the digits are the same everywhere. */
const fixedTime = new Date(1980, 0, 1, 12);

/** `fixedTime` as a zip writes it: date in the upper 16 bits, time in the lower. */
export const fixedDosTime = ((1 << 21) | (1 << 16) | (12 << 11)) >>> 0;

/** Kinds of files that are compressed already. */
const packed = /\.(?:png|jpe?g|gif|webp|avif|mp[34]|m4a|ogg|oga|opus|webm)$/i;

export interface ZipFile {
  /** Name in the archive. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Name of the media file; says whether compressing it is worth it. */
  readonly title?: string;
}

/** Bytes that are compressed at a time. */
const piece = 1 << 18;

/** Zips files with fixed times, in order, in chunks: each file's `bytes` are read once, when it is written. */
export function* zip(files: Iterable<ZipFile>): Generator<Uint8Array, void> {
  let ready: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  function* drain() {
    yield* ready;
    ready = [];
  }
  for (const file of files) {
    const isPacked = packed.test(file.title ?? file.name);
    const entry = isPacked ? new ZipPassThrough(file.name) : new ZipDeflate(file.name, { level: 6 });
    entry.mtime = fixedTime;
    archive.add(entry);
    const { bytes } = file;
    for (let at = 0; at === 0 || at < bytes.length; at += piece) {
      // A copy of uncompressed bytes: the result must not change when the caller's bytes do.
      const part = isPacked ? bytes.slice(at, at + piece) : bytes.subarray(at, at + piece);
      entry.push(part, at + piece >= bytes.length);
      yield* drain();
    }
  }
  archive.end();
  yield* drain();
}

/** Unpacks a zip to at most `limit` bytes.
 *  @throws {PackageError} when it is not a zip, or larger */
export function unzip(bytes: Uint8Array, limit: number): Map<string, Uint8Array> {
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > limit) throw new PackageError("package", `unpacks to more than ${limit} bytes; raise \`limit\``);
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    if (error instanceof PackageError) throw error;
    throw new PackageError("package", `is not a whole zip file: ${error instanceof Error ? error.message : error}`);
  }
}

/** Name and DOS time of every entry, from the directory at the end of a zip (APPNOTE.TXT 4.3.12). */
export function zipTimes(bytes: Uint8Array): [name: string, time: number][] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) return [];
  const times: [string, number][] = [];
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    times.push([name, view.getUint32(at + 12, true)]);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return times;
}
