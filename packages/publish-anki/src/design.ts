import type { Template } from "@high-recall/apkg";
import type { Item } from "@high-recall/core";
import type { Draw } from "./draw.ts";

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
  /** Fields that fronts show. A retired note has its title in them, since Anki deletes a card without a front. */
  readonly prompts: readonly Field[];
  readonly templates: readonly Pick<Template, "name" | "question" | "answer">[];
}

/** How items of one kind become notes: a note type, and the content of its fields. */
export interface Design<Subject extends Item = Item, Field extends string = string> extends NoteDesign<Field> {
  readonly kind: Subject["kind"];
  readonly fill: (item: Subject, draw: Draw) => Readonly<Record<Field, string>>;
}

/** Fields that every note type has after its own. */
export const commonFields = ["Topic", "Level", "Sources", "Notice", "Item", "Spare 1", "Spare 2", "Spare 3"] as const;

export type CommonField = (typeof commonFields)[number];
