import type { Figure, Item } from "@high-recall/core";
import type { Slice } from "./slice.ts";

/**
 * Remembers how items were measured, so that a rebuild measures only what has changed. It goes by the item itself: an
 * item is not changed in place, and one that is gone is forgotten with its slices.
 */
export interface ItemMemory {
  /** The slices of an item in a setting, measured if they are not known. The setting says all that they depend on. */
  recall(item: Item, figures: readonly Figure[], setting: string, measure: () => Slice[]): readonly Slice[];
}

/** Settings that are remembered of one item: a sheet is tried at a few sizes. */
const most = 4;

interface Known {
  readonly figures: readonly Figure[];
  readonly slices: readonly Slice[];
}

export function itemMemory(): ItemMemory {
  const memory = new WeakMap<Item, Map<string, Known>>();
  return {
    recall(item, figures, setting, measure) {
      let settings = memory.get(item);
      if (!settings) {
        settings = new Map();
        memory.set(item, settings);
      }
      const known = settings.get(setting);
      if (known?.figures === figures) return known.slices;
      const slices = measure();
      const [oldest] = settings.keys();
      if (oldest !== undefined && settings.size >= most) settings.delete(oldest);
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
