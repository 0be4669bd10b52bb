import type { Topic } from "@high-recall/core";
import {
  columnBreak,
  type Drawing,
  drawLabel,
  drawLine,
  type Label,
  labelWidth,
  layoutText,
  type MeasureContext,
  readableText,
  type Slice,
  type Strip,
  tokenize,
} from "@high-recall/typeset";
import { topicColour } from "../shared/theme.ts";
import { type Concept, conceptsOf } from "./concepts.ts";
import { type Detail, measurePanel } from "./panel.ts";
import type { SheetContent } from "./sheet-content.ts";

/** What a sheet shows of a concept; undefined for nothing. */
export type DetailOf = (concept: Concept) => Detail | undefined;

/** The slices of a panel; each is measured once. */
export type MeasuredPanels = (concept: Concept, detail: Detail) => readonly Slice[];

/** Measures panels of a sheet on demand. */
export function measuredPanels(
  { curriculum, numberOf, numbers, product }: SheetContent,
  columnWidth: number,
  context: MeasureContext,
): MeasuredPanels {
  const strips = new Map(
    curriculum.topics.map((topic) => [
      topic.id,
      stripOf(topic, topicColour(product.ink, numberOf(topic)), columnWidth),
    ]),
  );
  const known = new Map<Concept, Map<Detail, Slice[]>>();
  return (concept, detail) => {
    const { id, topic } = concept.item;
    const levels = known.get(concept) ?? new Map<Detail, Slice[]>();
    known.set(concept, levels);
    let slices = levels.get(detail);
    if (slices === undefined) {
      const strip = strips.get(topic) as Strip;
      const tags = [...strip.tags, { key: id, type: "Sect" as const }];
      slices = measurePanel(concept, detail, numbers, { ...strip, key: id, tags }, context);
      levels.set(detail, slices);
    }
    return slices;
  };
}

function stripOf(topic: Topic, accent: string, width: number): Strip {
  const figures = new Map(topic.figures.map((figure) => [figure.path, figure]));
  const tags = [{ key: `topic/${topic.id}`, type: "Sect" as const }];
  return {
    ...{ x: 0, width, accent, figures, key: `topic/${topic.id}`, tags },
    ...{ backgrounds: [], depth: 0, isInSection: false },
  };
}

/** A topic as runs of slices: the bar with its name, then one run per panel. */
export function* topicRuns(
  topic: Topic,
  { product, numberOf }: SheetContent,
  detailOf: DetailOf,
  columnWidth: number,
  panels: MeasuredPanels,
  context: MeasureContext,
): Generator<readonly Slice[]> {
  const number = numberOf(topic);
  const strip = stripOf(topic, topicColour(product.ink, number), columnWidth);
  const shown = conceptsOf(topic).flatMap((concept) => {
    const detail = detailOf(concept);
    return detail === undefined ? [] : [{ concept, detail }];
  });
  if (shown.length === 0) return;
  const bar = topicBar(topic, number, columnWidth, strip, context);
  yield [product.begin === "column" ? { ...bar, startsColumn: true } : bar];
  const continued = continuedBar(topic, number, columnWidth, strip, context);
  for (const [place, { concept, detail }] of shown.entries()) {
    yield panels(concept, detail).map((slice, index) => {
      if (place === 0 && index === 0) return { ...slice, isElastic: false, gap: belowBar };
      return { ...slice, headAfterBreak: [continued, ...(slice.headAfterBreak ?? [])] };
    });
  }
}

/** Space between a bar and its first panel in points. */
const belowBar = 3.2;

/** The bar with a topic's number and title. */
function topicBar(topic: Topic, number: number, width: number, strip: Strip, context: MeasureContext): Slice {
  const tag = { key: `${strip.key}.title`, type: "H1" as const };
  const { label, left, height, bar, baseline } = barParts(number, width, strip, context);
  const tokens = tokenize(topic.title.children).map((token) =>
    // Inline code gets no background of its own on the dark bar.
    token.kind === "word" ? { ...token, style: { ...token.style, isCode: false } } : token,
  );
  const type = { size: context.size * 1.2, weight: "bold" as const };
  const { lines } = layoutText(tokens, width - left - 4, type, 1.2, context);
  const tags = [...strip.tags, tag];
  const text = lines.slice(0, 1).flatMap((line) => {
    const place = { x: left, y: baseline, size: type.size, colour: "#ffffff", key: tag.key, tags };
    return drawLine(line.atoms, place, context);
  });
  return {
    height,
    gap: 8,
    isElastic: true,
    breakCost: columnBreak.forbidden,
    content: [
      { tags: [], drawings: bar },
      { tags, drawings: drawLabel(label, numberLeft, baseline, left, context.fonts) },
      ...text,
    ],
    backgrounds: [],
    anchors: [{ name: strip.key, outline: { title: readableText(topic.title.children), level: 0 } }],
  };
}

/** The bar above a panel that begins a column in the middle of its topic: decoration, since the topic has a bar already. */
function continuedBar(topic: Topic, number: number, width: number, strip: Strip, context: MeasureContext): Slice {
  const { label, left, height, bar, baseline } = barParts(number, width, strip, context);
  const name = readableText((topic.name ?? topic.title).children);
  const title: Label = { text: name, face: "sans-bold", size: 1.2 * context.size, colour: "#ffffff" };
  const note: Label = { text: "continued", face: "sans", size: 6.5, colour: "#ffffff" };
  const room = width - left - labelWidth(note, context.fonts) - 12;
  return {
    height: height + belowBar,
    gap: 0,
    breakCost: columnBreak.forbidden,
    content: [
      {
        tags: [],
        drawings: [
          ...bar,
          ...drawLabel(label, numberLeft, baseline, left, context.fonts),
          ...drawLabel(title, left, baseline, room, context.fonts),
          ...drawLabel(note, width - 5, baseline, 60, context.fonts, "right"),
        ],
      },
    ],
    backgrounds: [],
  };
}

/** Left edge of the number in points. */
const numberLeft = 6;

/** Height of the bar with the space below it, in points, for body text of this size. */
export function barHeight(size: number): number {
  return 1.62 * 1.2 * size + belowBar;
}

function barParts(number: number, width: number, strip: Strip, context: MeasureContext) {
  const size = context.size * 1.2;
  const label: Label = { text: String(number), face: "sans-bold", size, colour: "#ffffff" };
  const height = 1.62 * size;
  const rule = Math.max(20, numberLeft + labelWidth(label, context.fonts) + 5);
  const bar: Drawing[] = [
    { kind: "rectangle", x: 0, y: 0, width, height, radius: 2, fill: strip.accent },
    { kind: "line", from: [rule, 2], to: [rule, height - 2], thickness: 0.7, colour: "#ffffff" },
  ];
  return { label, left: rule + 5, height, bar, baseline: height / 2 + size * 0.33 };
}
