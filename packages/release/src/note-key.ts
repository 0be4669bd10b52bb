import { Id } from "@high-recall/core";
import * as z from "zod";

const suffix = "#cloze";

/** Key of a note: the id of its item, or that id with `#cloze` for the note of its marks. FROZEN: guids are made of it. */
export const NoteKey = z
  .string()
  .refine((key) => Id.safeParse(itemOfKey(key)).success, "Expected the id of an item, or that id with `#cloze`")
  .meta({ description: "Id of an item, with `#cloze` for the note of its marks", examples: ["adam", "adam#cloze"] });

export function clozeKey(item: string): string {
  return item + suffix;
}

export function isClozeKey(key: string): boolean {
  return key.endsWith(suffix);
}

/** Id of the item that the note belongs to. */
export function itemOfKey(key: string): string {
  return isClozeKey(key) ? key.slice(0, -suffix.length) : key;
}
