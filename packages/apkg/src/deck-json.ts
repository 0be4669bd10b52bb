import type { Deck } from "./collection.ts";

/** A deck in the column `decks`. The four `…Today` pairs are required. */
export interface DeckJson {
  id: number;
  name: string;
  desc: string;
  mod: number;
  usn: number;
  collapsed: boolean;
  browserCollapsed: boolean;
  /** 1 for a filtered deck. */
  dyn: number;
  conf: number;
  extendNew: number;
  extendRev: number;
  newToday: [number, number];
  revToday: [number, number];
  lrnToday: [number, number];
  timeToday: [number, number];
}

export function deckToJson(deck: Required<Deck>, modified: number): DeckJson {
  return {
    id: deck.id,
    name: deck.name,
    desc: deck.description,
    mod: modified,
    usn: -1,
    collapsed: false,
    browserCollapsed: false,
    dyn: 0,
    conf: 1,
    extendNew: 0,
    extendRev: 0,
    newToday: [0, 0],
    revToday: [0, 0],
    lrnToday: [0, 0],
    timeToday: [0, 0],
  };
}

export function deckFromJson(json: DeckJson): Required<Deck> {
  return { id: json.id, name: json.name, description: json.desc ?? "" };
}
