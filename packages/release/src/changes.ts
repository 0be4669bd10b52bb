import { clozeKey, isClozeKey, itemOfKey } from "./note-key.ts";
import type { Released, ReleasedItem } from "./released.ts";

/** An item of which learners get something new. */
export interface Changed {
  readonly id: string;
  /** The id it had before, when that was another. */
  readonly formerly: string | undefined;
  /** Cards that appear, and cards that show something else. */
  readonly cards: { readonly added: number; readonly updated: number };
}

/** What an update does to learners. Each list is ordered by id. */
export interface Changes {
  readonly added: readonly Changed[];
  readonly changed: readonly Changed[];
  readonly retired: readonly Changed[];
  /** How many items stay as they are: learners' own edits and tags on their notes stay too. */
  readonly unchanged: number;
}

type Items = Pick<Released, "items" | "retired">;

/** Compares two releases as Anki does, by guid: an item may have been renamed in between. */
export function changesBetween(before: Items, after: Items): Changes {
  const old = new Map(
    [before.items, before.retired].flatMap((items) =>
      Object.entries(items).map(([key, item]) => [item.guid, { key, item }] as const),
    ),
  );
  const wasRetired = new Set(Object.values(before.retired).map(({ guid }) => guid));
  const verdictOn = (key: string, note: ReleasedItem, isRetired: boolean): Verdict => {
    const last = old.get(note.guid);
    if (last === undefined) return { kind: "added", formerly: undefined, cards: { added: note.cards, updated: 0 } };
    if (last.item.hash === note.hash) {
      return { kind: "unchanged", formerly: undefined, cards: { added: 0, updated: 0 } };
    }
    const cards = { added: Math.max(0, note.cards - last.item.cards), updated: last.item.cards };
    const kind = isRetired && !wasRetired.has(note.guid) ? "retired" : "changed";
    return { kind, formerly: last.key === key ? undefined : itemOfKey(last.key), cards };
  };
  const notes = [
    ...Object.entries(after.items).map(([key, note]) => [key, verdictOn(key, note, false)] as const),
    ...Object.entries(after.retired).map(([key, note]) => [key, verdictOn(key, note, true)] as const),
  ];
  const clozes = new Map(notes.filter(([key]) => isClozeKey(key)));
  const changes = { added: [] as Changed[], changed: [] as Changed[], retired: [] as Changed[], unchanged: 0 };
  for (const [id, own] of notes.toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    if (isClozeKey(id)) continue;
    const { kind, formerly, cards } = joined(own, clozes.get(clozeKey(id)));
    if (kind === "unchanged") changes.unchanged += 1;
    else changes[kind].push({ id, formerly, cards });
  }
  return changes;
}

/** What became of a note. */
interface Verdict extends Omit<Changed, "id"> {
  readonly kind: "added" | "changed" | "retired" | "unchanged";
}

/** What became of an item that has a note of its own and perhaps one of its marks. */
function joined(own: Verdict, marks: Verdict | undefined): Verdict {
  if (marks === undefined || marks.kind === "unchanged") return own;
  return {
    kind: own.kind === "unchanged" ? "changed" : own.kind,
    formerly: own.formerly ?? marks.formerly,
    cards: { added: own.cards.added + marks.cards.added, updated: own.cards.updated + marks.cards.updated },
  };
}
