import { type Inline, type Item, itemsOf } from "@high-recall/core";
import { readableText } from "../inline/readable.ts";
import { plain, type Token, tokenize } from "../inline/tokens.ts";
import type { Environment } from "../measure/environment.ts";
import { sliceText } from "../measure/paragraph.ts";
import { never, type Slice } from "../measure/slice.ts";
import { type Book, bookHeading, type PageOf, pageFrame, space, words } from "./book.ts";

interface Entry {
  readonly key: string;
  readonly sort: string;
  readonly children: readonly Inline[];
  readonly item: Item;
}

/** The title of the index, over all columns. */
export const indexTitle = "Index of terms";

/** The index: terms with their other names, and formulas, by letter, each with its page as a link. */
export function indexSlices(book: Book, width: number, pageOf: PageOf, env: Environment): Slice[] {
  const frame = pageFrame(width, "index", env.palette.topic(0));
  const entries = entriesOf(itemsOf(book.curriculum));
  let letter = "";
  const slices = entries.flatMap((entry) => {
    const initial = initialOf(entry.sort);
    const isNew = initial !== letter;
    letter = initial;
    const head = { key: `letter.${initial}`, tag: "H2" as const, scale: 1, gap: 0.9 * env.size, colour: frame.accent };
    return [...(isNew ? bookHeading(words(initial), frame, head, env) : []), ...entrySlices(entry, frame, pageOf, env)];
  });
  if (slices.length === 0) return [];
  const title = bookHeading(words(indexTitle), frame, { key: "title", tag: "H1", scale: 2, gap: 0 }, env);
  const anchor = { name: "index/", outline: { title: indexTitle, level: 0 } };
  return [...title, ...slices].map((slice, index) =>
    index === 0 ? { ...slice, startsPage: true, anchors: [anchor] } : slice,
  );
}

function entriesOf(items: readonly Item[]): Entry[] {
  const entries = items.flatMap((item): Entry[] => {
    if (item.kind !== "term" && item.kind !== "formula") return [];
    const names = [item.title, ...(item.kind === "term" ? item.aliases : [])];
    return names.map((name, index) => {
      const sort = readableText(name.children).toLowerCase();
      return { key: `${item.id}.${index}`, sort, children: name.children, item };
    });
  });
  return entries.sort((a, b) => compare(a.sort, b.sort) || compare(a.key, b.key));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function initialOf(sort: string): string {
  const first = sort
    .replace(/^[^\p{L}\d]+/u, "")
    .slice(0, 1)
    .toUpperCase();
  return /\p{L}/u.test(first) ? first : "#";
}

function entrySlices(entry: Entry, frame: Parameters<typeof sliceText>[1], pageOf: PageOf, env: Environment): Slice[] {
  const page = pageOf(entry.item.id);
  const link = { number: 0, url: entry.item.path, item: entry.item.id };
  const tokens: Token[] = [
    ...tokenize(entry.children),
    space,
    ...tokenize([{ type: "text", value: page === undefined ? "000" : String(page) }], { ...plain, link }),
  ];
  const type = { size: env.size * 0.92, weight: "regular" as const };
  return sliceText(tokens, frame, { type, tag: { key: `index.${entry.key}`, type: "P" }, leading: 1.26 }, env).map(
    (slice) => ({
      ...slice,
      breakCost: slice.breakCost === never ? never : 0,
    }),
  );
}
