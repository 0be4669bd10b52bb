import type { ReleasedNotes } from "./contents.ts";
import { clozeKey, isClozeKey, itemOfKey } from "./note-key.ts";
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
    return { kind, formerly: last.key === key ? undefined : itemOfKey(last.key), cards };
  };
  const notes = [
    ...Object.entries(after.items).map(([key, note]) => [key, changeOf(key, note, false)] as const),
    ...Object.entries(after.retired).map(([key, note]) => [key, changeOf(key, note, true)] as const),
  ];
  const clozes = new Map(notes.filter(([key]) => isClozeKey(key)));
  const changes = { added: [] as Changed[], changed: [] as Changed[], retired: [] as Changed[], unchanged: 0 };
  for (const [id, own] of notes.toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    if (isClozeKey(id)) continue;
    const { kind, formerly, cards } = withMarks(own, clozes.get(clozeKey(id)));
    if (kind === "unchanged") changes.unchanged += 1;
    else changes[kind].push({ id, formerly, cards });
  }
  return changes;
}

/** How one note changes. */
interface NoteChange extends Omit<Changed, "id"> {
  readonly kind: "added" | "changed" | "retired" | "unchanged";
}

/** How an item changes: its own note, and the note of its marks if it has one. */
function withMarks(own: NoteChange, marks: NoteChange | undefined): NoteChange {
  if (marks === undefined || marks.kind === "unchanged") return own;
  return {
    kind: own.kind === "unchanged" ? "changed" : own.kind,
    formerly: own.formerly ?? marks.formerly,
    cards: { added: own.cards.added + marks.cards.added, updated: own.cards.updated + marks.cards.updated },
  };
}
