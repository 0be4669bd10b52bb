import type { VFile } from "vfile";
import { placeAt } from "./place.ts";
import { report } from "./report.ts";

/** The most bytes that a Markdown file may have. */
export const largestFile = 64 * 1024;

/** Reports a text that is too large to be parsed. */
export function checkSize(file: VFile): boolean {
  const size = new TextEncoder().encode(String(file)).length;
  if (size > largestFile) reportSize(file, size, largestFile, "split the file");
  return size <= largestFile;
}

/** Sizes are in bytes; the remedy says how to get below. */
export function reportSize(file: VFile, size: number, largest: number, remedy: string): void {
  const reason = `Unexpected size of ${Math.ceil(size / 1024)} KiB, expected at most ${largest / 1024} KiB: ${remedy}`;
  report(file, "file-size", reason, placeAt(file, 0, 0));
}
