import { compareText } from "@high-recall/core";
import type { VFileMessage } from "vfile-message";

/** A fault as tools read it: `recall lint --format json` prints an array of these. Lines and columns count from 1. */
export interface Message {
  /** Relative to the working folder, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: "error" | "warning";
  readonly rule: string;
  readonly message: string;
  readonly url: string;
}

/** A vfile message as a plain record. What has no place stands at the start of its file. */
export function toMessage(found: VFileMessage, file: string): Message {
  const place = found.place;
  const start = place && "start" in place ? place.start : place;
  const end = place && "end" in place ? place.end : start;
  return {
    file,
    line: start?.line ?? 1,
    column: start?.column ?? 1,
    endLine: end?.line ?? start?.line ?? 1,
    endColumn: end?.column ?? start?.column ?? 1,
    severity: found.fatal ? "error" : "warning",
    rule: found.ruleId ?? "internal",
    message: found.reason,
    url: found.url ?? "",
  };
}

/** By file, then place, then rule: the order of the reader's eye, the same on every machine. */
export function inReadingOrder(messages: readonly Message[]): Message[] {
  return [...messages].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.rule, b.rule) ||
      compareText(a.message, b.message),
  );
}

export function hasErrors(messages: readonly Message[]): boolean {
  return messages.some((message) => message.severity === "error");
}
