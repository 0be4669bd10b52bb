import { Id } from "@high-recall/core";
import * as z from "zod";

/**
 * Parts of an item that have notes of their own: its follow-ups, the further relations of a formula, the sentences with
 * marks, the parts of its figures, and the long form to say aloud. FROZEN: guids are made of them.
 */
export const partNames = ["follow-up", "relation", "cloze", "figure", "aloud"] as const;
export type PartName = (typeof partNames)[number];

const part = new RegExp(`^(?:${partNames.join("|")})-[1-9][0-9]*$`);

/**
 * Key of a note: the id of its item, or that id with a part and its number, such as `adam#follow-up-2`. A number says
 * when the part was first released, not where it is today. FROZEN: guids are made of it.
 */
export const NoteKey = z
  .string()
  .refine((key) => {
    const [item, suffix, ...rest] = key.split("#");
    return Id.safeParse(item).success && rest.length === 0 && (suffix === undefined || part.test(suffix));
  }, "Expected the id of an item, or that id with a part such as `#follow-up-1`")
  .meta({ description: "Id of an item, with `#<part>-<number>` for a part", examples: ["adam", "adam#follow-up-1"] });

export function partKey(item: string, name: PartName, number: number): string {
  return `${item}#${name}-${number}`;
}

/** The part and its number; undefined for the key of an item's own note. */
export function partOfKey(key: string): { readonly name: PartName; readonly number: number } | undefined {
  const [, suffix] = key.split("#");
  if (suffix === undefined) return undefined;
  const at = suffix.lastIndexOf("-");
  return { name: suffix.slice(0, at) as PartName, number: Number(suffix.slice(at + 1)) };
}

/** Id of the item that the note belongs to. */
export function itemOfKey(key: string): string {
  return key.split("#")[0] ?? key;
}
