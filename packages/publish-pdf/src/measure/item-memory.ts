import type { Figure, Item } from "@high-recall/core";
import type { Slice } from "./slice.ts";

/**
 * Remembers how items were measured, so that a rebuild measures only what has changed. It goes by the item itself: an
 * item is not changed in place.
 */
export interface ItemMemory {
  /** Begins a publication: what the last one did not ask for is forgotten. */
  begin(): void;
  /** The slices of an item in a setting, measured if they are not known. The setting says all that they depend on. */
  recall(item: Item, figures: readonly Figure[], setting: string, measure: () => Slice[]): readonly Slice[];
}

/** Settings that are remembered of one item: a sheet is tried at a few sizes. */
const mostSettings = 4;
/** Items that are remembered, at about 35 KB each: a longer sheet is measured anew beyond them. */
const mostItems = 3000;

type Settings = Map<string, { readonly figures: readonly Figure[]; readonly slices: readonly Slice[] }>;

export function itemMemory(): ItemMemory {
  let before = new Map<Item, Settings>();
  let now = new Map<Item, Settings>();
  return {
    begin() {
      before = now;
      now = new Map();
    },
    recall(item, figures, setting, measure) {
      const settings: Settings = now.get(item) ?? before.get(item) ?? new Map();
      const known = settings.get(setting);
      const slices = known?.figures === figures ? known.slices : measure();
      if (!now.has(item) && now.size === mostItems) return slices;
      now.set(item, settings);
      const [oldest] = settings.keys();
      if (oldest !== undefined && settings.size >= mostSettings && !settings.has(setting)) settings.delete(oldest);
      settings.set(setting, { figures, slices });
      return slices;
    },
  };
}

/** The items that an item links to, wherever in it the link stands. */
export function linkedItems(item: Item): readonly string[] {
  let ids = links.get(item);
  if (!ids) {
    const found = new Set<string>();
    collect(item, found);
    ids = [...found];
    links.set(item, ids);
  }
  return ids;
}

const links = new WeakMap<Item, readonly string[]>();

function collect(value: unknown, found: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const entry of value) collect(entry, found);
    return;
  }
  const { type, data } = value as { type?: unknown; data?: { item?: unknown } };
  if (type === "link" && typeof data?.item === "string") found.add(data.item);
  for (const entry of Object.values(value)) collect(entry, found);
}
