import type { ReleasedNotes } from "./contents.ts";
import { itemOfKey, partOfKey } from "./note-key.ts";
import type { ReleasedNote } from "./register.ts";

/** An item that gives learners something new. */
export interface Changed {
  readonly id: string;
  /** Its id in the earlier release, if it was different. */
  readonly formerly: string | undefined;
  /** New cards, and cards whose content changes. */
  readonly cards: { readonly added: number; readonly updated: number };
}

/** What an update changes for learners. Each list is ordered by id. */
export interface Changes {
  readonly added: readonly Changed[];
  readonly changed: readonly Changed[];
  readonly retired: readonly Changed[];
  /** How many items do not change; learners keep their own edits and tags on their notes. */
  readonly unchanged: number;
}

/** Compares two releases by guid, as Anki does: an item may have been renamed in between. */
export function changesBetween(before: ReleasedNotes, after: ReleasedNotes): Changes {
  const old = new Map(
    [before.items, before.retired].flatMap((items) =>
      Object.entries(items).map(([key, item]) => [item.guid, { key, item }] as const),
    ),
  );
  const wasRetired = new Set(Object.values(before.retired).map(({ guid }) => guid));
  const changeOf = (key: string, note: ReleasedNote, isRetired: boolean): NoteChange => {
    const last = old.get(note.guid);
    if (last === undefined) return { kind: "added", formerly: undefined, cards: { added: note.cards, updated: 0 } };
    if (last.item.hash === note.hash) {
      return { kind: "unchanged", formerly: undefined, cards: { added: 0, updated: 0 } };
    }
    const cards = { added: Math.max(0, note.cards - last.item.cards), updated: last.item.cards };
    const kind = isRetired && !wasRetired.has(note.guid) ? "retired" : "changed";
    const formerly = itemOfKey(last.key);
    return { kind, formerly: formerly === itemOfKey(key) ? undefined : formerly, cards };
  };
  const notes = new Map<string, NoteChange[]>();
  for (const [released, isRetired] of [
    [after.items, false],
    [after.retired, true],
  ] as const) {
    for (const [key, note] of Object.entries(released)) {
      // The long form is a deck of its own, and changes with the question.
      if (partOfKey(key)?.name === "aloud") continue;
      const group = notes.get(itemOfKey(key));
      const change = changeOf(key, note, isRetired);
      if (group === undefined) notes.set(itemOfKey(key), [change]);
      else group.push(change);
    }
  }
  const living = new Set(Object.keys(after.items).map(itemOfKey));
  const changes = { added: [] as Changed[], changed: [] as Changed[], retired: [] as Changed[], unchanged: 0 };
  for (const [id, group] of [...notes].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const { kind, formerly, cards } = together(group, living.has(id));
    if (kind === "unchanged") changes.unchanged += 1;
    else changes[kind].push({ id, formerly, cards });
  }
  return changes;
}

/** How one note changes. */
interface NoteChange extends Omit<Changed, "id"> {
  readonly kind: "added" | "changed" | "retired" | "unchanged";
}

/** How an item changes: its own note, and the notes of its parts. */
function together(notes: readonly NoteChange[], isLiving: boolean): NoteChange {
  const kinds = new Set(notes.map(({ kind }) => kind));
  const [kind] = kinds;
  const sum = (what: "added" | "updated") => notes.reduce((total, { cards }) => total + cards[what], 0);
  return {
    // A part that is gone is a change of its item, which is still there.
    kind:
      kinds.has("retired") && !isLiving
        ? "retired"
        : kinds.size > 1 || kind === "retired"
          ? "changed"
          : (kind ?? "unchanged"),
    formerly: notes.find(({ formerly }) => formerly !== undefined)?.formerly,
    cards: { added: sum("added"), updated: sum("updated") },
  };
}
