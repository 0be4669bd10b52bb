import type { AskedKind } from "@high-recall/core";
import type { PartName } from "./note-key.ts";

/**
 * Names of the note types in the register, by kind of item. FROZEN: the ids that Anki knows note types by are made of
 * them.
 */
export const noteTypeNames = {
  question: "Question",
  formula: "Formula",
  code: "Code",
  term: "Term",
  pitfall: "Pitfall",
} as const satisfies Record<AskedKind, string>;

/** Names of the note types of parts. FROZEN, as above. The relations of a formula have the note type of their item. */
export const partNoteTypes = {
  "follow-up": "Follow-up",
  cloze: "Cloze",
  figure: "Figure",
  aloud: "Aloud",
} as const satisfies Record<Exclude<PartName, "relation">, string>;

/** The kind whose items have notes of this type; undefined for a part's and unknown names. */
export function kindOfNoteType(name: string | undefined): AskedKind | undefined {
  const found = Object.entries(noteTypeNames).find(([, each]) => each === name);
  return found?.[0] as AskedKind | undefined;
}
