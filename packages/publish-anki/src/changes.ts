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
      Object.entries(items).map(([id, item]) => [item.guid, { id, item }] as const),
    ),
  );
  const wasRetired = new Set(Object.values(before.retired).map(({ guid }) => guid));
  const changes = { added: [] as Changed[], changed: [] as Changed[], retired: [] as Changed[], unchanged: 0 };
  const compare = (id: string, item: ReleasedItem, isRetired: boolean) => {
    const last = old.get(item.guid);
    if (last === undefined) {
      changes.added.push({ id, formerly: undefined, cards: { added: item.cards, updated: 0 } });
      return;
    }
    if (last.item.hash === item.hash) {
      changes.unchanged += 1;
      return;
    }
    const cards = { added: Math.max(0, item.cards - last.item.cards), updated: last.item.cards };
    const kind = isRetired && !wasRetired.has(item.guid) ? "retired" : "changed";
    changes[kind].push({ id, formerly: last.id === id ? undefined : last.id, cards });
  };
  for (const [id, item] of ordered(after.items)) compare(id, item, false);
  for (const [id, item] of ordered(after.retired)) compare(id, item, true);
  return changes;
}

function ordered(items: Readonly<Record<string, ReleasedItem>>): [string, ReleasedItem][] {
  return Object.entries(items).sort(([one], [other]) => (one < other ? -1 : 1));
}
