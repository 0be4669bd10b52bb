import type { Curriculum, Item, Topic } from "@high-recall/core";
import {
  changeLast,
  keepWithNext,
  type MeasureContext,
  plain,
  type Slice,
  type Strip,
  sliceText,
  type TagType,
  type Token,
  tokenize,
} from "@high-recall/typeset";
import type { Handbook } from "../product.ts";

/** Content of a handbook. */
export interface Book {
  readonly curriculum: Curriculum;
  readonly product: Handbook;
  readonly title: string;
  /** Number of a topic, by its place in the edition. */
  readonly numberOf: (topic: Topic) => number;
  /** Numbers of items, such as `4.12`, by id: those of sheets. */
  readonly numbers: ReadonlyMap<string, string>;
}

/** Page number of a destination; undefined in the first pass. */
export type PageOf = (name: string) => number | undefined;

/** What references to other items need. */
export interface References {
  readonly items: ReadonlyMap<string, Item>;
  readonly pageOf: PageOf;
  /** Numbers of items, such as `4.12`, by id. */
  readonly numbers: ReadonlyMap<string, string>;
}

/** A strip of the page's text width. */
export function pageStrip(width: number, key: string, accent: string, tags: Strip["tags"] = []): Strip {
  return { x: 0, width, accent, figures: new Map(), key, tags, backgrounds: [], depth: 0, isInSection: false };
}

/** A heading that stays with the next line. */
export function bookHeading(
  tokens: readonly Token[],
  strip: Strip,
  options: {
    readonly key: string;
    readonly tag: TagType;
    readonly scale: number;
    readonly gap: number;
    readonly colour?: string;
  },
  context: MeasureContext,
): Slice[] {
  const { key, tag, scale, gap, colour = context.theme.heading } = options;
  const type = { size: context.size * scale, weight: "bold" as const };
  const slices = sliceText(
    tokens,
    strip,
    { type, tag: { key: `${strip.key}.${key}`, type: tag }, leading: 1.2, gap, colour },
    context,
  );
  return slices.map(keepWithNext);
}

/** Plain text as tokens. */
export function wordTokens(text: string): Token[] {
  return tokenize([{ type: "text", value: text }], plain);
}

/** A link to an item: its title and, for readers on paper, its page. */
export function linkTo(item: Item, number: number, pageOf: PageOf): Token[] {
  const link = { number, url: item.path, item: item.id };
  const page = String(pageOf(item.id) ?? "000");
  return [...tokenize(item.title.children, { ...plain, link }), ...wordTokens(`${fixedSpace}(${page})`)];
}

const fixedSpace = "\u00a0";

/** A breakable space. */
export const space: Token = { kind: "space", style: plain };

/** Slices with at least this space above. */
export function withGapAbove(slices: readonly Slice[], gap: number): Slice[] {
  return slices.map((slice, index) => (index === 0 ? { ...slice, gap: Math.max(slice.gap, gap) } : slice));
}

/** Appends `next`, if it is not empty, after a break of this cost. */
export function joinSlices(slices: readonly Slice[], next: readonly Slice[], breakCost: number): readonly Slice[] {
  return next.length > 0 ? [...changeLast(slices, { breakCost }), ...next] : slices;
}
