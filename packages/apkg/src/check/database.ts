import type { Check, Finding } from "./fault.ts";

/** Seconds beyond this, the year 5138, must be milliseconds. */
const largestDate = 99_999_999_999;

export const databaseChecks = {
  integrity: {
    why: "Anki refuses a database that SQLite calls damaged",
    *find({ opened }) {
      if (opened.integrity !== "ok") yield { where: "collection", what: opened.integrity };
    },
  },
  "no-history": {
    why: "Reviews and deletions of the author would enter the learner's collection",
    *find({ opened }) {
      if (opened.revlog > 0) yield { where: "table revlog", what: `holds ${opened.revlog} rows, expected none` };
      if (opened.graves > 0) yield { where: "table graves", what: `holds ${opened.graves} rows, expected none` };
    },
  },
  ids: {
    why: "Anki reads an id as the millisecond of creation: 13 digits, not in the future",
    *find({ opened, now }) {
      const faulty = function* (where: string, id: number): Generator<Finding> {
        if (!/^\d{13}$/.test(String(id))) yield { where, what: `the id ${id} has not 13 digits` };
        else if (id > now * 1000) yield { where, what: `the id ${id} is in the future` };
      };
      for (const note of opened.notes) yield* faulty(`note (guid ${JSON.stringify(note.guid)})`, note.id);
      for (const card of opened.cards) yield* faulty(`card ${card.id}`, card.id);
      for (const [key, noteType] of opened.noteTypes) {
        const where = `note type ${JSON.stringify(noteType.name)}`;
        yield* faulty(where, noteType.id);
        if (key !== String(noteType.id)) yield { where, what: `has the id ${noteType.id} under the key ${key}` };
      }
      for (const [key, deck] of opened.decks) {
        const where = `deck ${JSON.stringify(deck.name)}`;
        if (deck.id !== 1) yield* faulty(where, deck.id);
        if (key !== String(deck.id)) yield { where, what: `has the id ${deck.id} under the key ${key}` };
      }
    },
  },
  dates: {
    why: "A `mod` in milliseconds or in the future is larger than any later one: the note never updates again",
    *find({ opened, now }) {
      const faulty = function* (where: string, date: unknown): Generator<Finding> {
        if (typeof date !== "number" || !Number.isInteger(date) || date < 0) {
          yield { where, what: `the mod ${date} is no whole number of seconds` };
        } else if (date > largestDate) yield { where, what: `the mod ${date} is in milliseconds, expected seconds` };
        else if (date > now) yield { where, what: `the mod ${date} is in the future` };
      };
      for (const note of opened.notes) yield* faulty(`note (guid ${JSON.stringify(note.guid)})`, note.mod);
      for (const card of opened.cards) yield* faulty(`card ${card.id}`, card.mod);
      for (const noteType of opened.noteTypes.values()) {
        yield* faulty(`note type ${JSON.stringify(noteType.name)}`, noteType.mod);
      }
      for (const deck of opened.decks.values()) yield* faulty(`deck ${JSON.stringify(deck.name)}`, deck.mod);
    },
  },
} satisfies Record<string, Check>;
