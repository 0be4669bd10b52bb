import { type Item, nameOf, type Phrase } from "@high-recall/core";
import {
  columnBreak,
  drawLabel,
  keepWithNext,
  type Label,
  type MeasureContext,
  plain,
  readableText,
  type Slice,
  type Strip,
  sliceText,
  type TagStep,
  type Token,
  tokenize,
} from "@high-recall/typeset";
import { otherNames } from "../shared/other-names.ts";
import type { SheetContent } from "./sheet-content.ts";

interface Entry {
  readonly name: Phrase;
  readonly item: Item & { readonly short: Phrase };
  /** Whether it is another name of the item: it says where to look. */
  readonly isAlias: boolean;
}

/** Every concept from A to Z: its name, its number in the book, and its short answer; other names lead to it. */
export function* glossaryRuns(
  { curriculum, numbers }: SheetContent,
  width: number,
  context: MeasureContext,
): Generator<readonly Slice[]> {
  const strip: Strip = {
    ...{ x: 0, width, accent: context.theme.heading, figures: new Map(), key: "glossary", tags: [] },
    ...{ backgrounds: [], depth: 0, isInSection: false },
  };
  let letter = "";
  for (const entry of entriesOf(curriculum.topics.flatMap(({ items }) => items))) {
    const first = letterOf(entry.name);
    const head = first === letter ? [] : letterHead(first, strip, context);
    letter = first;
    yield [...head, ...entrySlices(entry, numbers.get(entry.item.id) ?? "", strip, context)];
  }
}

function entriesOf(items: readonly Item[]): Entry[] {
  const entries = items.flatMap((item): Entry[] => {
    if (!("short" in item)) return [];
    const names = [nameOf(item), ...(item.kind === "term" ? otherNames(item) : [])];
    return names.map((name, index) => ({ name, item, isAlias: index > 0 }));
  });
  return entries.sort((one, other) => compare(sortKey(one.name), sortKey(other.name)));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function sortKey(name: Phrase): string {
  return readableText(name.children)
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N} ]/gu, "")
    .toLowerCase()
    .trim();
}

/** The letter of an entry; one `0–9` for all digits. */
function letterOf(name: Phrase): string {
  const first = sortKey(name).charAt(0).toUpperCase();
  return /\p{N}/u.test(first) ? "0–9" : first;
}

function letterHead(letter: string, strip: Strip, context: MeasureContext): Slice[] {
  const size = 1.4 * context.size;
  const label: Label = { text: letter, face: "sans-bold", size, colour: context.theme.heading };
  const tag: TagStep = { key: `glossary.${letter}`, type: "H1" };
  const rule = {
    kind: "line" as const,
    from: [0, 1.3 * size] as const,
    to: [strip.width, 1.3 * size] as const,
    thickness: 0.7,
    colour: context.theme.heading,
  };
  return [
    {
      height: 1.4 * size,
      gap: 0.9 * context.size,
      isElastic: true,
      breakCost: columnBreak.forbidden,
      content: [
        { tags: [], drawings: [rule] },
        { tags: [tag], drawings: drawLabel(label, 0, size, strip.width, context.fonts) },
      ],
      backgrounds: [],
      anchors: [{ name: `glossary/${letter}`, outline: { title: letter, level: 0 } }],
    },
  ];
}

const space: Token = { kind: "space", style: plain };

function entrySlices({ name, item, isAlias }: Entry, number: string, strip: Strip, context: MeasureContext): Slice[] {
  const key = isAlias ? `${item.id}.${sortKey(name)}` : item.id;
  const title: TagStep = { key: `${key}.title`, type: "H2" };
  const body: Token[] = isAlias
    ? [{ kind: "word", text: "see", style: { ...plain, isItalic: true } }, space, ...tokenize(nameOf(item).children)]
    : tokenize(item.short.children);
  const tokens: Token[] = [
    ...tokenize(name.children, { ...plain, isBold: true, isTitle: true }),
    ...(isAlias ? [] : [space, { kind: "word", text: number, style: { ...plain, isItalic: true } } as const]),
    // Starts with a no-break space, so that no line starts with the dash.
    { kind: "word", text: "\u00a0–", style: plain },
    space,
    ...body,
  ];
  const type = { size: context.size, weight: "regular" as const };
  const options = { type, tag: { key: `${key}.entry`, type: "P" as const }, title, gap: 0.42 * context.size };
  const slices = sliceText(tokens, strip, { ...options, hang: context.size }, context);
  return slices.map((slice, index) => {
    const isLast = index === slices.length - 1;
    const kept = isLast ? { ...slice, breakCost: columnBreak.free } : keepWithNext(slice);
    return index === 0 && !isAlias ? { ...kept, isElastic: true, anchors: [{ name: item.id }] } : kept;
  });
}
