import { compileCardOrds } from "../card-ords.ts";
import { fieldSeparator } from "../field-text.ts";
import { noteTypeFromJson } from "../note-type-json.ts";
import type { CardRow } from "../open-package.ts";
import { TemplateError } from "../template.ts";
import { type Check, type CheckContext, type Finding, placeOf } from "./fault.ts";

/** Values of a new card. */
const fresh = { type: 0, queue: 0, ivl: 0, reps: 0, lapses: 0, odid: 0 } satisfies Partial<CardRow>;

export const cardChecks = {
  "card-note": {
    why: "A card without a note is an orphan that Anki deletes",
    *find({ opened }) {
      const notes = new Set(opened.notes.map((note) => note.id));
      for (const card of opened.cards) {
        if (!notes.has(card.nid)) yield { where: `card ${card.id}`, what: `its note ${card.nid} is not there` };
      }
    },
  },
  "card-deck": {
    why: "Cards without a deck, or in deck 1, spill into the learner's own Default deck",
    *find({ opened }) {
      const decks = new Set([...opened.decks.values()].map((deck) => deck.id));
      for (const card of opened.cards) {
        const where = `card ${card.id}`;
        if (card.did === 1) yield { where, what: "lies in deck 1, which is the learner's Default" };
        else if (!decks.has(card.did)) yield { where, what: `its deck ${card.did} is not there` };
      }
    },
  },
  "card-unique": {
    why: "Anki keeps one card for a note and a template",
    *find({ opened }) {
      const seen = new Set<string>();
      for (const card of opened.cards) {
        const key = `${card.nid} ${card.ord}`;
        if (seen.has(key)) yield { where: `card ${card.id}`, what: `note ${card.nid} has another card ${card.ord}` };
        seen.add(key);
      }
    },
  },
  "card-ords": {
    why: "A card too many is blank and gets deleted, a card too few appears later in the wrong place",
    find: findWrongOrds,
  },
  "card-new": {
    why: "The learner would inherit somebody else's schedule",
    *find({ opened }) {
      for (const card of opened.cards) {
        for (const [column, value] of Object.entries(fresh)) {
          const found = card[column as keyof typeof fresh];
          if (found !== value) yield { where: `card ${card.id}`, what: `has ${column} ${found}, expected ${value}` };
        }
      }
    },
  },
  "due-order": {
    why: "New cards come up by `due`: 1 for the first note, and so on, the same for all cards of a note",
    *find({ opened }) {
      const byNote = Map.groupBy(opened.cards, (card) => card.nid);
      const owners = new Map<number, number>();
      for (const [note, cards] of byNote) {
        const dues = [...new Set(cards.map((card) => card.due))].sort((a, b) => a - b);
        if (dues.length > 1) yield { where: `note ${note}`, what: `its cards have the dues ${dues.join(", ")}` };
        for (const due of dues) {
          if (owners.has(due)) yield { where: `note ${note}`, what: `has due ${due}, as note ${owners.get(due)}` };
          if (due < 1 || due > byNote.size)
            yield { where: `note ${note}`, what: `has due ${due}, expected 1 to ${byNote.size}` };
          owners.set(due, note);
        }
      }
    },
  },
} satisfies Record<string, Check>;

function* findWrongOrds({ opened }: CheckContext): Generator<Finding> {
  const ordsOf = new Map<number, ReturnType<typeof compileCardOrds>>();
  for (const noteType of opened.noteTypes.values()) {
    try {
      ordsOf.set(noteType.id, compileCardOrds(noteTypeFromJson(noteType)));
    } catch (error) {
      // The check `templates` reports it.
      if (!(error instanceof TemplateError)) throw error;
    }
  }
  const cards = Map.groupBy(opened.cards, (card) => card.nid);
  for (const note of opened.notes) {
    const fields = note.flds.split(fieldSeparator);
    const expected = ordsOf.get(note.mid)?.({ fields, tags: note.tags.split(" ").filter(Boolean) });
    const found = [...new Set((cards.get(note.id) ?? []).map((card) => card.ord))].sort((a, b) => a - b);
    if (expected === undefined) continue;
    if (expected.length === 0) yield { where: placeOf(note), what: "makes no card: its question is empty" };
    if (expected.join() !== found.join()) {
      yield {
        where: placeOf(note),
        what: `has the cards [${found.join(", ")}], its fields make [${expected.join(", ")}]`,
      };
    }
  }
}
