import type { FileData, Kind } from "@high-recall/core";
import type { VFile } from "vfile";

/** What the compiler knows of the file. */
export function factsOf(file: VFile): FileData {
  return file.data as FileData;
}

/** Whether the file says that it is an item of one of these kinds. */
export function isKind(file: VFile, ...kinds: readonly Kind[]): boolean {
  const kind = factsOf(file).matter?.kind;
  return kind !== undefined && kinds.includes(kind);
}

/** A value of the front matter as written, before defaults and checks. */
export function frontValue(file: VFile, key: string): unknown {
  return factsOf(file).matter?.values[key];
}

/** Whether a front matter value is a map. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
