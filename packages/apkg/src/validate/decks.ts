import type { Deck } from "../collection.ts";
import { PackageError } from "../error.ts";
import { refuseBadId, refuseBadText, refuseRepeats } from "./refuse.ts";

export function validateDecks(decks: readonly Required<Deck>[]): void {
  refuseRepeats(decks, placeOfDeck, (deck) => deck.name.toLowerCase(), "the name");
  refuseRepeats(decks, placeOfDeck, (deck) => String(deck.id), "the id");
  for (const deck of decks) {
    const where = placeOfDeck(deck);
    refuseBadText(where, "its name", deck.name);
    refuseBadText(where, "its description", deck.description);
    if (deck.name.split("::").some((level) => level === "" || level.trim() !== level)) {
      throw new PackageError(where, "a level of the name is empty or has space at an end; write `Parent::Child`");
    }
    if (deck.name.toLowerCase() === "default" || deck.id === 1) {
      throw new PackageError(where, "is the deck every learner has already; give your notes one of their own");
    }
    refuseBadId(where, deck.id);
  }
}

function placeOfDeck(deck: Required<Deck>): string {
  return `deck ${JSON.stringify(deck.name)}`;
}
