import type { Figure, Item } from "@high-recall/core";
import type { Slice } from "./slice.ts";

/**
 * Remembers how items were measured, so that a rebuild measures only what has changed. It goes by the item itself: an
 * item is not changed in place.
 */
export interface ItemMemory {
  /** Begins a publication: what the last one did not ask for is forgotten. */
  begin(): void;
  /** The slices of an item, measured if they are not known. */
  recall(item: Item, setting: Setting, measure: () => Slice[]): readonly Slice[];
}

/** All that the slices of an item depend on besides the item. */
export interface Setting {
  readonly figures: readonly Figure[];
  /** Whether the document has an item, so that links can lead to it. */
  readonly hasItem: (id: string) => boolean;
  /** Type, measures and colours. */
  readonly style: string;
}

/** Settings that are remembered of one item: a sheet is tried at a few sizes. */
const mostSettings = 4;
/** Items that are remembered, at about 35 KB each: a longer sheet is measured anew beyond them. */
const mostItems = 3000;

/** By style. */
type Settings = Map<string, Setting & { readonly slices: readonly Slice[] }>;

export function itemMemory(): ItemMemory {
  let before = new Map<Item, Settings>();
  let now = new Map<Item, Settings>();
  return {
    begin() {
      before = now;
      now = new Map();
    },
    recall(item, setting, measure) {
      const { style } = setting;
      const settings: Settings = now.get(item) ?? before.get(item) ?? new Map();
      const known = settings.get(style);
      const slices = known && isSame(known, setting, item) ? known.slices : measure();
      if (!now.has(item) && now.size === mostItems) return slices;
      now.set(item, settings);
      const [oldest] = settings.keys();
      if (oldest !== undefined && settings.size >= mostSettings && !settings.has(style)) settings.delete(oldest);
      settings.set(style, { ...setting, slices });
      return slices;
    },
  };
}

/** Whether figures are the same, and every link leads where it led. */
function isSame(known: Setting, setting: Setting, item: Item): boolean {
  if (known.figures !== setting.figures) return false;
  return (
    known.hasItem === setting.hasItem || linkedItems(item).every((id) => known.hasItem(id) === setting.hasItem(id))
  );
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
