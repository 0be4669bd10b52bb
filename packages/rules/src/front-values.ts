import type { Kind } from "@high-recall/core";
import type { ParsedFile } from "./parsed-file.ts";

/** Whether the front matter names one of these kinds. */
export function isKind(file: ParsedFile, ...kinds: readonly Kind[]): boolean {
  const { kind } = file.front;
  return kind !== undefined && kinds.includes(kind);
}

/** A value of the front matter as written, before defaults and checks. */
export function frontValue(file: ParsedFile, key: string): unknown {
  return file.front.values[key];
}

/** Whether the front matter has the key: spelt correctly, with a typo that `unknown-key` reports, or in YAML that cannot be read. */
export function hasKey({ front }: ParsedFile, key: string): boolean {
  return (
    front.values[key] !== undefined ||
    front.unread.includes(key) ||
    front.issues.some((issue) => issue.type === "unknown-key" && issue.meant === key)
  );
}

/** Whether a value of the front matter is keys and values. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
