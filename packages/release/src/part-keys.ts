import type { Item } from "@high-recall/core";
import { pairNearest } from "./nearest.ts";
import { type PartName, partKey, partOfKey } from "./note-key.ts";
import type { Register, ReleasedNote } from "./register.ts";

/** The note of a part: its key from now on, the one that its first guid is made of, and what was released of it. */
export interface PartNote {
  readonly key: string;
  /** As `key`, with the item's oldest id. */
  readonly oldestKey: string;
  /** Undefined for a part that learners do not have. */
  readonly before: ReleasedNote | undefined;
}

/**
 * From which similarity on an edited text is the one released. Two questions of an item often share their words, so half
 * of them is not enough. Nothing but a relation can be meant by the relations of a formula, however it is written.
 */
const least: Readonly<Record<PartName, number>> = { "follow-up": 0.6, relation: 0, cloze: 0.6, figure: 0.6, aloud: 0 };

/**
 * The notes of an item's parts of one name, in the order of their texts. An edited text has the note of the nearest one
 * released for the same item, so that a mended word keeps the schedule, and the order does not matter. A part that was
 * retired and comes back has its old note. Without a register parts are numbered in order.
 *
 * The first relation of a formula is the item's own note: of relations the own note is one too.
 */
export function partNotes(
  register: Register | undefined,
  item: Pick<Item, "id" | "formerly">,
  name: PartName,
  texts: readonly string[],
): PartNote[] {
  const oldest = item.formerly[0] ?? item.id;
  const hasOwn = name === "relation";
  const released = releasedParts(register, item, name);
  const pairs = new Map(
    pairNearest(
      released.map(({ note }) => note.text ?? ""),
      texts,
      least[name],
    ).map(({ before, after }) => [after, released[before]]),
  );
  let last = Math.max(0, ...released.map(({ number }) => number));
  return texts.map((_, index) => {
    const found = pairs.get(index);
    const number = found?.number ?? ++last;
    const keyOf = (id: string) => (hasOwn && number === 1 ? id : partKey(id, name, number));
    return { key: keyOf(item.id), oldestKey: keyOf(oldest), before: found?.note };
  });
}

interface ReleasedPart {
  readonly number: number;
  readonly note: ReleasedNote;
}

/** What learners have of an item's parts, under any of its ids: current ones first, then retired ones. */
export function releasedParts(
  register: Register | undefined,
  item: Pick<Item, "id" | "formerly">,
  name: PartName,
): ReleasedPart[] {
  const byGuid = new Map<string, ReleasedPart>();
  const ids = [item.id, ...item.formerly];
  for (const notes of [register?.items ?? {}, register?.retired ?? {}]) {
    for (const id of ids) {
      for (const [key, note] of partsByItem(notes).get(id) ?? []) {
        const part = partOfKey(key) ?? { name: "relation", number: 1 };
        if (part.name === name && !byGuid.has(note.guid)) byGuid.set(note.guid, { number: part.number, note });
      }
    }
  }
  return [...byGuid.values()];
}

type Notes = Readonly<Record<string, ReleasedNote>>;
const grouped = new WeakMap<Notes, ReadonlyMap<string, readonly (readonly [string, ReleasedNote])[]>>();

/** The notes of a register by item, each item's by number. Grouped once: the register is large, and each item asks. */
function partsByItem(notes: Notes): ReadonlyMap<string, readonly (readonly [string, ReleasedNote])[]> {
  const found = grouped.get(notes);
  if (found !== undefined) return found;
  const groups = new Map<string, (readonly [string, ReleasedNote])[]>();
  for (const entry of Object.entries(notes)) {
    const id = entry[0].split("#")[0] ?? "";
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [entry]);
    else group.push(entry);
  }
  const numberOf = (key: string) => partOfKey(key)?.number ?? 1;
  for (const group of groups.values()) group.sort(([one], [other]) => numberOf(one) - numberOf(other));
  grouped.set(notes, groups);
  return groups;
}
