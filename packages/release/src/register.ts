import { Id, type Item } from "@high-recall/core";
import * as z from "zod";
import { NoteKey } from "./note-key.ts";

/**
 * The register: what learners have from past releases. Only a release writes it. Later builds read from it what changed
 * since, and everything that learners' history depends on, so that none of it is ever made anew.
 */

const dated = {
  hash: z.string().meta({ description: "Of everything that a learner would see change" }),
  modified: z.int().meta({ description: "Seconds since 1970, compared by Anki; grows with the hash, and only then" }),
};

export const ReleasedNote = z
  .strictObject({
    guid: z.string().meta({ description: "Anki's key of the note" }),
    noteType: z.string().meta({ description: "Key of its note type; Anki cannot change that of a note" }),
    topic: Id.meta({ description: "Topic whose deck its cards were last put into" }),
    title: z.string().meta({ description: "HTML of the note's first field: all that is shown once it is retired" }),
    text: z
      .string()
      .optional()
      .meta({ description: "Of a part: plain text by which the next release finds it again, edited or moved" }),
    cards: z.int().meta({ description: "How many cards it makes" }),
    ...dated,
  })
  .meta({ id: "ReleasedNote" });
export type ReleasedNote = z.infer<typeof ReleasedNote>;

export const ReleasedNoteType = z
  .strictObject({
    id: z.int().meta({ description: "Anki's key of the note type" }),
    version: z.int().meta({ description: "How often its fields, templates or CSS changed, from 1" }),
    ...dated,
  })
  .meta({ id: "ReleasedNoteType" });
export type ReleasedNoteType = z.infer<typeof ReleasedNoteType>;

export const Register = z
  .strictObject({
    format: z.literal(1),
    edition: Id,
    version: z.string().meta({ description: "Version of the last release" }),
    date: z.iso.date().meta({ description: "Day of the last release" }),
    deck: z.string().meta({ description: "Name of the edition's deck" }),
    decks: z.record(Id, z.string()).meta({ description: "Topic -> name of its deck, kept when the title changes" }),
    media: z.array(z.string()).meta({ description: "Names of all media files ever released" }),
    noteTypes: z.record(z.string(), ReleasedNoteType).meta({ description: "By name" }),
    items: z.record(NoteKey, ReleasedNote).meta({ description: "Notes of items, and of their parts" }),
    retired: z
      .record(NoteKey, ReleasedNote)
      .meta({ description: "Notes of items and parts that are gone; each says so" }),
  })
  .meta({ id: "Register", description: "released.json: all that learners have from past releases" });
export type Register = z.infer<typeof Register>;

/** The released note of an item, under its id or one of its former ids. */
export function findReleased(
  register: Register | undefined,
  item: Pick<Item, "id" | "formerly">,
): ReleasedNote | undefined {
  const keys = [item.id, ...item.formerly];
  return keys.map((key) => register?.items[key] ?? register?.retired[key]).find((found) => found !== undefined);
}

/** The text of released.json: an entry a line, ordered by key, so that a diff of two is easy to read. */
export function printRegister(register: Register): string {
  const parts = Object.entries(Register.parse(register)).map(
    ([key, value]) => `${JSON.stringify(key)}: ${print(value)}`,
  );
  return `{\n  ${parts.join(",\n  ")}\n}\n`;
}

function print(value: Register[keyof Register]): string {
  if (typeof value !== "object") return JSON.stringify(value);
  const [open, close, lines] = Array.isArray(value)
    ? ["[", "]", value.map((entry) => JSON.stringify(entry))]
    : ["{", "}", sorted(value).map(([key, entry]) => `${JSON.stringify(key)}: ${JSON.stringify(entry)}`)];
  return lines.length === 0 ? `${open}${close}` : `${open}\n    ${lines.join(",\n    ")}\n  ${close}`;
}

function sorted(record: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
}
