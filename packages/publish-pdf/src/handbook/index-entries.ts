import { nameOf as conceptName, type Inline, type Item } from "@high-recall/core";
import { readableText } from "@high-recall/typeset";
import { textsOf } from "./item-text.ts";

/** A name in the index, with the items to look up. */
export interface IndexEntry {
  readonly key: string;
  readonly sort: string;
  readonly children: readonly Inline[];
  /** Items with this name. */
  readonly main: readonly Item[];
  /** Other items tagged with it. */
  readonly others: readonly Item[];
}

/** A tag of more items does not tell where to look. */
const mostTagged = 20;

/**
 * Names of concepts, other names of terms, and tags, in alphabetical order; equal names share one entry. A tag of a single
 * item is left out unless the item mentions it.
 */
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
    if (item.kind === "guide" || item.kind === "path") continue;
    for (const name of [conceptName(item), ...(item.kind === "term" ? item.aliases : [])])
      add(name.children, [item], []);
  }
  const titles = items.map(({ title }) => readableText(title.children));
  for (const [tag, tagged] of byTag(items)) {
    const name = knownName(tag, entries);
    const isMentioned = tagged.length > 1 || name !== undefined || tagged.some((item) => mentions(item, tag));
    if (!isMentioned || tagged.length > mostTagged) continue;
    add(name ?? [{ type: "text", value: nameOf(tag, tagged, titles) }], [], tagged);
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

/** Entry that a tag belongs to, singular or plural. */
function knownName(tag: string, entries: ReadonlyMap<string, IndexEntry>): readonly Inline[] | undefined {
  const words = tag.replaceAll("-", " ");
  const [one, more] = [words.replace(/s$/, ""), `${words}s`];
  return (entries.get(words) ?? entries.get(one) ?? entries.get(more))?.children;
}

/** Whether an item mentions the words of a tag, so that readers find them there. */
function mentions(item: Item, tag: string): boolean {
  const words = wordsOf(tag);
  return textsOf(item).some((text) => words.test(text));
}

/** A tag in words, spelled as in the sentences of its items, such as "LSTM", else as in a title. */
function nameOf(tag: string, tagged: readonly Item[], titles: readonly string[]): string {
  const texts = tagged.flatMap(textsOf);
  const words = tag.replaceAll("-", " ");
  return usualSpelling(words, texts) ?? usualSpelling(tag, texts) ?? titleSpelling(tag, titles) ?? words;
}

/** Most frequent spelling of a name after lower-case words, where capitals belong to the name. */
function usualSpelling(name: string, texts: readonly string[]): string | undefined {
  const pattern = new RegExp(bounded(name), "giu");
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const isItsOwn = capitals.test(found) || afterLowerCase.test(text.slice(0, index));
      if (isItsOwn) counts.set(found, (counts.get(found) ?? 0) + 1);
    }
  }
  const most = Math.max(0, ...counts.values());
  return [...counts.keys()].find((spelling) => counts.get(spelling) === most);
}

const capitals = /^\p{Lu}{2,}$/u;
const afterLowerCase = /(?:^|[ (])\p{Ll}+,? $/u;

/** Spelling in a title, if its capitals do not come from the position in the title. */
function titleSpelling(tag: string, titles: readonly string[]): string | undefined {
  for (const title of titles) {
    const found = wordsOf(tag).exec(title);
    if (found && /\p{Lu}/u.test(found[0].slice(found.index > 0 ? 0 : 1))) return found[0];
  }
  return undefined;
}

function wordsOf(tag: string): RegExp {
  return new RegExp(bounded(tag.split("-").join("[ -]")), "iu");
}

function bounded(pattern: string): string {
  return `(?<![\\p{L}\\d])${pattern}(?=s?(?![\\p{L}\\d]))`;
}

/** Sorted pages; three or more in a row become a range: "197, 201–204". */
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
