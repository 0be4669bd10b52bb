import { parentDecks } from "../complete.ts";
import type { Check } from "./fault.ts";

export const deckChecks = {
  "deck-parents": {
    why: "Anki would make the parent itself, without its description",
    *find({ opened }) {
      const names = new Set([...opened.decks.values()].map((deck) => deck.name));
      for (const name of names) {
        for (const parent of parentDecks(name)) {
          if (!names.has(parent)) {
            yield { where: `deck ${JSON.stringify(name)}`, what: `its parent ${JSON.stringify(parent)} is not there` };
          }
        }
      }
    },
  },
  "deck-plain": {
    why: "Cards of a filtered deck go back to a home they never had",
    *find({ opened }) {
      for (const deck of opened.decks.values()) {
        if (deck.dyn !== 0)
          yield { where: `deck ${JSON.stringify(deck.name)}`, what: `has dyn ${deck.dyn}, expected 0` };
      }
    },
  },
} satisfies Record<string, Check>;
