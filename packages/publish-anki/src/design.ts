import type { Template } from "@high-recall/apkg";

/**
 * A note type.
 *
 * FROZEN once released: `name`, the names and order of `fields`, the names and order of `templates`. Anki matches by ids
 * that are made of them. To rename a field, or to use one of the three spare fields, add it to `renamed`.
 */
export interface NoteDesign<Field extends string = string> {
  /** The note type is called `<edition title>: <name>`. */
  readonly name: string;
  /** `cloze`: a card for each number in its text. `standard`, the default: a card for each template. */
  readonly form?: "standard" | "cloze";
  /** Anki lists notes by the first. */
  readonly fields: readonly Field[];
  /**
   * New names of fields, by their first name: `{ "Spare 1": "Diagram" }`. Ids are made of the first names, so that learners'
   * notes still match. Templates use the new name.
   */
  readonly renamed?: Readonly<Record<string, string>>;
  /**
   * For each template the field that its front shows. A retired note has its title in those of its cards, since Anki deletes
   * a card without a front.
   */
  readonly prompts: readonly Field[];
  readonly templates: readonly Pick<Template, "name" | "question" | "answer">[];
}

/** Fields that every note type has after its own. `Key` is the note's key in the register, `Item` the id of its item. */
export const commonFields = [
  ...["Topic", "Topic id", "Level", "Sources", "Notice", "Item", "Key"],
  ...["Spare 1", "Spare 2", "Spare 3"],
] as const;

/** Content of a note's fields, by name; a missing one is empty. */
export type Fields<Field extends string = string> = Readonly<Partial<Record<Field, string>>>;
