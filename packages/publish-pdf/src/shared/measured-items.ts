import type { Figure, Item } from "@high-recall/core";
import type { Slice } from "@high-recall/typeset";

/**
 * Remembers how items were measured, so that a rebuild measures only what has changed. The key is the item object: items
 * are never changed in place.
 */
export interface MeasuredItems {
  /** Starts a publication: forgets items that the last one did not use. */
  startPublication(): void;
  /** Slices of an item; calls `measure` if they are not known. */
  slicesOf(item: Item, setting: MeasureSetting, measure: () => Slice[]): readonly Slice[];
}

/** Everything that the slices of an item depend on besides the item. */
export interface MeasureSetting {
  readonly figures: readonly Figure[];
  /** Whether the document holds an item, so that links can lead to it. */
  readonly hasItem: (id: string) => boolean;
  /** Type, measures and colours, as a key. */
  readonly style: string;
}

/** Settings remembered for an item: fitting a sheet tries a few sizes. */
const mostSettings = 4;
/** Items remembered, at about 35 KB each; those after them are measured again. */
const mostItems = 3000;

/** By style. */
type Settings = Map<string, MeasureSetting & { readonly slices: readonly Slice[] }>;

/** Makes an empty memory. */
export function measuredItems(): MeasuredItems {
  let last = new Map<Item, Settings>();
  let current = new Map<Item, Settings>();
  return {
    startPublication() {
      last = current;
      current = new Map();
    },
    slicesOf(item, setting, measure) {
      const { style } = setting;
      const settings: Settings = current.get(item) ?? last.get(item) ?? new Map();
      const known = settings.get(style);
      const slices = known && isSame(known, setting, item) ? known.slices : measure();
      if (!current.has(item) && current.size === mostItems) return slices;
      current.set(item, settings);
      const [oldest] = settings.keys();
      if (oldest !== undefined && settings.size >= mostSettings && !settings.has(style)) settings.delete(oldest);
      settings.set(style, { ...setting, slices });
      return slices;
    },
  };
}

/** Whether figures are the same, and every link leads to the same place. */
function isSame(known: MeasureSetting, setting: MeasureSetting, item: Item): boolean {
  if (known.figures !== setting.figures) return false;
  return (
    known.hasItem === setting.hasItem || linkedItems(item).every((id) => known.hasItem(id) === setting.hasItem(id))
  );
}

/** Ids of the items that an item links to, anywhere in it. */
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
