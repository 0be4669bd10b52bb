import type { Point, Position } from "unist";
import type { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import { type Rule, ruleUrl } from "./rules.ts";

export interface Remedy {
  /** The text that stands at the place. */
  readonly actual?: string;
  /** Texts that would be right there: a program may put any of them in its place. */
  readonly expected?: readonly string[];
}

/** Leaves an error on the file. */
export function report(file: VFile, ruleId: Rule, reason: string, place: Position, remedy: Remedy = {}): VFileMessage {
  const message = file.message(reason, { place, source: "compiler", ruleId });
  message.fatal = true;
  message.url = ruleUrl(ruleId);
  if (remedy.actual !== undefined) message.actual = remedy.actual;
  if (remedy.expected !== undefined) message.expected = [...remedy.expected];
  return message;
}

/** As `report`, unless an error (of a lint rule, say) already begins at that place or within it. */
export function reportOnce(file: VFile, ruleId: Rule, reason: string, place: Position, remedy: Remedy = {}): void {
  const stands = file.messages.some((message) => message.fatal && isWithin(startOf(message.place), place));
  if (!stands) report(file, ruleId, reason, place, remedy);
}

/** Whether a message stops publishing. */
export function hasError(file: VFile): boolean {
  return file.messages.some((message) => message.fatal);
}

function startOf(place: VFileMessage["place"]): Point | undefined {
  if (place === undefined) return undefined;
  return "start" in place ? place.start : place;
}

function isWithin(point: Point | undefined, { start, end }: Position): boolean {
  if (point === undefined || isBefore(point, start)) return false;
  return isBefore(point, end) || !isBefore(start, point);
}

function isBefore(one: Point, other: Point): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}
