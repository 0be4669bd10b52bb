import { deflate } from "pako";

/**
 * Compresses a stream. Every implementation must return the bytes of `compress`, so that the same input gives the same
 * file.
 */
export type Compress = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/**
 * Compresses bytes in zlib format, the same in every browser. On a file of 2,500 items, level 9 takes twice the time of
 * 7 and saves 0.3 %; level 6 saves a seventh of the time and costs 1.6 %.
 */
export function compress(bytes: Uint8Array): Uint8Array {
  return deflate(bytes, { level: 7 });
}
