import type { Template } from "@high-recall/apkg";
import type { Item } from "@high-recall/core";
import type { Draw } from "./draw.ts";

/**
 * A note type.
 *
 * FROZEN once released: `name`, the names and order of `fields`, the names and order of `templates`; Anki matches by
 * ids that are derived from them. To show a field under another name, or to put one of the three spare fields to use,
 * give it an entry in `renamed`.
 */
export interface NoteDesign<Field extends string = string> {
  /** Names the note type, after the edition's title. */
  readonly name: string;
  /** `cloze`: a card for each number in its text. Else, and when it does not say: a card for each template. */
  readonly form?: "standard" | "cloze";
  /** The first is what Anki lists notes by. */
  readonly fields: readonly Field[];
  /**
   * Names that fields are shown under, where they are not those of the first release: `{ "Spare 1": "Diagram" }`. Ids
   * are made from the first names, so learners' notes go on matching. Templates use the new name.
   */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Those that fronts show. On the note of a retired item they hold its title: a card without a front is deleted. */
  readonly prompts: readonly Field[];
  readonly templates: readonly Pick<Template, "name" | "question" | "answer">[];
}

/** How items of one kind become notes: a note type and what goes into its fields. */
export interface Design<Subject extends Item = Item, Field extends string = string> extends NoteDesign<Field> {
  readonly kind: Subject["kind"];
  readonly fill: (item: Subject, draw: Draw) => Readonly<Record<Field, string>>;
}

/** Fields that every note type has after its own. */
export const commonFields = ["Topic", "Level", "Sources", "Notice", "Item", "Spare 1", "Spare 2", "Spare 3"] as const;

export type CommonField = (typeof commonFields)[number];
