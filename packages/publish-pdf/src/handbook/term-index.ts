import { type Item, itemsOf } from "@high-recall/core";
import {
  type Environment,
  never,
  plain,
  type Slice,
  sliceText,
  type Token,
  tokenize,
  withLast,
} from "@high-recall/typeset";
import { type Book, bookHeading, type PageOf, pageFrame, space, words } from "./book.ts";
import { type IndexEntry, indexEntries, pageRanges } from "./index-entries.ts";

/** The title of the index, over all columns. */
export const indexTitle = "Index of terms";

/** The index: terms with their other names, formulas and tags, by letter, with their pages as links. */
export function indexSlices(book: Book, width: number, pageOf: PageOf, env: Environment): Slice[] {
  const frame = pageFrame(width, "index", env.palette.topic(0));
  const entries = indexEntries(itemsOf(book.curriculum));
  let letter = "";
  const slices = entries.flatMap((entry, index) => {
    const initial = initialOf(entry.sort);
    const next = entries[index + 1];
    const isNew = initial !== letter;
    letter = initial;
    const head = { key: `letter.${initial}`, tag: "H2" as const, scale: 1, gap: 0.9 * env.size, colour: frame.accent };
    const lines = entrySlices(entry, frame, pageOf, env);
    if (!isNew) return lines;
    const isAlone = !next || initialOf(next.sort) !== initial;
    return [
      ...bookHeading(words(initial), frame, head, env),
      ...(isAlone ? lines : withLast(lines, { breakCost: afterFirst })),
    ];
  });
  if (slices.length === 0) return [];
  const title = bookHeading(words(indexTitle), frame, { key: "title", tag: "H1", scale: 2, gap: 0 }, env);
  const anchor = { name: "index/", outline: { title: indexTitle, level: 0 } };
  return [...title, ...slices].map((slice, index) =>
    index === 0 ? { ...slice, startsPage: true, anchors: [anchor] } : slice,
  );
}

/** Cost of a column's end after the first entry of a letter. */
const afterFirst = 60;

function initialOf(sort: string): string {
  const first = sort
    .replace(/^[^\p{L}\d]+/u, "")
    .slice(0, 1)
    .toUpperCase();
  return /\p{L}/u.test(first) ? first : "#";
}

function entrySlices(
  entry: IndexEntry,
  frame: Parameters<typeof sliceText>[1],
  pageOf: PageOf,
  env: Environment,
): Slice[] {
  const name = tokenize(entry.children);
  const main = pagesOf(entry.main, pageOf);
  const mainPages = new Set(main.map(({ page }) => page));
  const others = pagesOf(entry.others, pageOf).filter(({ page }) => !mainPages.has(page));
  const links = [
    ...main.map((place) => ({ ...place, text: String(place.page), isBold: true })),
    ...pageRanges(others.map(({ page }) => page)).flatMap(({ from, to }) => {
      const place = others.find(({ page }) => page === from);
      return place ? [{ ...place, text: from === to ? String(from) : `${from}–${to}`, isBold: false }] : [];
    }),
  ];
  const tokens: Token[] = [
    ...name,
    ...links.flatMap(({ item, text, isBold }, number): Token[] => {
      const style = { ...plain, isBold, link: { number, url: item.path, item: item.id } };
      const comma: Token[] = number === 0 ? [] : [{ kind: "word", text: ",", style: plain }];
      return [...comma, space, ...tokenize([{ type: "text", value: text }], style)];
    }),
  ];
  const type = { size: env.size * 0.92, weight: "regular" as const };
  const tag = { key: `index.${entry.key}`, type: "P" as const };
  return sliceText(tokens, frame, { type, tag, leading: 1.26, hang: env.size }, env).map((slice) => ({
    ...slice,
    breakCost: slice.breakCost === never ? never : 0,
  }));
}

/** Each page once, with the first item on it; 0 while pages are still counted. */
function pagesOf(items: readonly Item[], pageOf: PageOf): { readonly item: Item; readonly page: number }[] {
  const places = new Map<number, Item>();
  for (const item of items) {
    const page = pageOf(item.id) ?? 0;
    if (!places.has(page)) places.set(page, item);
  }
  return [...places].map(([page, item]) => ({ item, page }));
}
