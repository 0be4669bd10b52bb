import { type Item, itemsOf } from "@high-recall/core";
import {
  changeLast,
  columnBreak,
  type MeasureContext,
  plain,
  type Slice,
  sliceText,
  type Token,
  tokenize,
} from "@high-recall/typeset";
import { topicColour } from "../shared/theme.ts";
import { type Book, bookHeading, type PageOf, pageStrip, space, wordTokens } from "./book.ts";
import { type IndexEntry, indexEntries, pageRanges } from "./index-entries.ts";

/** Title of the index. */
export const indexTitle = "Index of terms";

/** The index: terms with their aliases, formulas and tags, by letter, with pages as links. */
export function indexSlices(book: Book, width: number, pageOf: PageOf, context: MeasureContext): Slice[] {
  const strip = pageStrip(width, "index", topicColour(book.product.ink, 1));
  const entries = indexEntries(itemsOf(book.curriculum));
  let letter = "";
  const slices = entries.flatMap((entry, index) => {
    const initial = initialOf(entry.sort);
    const next = entries[index + 1];
    const isNew = initial !== letter;
    letter = initial;
    const head = {
      key: `letter.${initial}`,
      tag: "H2" as const,
      scale: 1,
      gap: 0.9 * context.size,
      colour: strip.accent,
    };
    const lines = entrySlices(entry, strip, pageOf, context);
    if (!isNew) return lines;
    const isAlone = !next || initialOf(next.sort) !== initial;
    return [
      ...bookHeading(wordTokens(initial), strip, head, context),
      ...(isAlone ? lines : changeLast(lines, { breakCost: columnBreak.afterFirstIndexEntry })),
    ];
  });
  if (slices.length === 0) return [];
  const title = bookHeading(wordTokens(indexTitle), strip, { key: "title", tag: "H1", scale: 2, gap: 0 }, context);
  const anchor = { name: "index/", outline: { title: indexTitle, level: 0 } };
  return [...title, ...slices].map((slice, index) =>
    index === 0 ? { ...slice, startsPage: true, anchors: [anchor] } : slice,
  );
}

function initialOf(sort: string): string {
  const first = sort
    .replace(/^[^\p{L}\d]+/u, "")
    .slice(0, 1)
    .toUpperCase();
  return /\p{L}/u.test(first) ? first : "#";
}

function entrySlices(
  entry: IndexEntry,
  strip: Parameters<typeof sliceText>[1],
  pageOf: PageOf,
  context: MeasureContext,
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
  const type = { size: context.size * 0.92, weight: "regular" as const };
  const tag = { key: `index.${entry.key}`, type: "P" as const };
  return sliceText(tokens, strip, { type, tag, leading: 1.26, hang: context.size }, context).map((slice) => ({
    ...slice,
    breakCost: slice.breakCost === columnBreak.forbidden ? columnBreak.forbidden : columnBreak.free,
  }));
}

/** Each page once, with the first item on it; page 0 in the first pass. */
function pagesOf(items: readonly Item[], pageOf: PageOf): { readonly item: Item; readonly page: number }[] {
  const places = new Map<number, Item>();
  for (const item of items) {
    const page = pageOf(item.id) ?? 0;
    if (!places.has(page)) places.set(page, item);
  }
  return [...places].map(([page, item]) => ({ item, page }));
}
