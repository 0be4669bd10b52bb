import { kinds, type Topic } from "@high-recall/core";
import {
  type Drawing,
  drawLabel,
  type Label,
  labelWidth,
  type MeasureContext,
  readableText,
  tint,
} from "@high-recall/typeset";
import { topicColour } from "../shared/theme.ts";
import { badgeNames, badgeSize, drawBadge } from "./badge.ts";
import type { SheetContent } from "./sheet-content.ts";

/** Where the head of a page is, in points. */
export interface HeadPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** Height of the title line and of the map, with the space below. */
export const titleHeight = 17;
export const mapHeight = 14.5;

const titleBaseline = 11.5;

/** Title, what is on the page, and the legend; below them the map of topics, if there are several. */
export function pageHead(
  content: SheetContent,
  shown: readonly Topic[],
  place: HeadPlace,
  context: MeasureContext,
): Drawing[] {
  return [
    ...titleLine(content, shown, place, context),
    ...(hasMap(content) ? map(content, shown, place, context) : []),
  ];
}

/** Whether the sheet has several topics, one after the other. */
export function hasMap({ curriculum, product }: SheetContent): boolean {
  return curriculum.topics.length > 1 && product.order === "study";
}

function titleLine(
  content: SheetContent,
  shown: readonly Topic[],
  place: HeadPlace,
  context: MeasureContext,
): Drawing[] {
  const { theme, fonts } = context;
  const right = place.left + place.width;
  const baseline = place.top + titleBaseline;
  const title: Label = { text: content.title, face: "sans-bold", size: 14.5, colour: theme.heading };
  const room = place.width * 0.5;
  // A glossary has no panels to explain.
  const legend =
    content.product.order === "study"
      ? legendOf(content, right - 42, baseline, context)
      : { left: right - 42, drawings: [] };
  const legendLeft = legend.left;
  const after = place.left + Math.min(room, labelWidth(title, fonts)) + 8;
  const names = hasMap(content) ? rangeOf(shown, content) : content.subtitle;
  const note: Label = { text: names, face: "sans", size: 8.5, colour: theme.quiet };
  return [
    ...drawLabel(title, place.left, baseline, room, fonts),
    ...drawLabel(note, after, baseline, legendLeft - 10 - after, fonts),
    ...legend.drawings,
  ];
}

/** The topics of a page: up to two names, else the first and the last. */
function rangeOf(shown: readonly Topic[], { numberOf }: SheetContent): string {
  const names = shown.map((topic) => `${numberOf(topic)} ${readableText((topic.name ?? topic.title).children)}`);
  return names.length > 2 ? `${names[0]} – ${names.at(-1)}` : names.join(" · ");
}

/** The kinds that the sheet has, each with its sign, set from right to left. */
function legendOf({ curriculum }: SheetContent, right: number, baseline: number, context: MeasureContext) {
  const present = new Set(curriculum.topics.flatMap(({ items }) => items.map(({ kind }) => kind)));
  const drawings: Drawing[] = [];
  let left = right;
  const word = (text: string, colour = context.theme.quiet, face: Label["face"] = "sans") => {
    const label: Label = { text, face, size: 7, colour };
    left -= labelWidth(label, context.fonts);
    drawings.push(...drawLabel(label, left, baseline - 1, 200, context.fonts));
  };
  word("thick rail: essential");
  left -= 9;
  word("trap");
  left -= 3;
  word("▲", context.theme.isGrey ? context.theme.text : "#b3261e", "sans-bold");
  for (const kind of kinds.toReversed()) {
    if (!present.has(kind)) continue;
    left -= 9;
    word(badgeNames[kind]);
    left -= badgeSize + 3;
    drawings.push(...drawBadge(kind, left, baseline - 7.6, context));
  }
  return { drawings, left };
}

/** A chip a topic of the edition; those on this page are filled. */
function map(content: SheetContent, shown: readonly Topic[], place: HeadPlace, context: MeasureContext): Drawing[] {
  const { fonts, theme } = context;
  const gap = 2.4;
  const pad = 3;
  const size = 6.2;
  const chips = content.topics.map((topic) => {
    const text = `${content.numberOf(topic)} ${readableText((topic.name ?? topic.title).children)}`;
    return { topic, text, width: labelWidth({ text, face: "sans-semibold", size, colour: "" }, fonts) };
  });
  const wanted = chips.reduce((sum, { width }) => sum + width, 0);
  const room = place.width - gap * (chips.length - 1) - 2 * pad * chips.length;
  // Names share the width by need; if there is too little, the longest are cut.
  const most =
    wanted > room
      ? widestThatFits(
          chips.map(({ width }) => width),
          room,
        )
      : Number.POSITIVE_INFINITY;
  const spare = Math.max(0, room - wanted) / chips.length;
  const top = place.top + titleHeight - 1;
  const height = 10.5;
  let left = place.left;
  return chips.flatMap(({ topic, text, width: natural }) => {
    const inner = Math.min(natural, most);
    const width = inner + 2 * pad + spare;
    const isHere = shown.some(({ id }) => id === topic.id);
    const accent = topicColour(content.product.ink, content.numberOf(topic));
    const fill = isHere ? accent : theme.isGrey ? "#eeeeee" : tint(accent, 0.1);
    const label: Label = { text, face: "sans-semibold", size, colour: isHere ? "#ffffff" : accent };
    const x = left + pad + spare / 2;
    left += width + gap;
    return [
      { kind: "rectangle", x: left - width - gap, y: top, width, height, radius: 1.6, fill } as const,
      ...drawLabel(label, x, top + 7.4, inner + 0.01, fonts),
    ];
  });
}

/** The width at which the widest are cut so that all fit. */
function widestThatFits(widths: readonly number[], room: number): number {
  let [low, high] = [0, Math.max(...widths)];
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (widths.reduce((sum, width) => sum + Math.min(width, middle), 0) > room) high = middle;
    else low = middle;
  }
  return low;
}
