import type { Inline, Item } from "@high-recall/core";
import { readableText } from "../inline/readable.ts";

/** A line of the index: a name, and where it is dealt with. */
export interface IndexEntry {
  readonly key: string;
  readonly sort: string;
  readonly children: readonly Inline[];
  /** The items of that very name. */
  readonly main: readonly Item[];
  /** Other items that are tagged with it. */
  readonly others: readonly Item[];
}

/** A tag of more items says nothing about where to look. */
const mostTagged = 20;

/** Terms with their other names, formulas, and tags, in the order of the alphabet; equal names are one entry. */
export function indexEntries(items: readonly Item[]): IndexEntry[] {
  const entries = new Map<string, IndexEntry>();
  const add = (children: readonly Inline[], main: readonly Item[], tagged: readonly Item[]) => {
    const sort = readableText(children).toLowerCase().replaceAll("-", " ");
    const known = entries.get(sort);
    const all = new Set([...(known?.main ?? []), ...main]);
    const others = [...(known?.others ?? []), ...tagged].filter((item) => !all.has(item));
    const name = known ?? { key: sort, sort, children };
    entries.set(sort, { ...name, main: [...all], others });
  };
  for (const item of items) {
    if (item.kind !== "term" && item.kind !== "formula") continue;
    for (const name of [item.title, ...(item.kind === "term" ? item.aliases : [])]) add(name.children, [item], []);
  }
  const titles = items.map(({ title }) => readableText(title.children));
  for (const [tag, tagged] of byTag(items)) {
    if (tagged.length <= mostTagged) add([{ type: "text", value: nameOf(tag, titles) }], [], tagged);
  }
  return [...entries.values()].sort((a, b) => (a.sort < b.sort ? -1 : 1));
}

function byTag(items: readonly Item[]): Map<string, Item[]> {
  const tags = new Map<string, Item[]>();
  for (const item of items) {
    for (const tag of item.tags) tags.set(tag, [...(tags.get(tag) ?? []), item]);
  }
  return tags;
}

/** A tag in words; abbreviations and names as titles write them, such as "LSTM". */
function nameOf(tag: string, titles: readonly string[]): string {
  const pattern = new RegExp(`(?<![\\p{L}\\d])${tag.split("-").join("[ -]")}(?=s?(?![\\p{L}\\d]))`, "iu");
  for (const title of titles) {
    const found = pattern.exec(title);
    if (!found) continue;
    const isName = /\p{Lu}/u.test(found[0].slice(found.index > 0 ? 0 : 1));
    if (isName) return found[0];
  }
  return tag.replaceAll("-", " ");
}

/** Pages in order, neighbours of three and more as one range: "197, 201–204". */
export function pageRanges(pages: readonly number[]): { readonly from: number; readonly to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  for (const page of [...new Set(pages)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last.to === page - 1) last.to = page;
    else ranges.push({ from: page, to: page });
  }
  return ranges.flatMap((range) =>
    range.to === range.from + 1
      ? [
          { from: range.from, to: range.from },
          { from: range.to, to: range.to },
        ]
      : [range],
  );
}
