import type { Kind } from "@high-recall/core";

/** Kinds that are asked: their items have a note. Guides and paths are read. */
export type AskedKind = Exclude<Kind, "guide" | "path">;

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

/** Name of the note type of marks, of any kind of item. FROZEN, as above. */
export const clozeNoteType = "Cloze";

export function isAsked(kind: Kind): kind is AskedKind {
  return kind in noteTypeNames;
}

/** The kind whose items have notes of this type; undefined for `Cloze` and unknown names. */
export function kindOfNoteType(name: string | undefined): AskedKind | undefined {
  const found = Object.entries(noteTypeNames).find(([, each]) => each === name);
  return found?.[0] as AskedKind | undefined;
}
