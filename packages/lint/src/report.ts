import type { Position } from "unist";
import type { VFile } from "vfile";
import { sourceAt } from "./place.ts";

/** A text to replace: `actual` stands exactly at the message's place, and each of `expected` may take its place. */
export interface Replacement {
  readonly actual: string;
  readonly expected: readonly string[];
}

/**
 * Leaves a message. Its words follow one grammar: "Unexpected X, expected Y", then, where it is not plain, the way out.
 * With a replacement a program can mend it; that is dropped where the file does not say `actual` literally (an escape,
 * an entity).
 */
export function report(file: VFile, reason: string, place: Position | undefined, replacement?: Replacement): void {
  // Words that were not quoted (of tex, say) may hold what a terminal would obey.
  const message = file.message(reason.replace(/\p{Cc}+/gu, " "), place ? { place } : undefined);
  if (!replacement || sourceAt(file, place) !== replacement.actual) return;
  message.actual = replacement.actual;
  message.expected = [...replacement.expected];
}
