import { Id, type Item } from "@high-recall/core";
import * as z from "zod";
import { clozeKey, NoteKey } from "./note-key.ts";

/**
 * The register: what learners have from past releases. Written by the release alone, so that a later one can tell what
 * changed since, and so that nothing a learner's history hangs on is ever made anew.
 */

const Dated = {
  hash: z.string().meta({ description: "Of all that a learner would see change" }),
  modified: z.int().meta({ description: "Seconds since 1970: what Anki compares; grew with the hash, and only then" }),
};

export const ReleasedItem = z
  .strictObject({
    guid: z.string().meta({ description: "What Anki knows the note by" }),
    noteType: z.string().meta({ description: "Key of its note type; Anki cannot give a note another" }),
    topic: Id.meta({ description: "Topic whose deck its cards were put into last" }),
    title: z.string().meta({ description: "HTML of the note's first field: all that is shown when it is retired" }),
    cards: z.int().meta({ description: "How many cards it makes" }),
    ...Dated,
  })
  .meta({ id: "ReleasedItem" });
export type ReleasedItem = z.infer<typeof ReleasedItem>;

export const ReleasedNoteType = z
  .strictObject({
    id: z.int().meta({ description: "What Anki knows the note type by" }),
    version: z.int().meta({ description: "Counts how often its fields, templates or CSS changed, from 1" }),
    ...Dated,
  })
  .meta({ id: "ReleasedNoteType" });
export type ReleasedNoteType = z.infer<typeof ReleasedNoteType>;

export const Released = z
  .strictObject({
    format: z.literal(1),
    edition: Id,
    version: z.string().meta({ description: "Version of the last release" }),
    date: z.iso.date().meta({ description: "Day of the last release" }),
    deck: z.string().meta({ description: "Name of the edition's deck" }),
    decks: z.record(Id, z.string()).meta({ description: "Topic -> name of its deck, whatever its title becomes" }),
    media: z.array(z.string()).meta({ description: "Names of all media files ever released" }),
    noteTypes: z.record(z.string(), ReleasedNoteType),
    items: z.record(NoteKey, ReleasedItem),
    retired: z
      .record(NoteKey, ReleasedItem)
      .meta({ description: "Items that are gone, and marks that are, as the notes that say so" }),
  })
  .meta({ id: "Released", description: "released.json: all that learners have from past releases" });
export type Released = z.infer<typeof Released>;

/** What was released of an item: under its id, or under one that it had before. */
export function findReleased(
  released: Released | undefined,
  item: Pick<Item, "id" | "formerly">,
): ReleasedItem | undefined {
  return findKey(released, [item.id, ...item.formerly]);
}

/** What was released of the marks of an item. */
export function findReleasedCloze(
  released: Released | undefined,
  item: Pick<Item, "id" | "formerly">,
): ReleasedItem | undefined {
  return findKey(released, [item.id, ...item.formerly].map(clozeKey));
}

function findKey(released: Released | undefined, keys: readonly string[]): ReleasedItem | undefined {
  return keys.map((key) => released?.items[key] ?? released?.retired[key]).find((found) => found !== undefined);
}

/** The register as released.json holds it: an entry a line, ordered by key, so that a diff of two reads well. */
export function printReleased(released: Released): string {
  const parts = Object.entries(Released.parse(released)).map(
    ([key, value]) => `${JSON.stringify(key)}: ${print(value)}`,
  );
  return `{\n  ${parts.join(",\n  ")}\n}\n`;
}

function print(value: Released[keyof Released]): string {
  if (typeof value !== "object") return JSON.stringify(value);
  const [open, close, lines] = Array.isArray(value)
    ? ["[", "]", value.map((entry) => JSON.stringify(entry))]
    : ["{", "}", sorted(value).map(([key, entry]) => `${JSON.stringify(key)}: ${JSON.stringify(entry)}`)];
  return lines.length === 0 ? `${open}${close}` : `${open}\n    ${lines.join(",\n    ")}\n  ${close}`;
}

function sorted(record: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
}
