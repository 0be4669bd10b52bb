import { nameOf, type Topic } from "@high-recall/core";
import {
  columnBreak,
  type Drawing,
  drawLabel,
  type Label,
  type MeasureContext,
  type PackedPage,
  type PageColumns,
  packPages,
  pageFill,
  readableText,
  type Slice,
  sliceText,
  stackHeight,
  tokenize,
} from "@high-recall/typeset";
import { papers } from "../product.ts";
import { topicColour } from "../shared/theme.ts";
import { conceptsOf } from "./concepts.ts";
import type { SheetLayout } from "./fit-sheet.ts";
import { glossaryRuns } from "./glossary.ts";
import { hasMap, mapHeight, pageHead, titleHeight } from "./page-head.ts";
import type { SheetContent } from "./sheet-content.ts";
import { barHeight, type DetailOf, type MeasuredPanels, measuredPanels, topicRuns } from "./sheet-topic.ts";

/** Lengths of the page in points. */
const margin = 14.2;
const gutter = 10.2;
const footHeight = 9;

interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly columnWidth: number;
  readonly columnHeight: number;
  readonly headHeight: number;
}

/** The layout of a sheet at its type size; panels are measured once for each level of detail. */
export function sheetLayout(content: SheetContent, contextOf: (maxHeight: number) => MeasureContext): SheetLayout {
  const geometry = geometryOf(content);
  // Above a panel that begins a column there may be the bar of its topic.
  const context = contextOf(geometry.columnHeight - barHeight(contextOf(geometry.columnHeight).size));
  const panels = measuredPanels(content, geometry.columnWidth, context);
  return {
    pagesOf: (detailOf) => pages(content, detailOf, geometry, panels, context),
    heightOf: (concept, detail) => {
      const slices = panels(concept, detail);
      return stackHeight(slices) + (slices[0]?.gap ?? 0);
    },
    pageHeight: geometry.columnHeight * content.product.columns,
  };
}

function* pages(
  content: SheetContent,
  detailOf: DetailOf,
  geometry: Geometry,
  panels: MeasuredPanels,
  context: MeasureContext,
): Generator<PackedPage> {
  const { columns, pages: most } = content.product;
  const cost = most === undefined ? { pageCost: pageFill.pageOfLongText } : {};
  const runs =
    content.product.order === "alphabet"
      ? glossaryRuns(content, geometry.columnWidth, context)
      : sheetRuns(content, detailOf, geometry.columnWidth, panels, context);
  const lefts = Array.from({ length: columns }, (_, index) => margin + index * (geometry.columnWidth + gutter));
  const topicsOf = topicsOfPages(content);
  let index = 0;
  for (const page of packPages(runs, { columns, height: geometry.columnHeight, isStretched: true, ...cost })) {
    const number = index + 1;
    const shown = topicsOf(page);
    yield {
      width: geometry.width,
      height: geometry.height,
      top: margin + geometry.headHeight,
      columnWidth: geometry.columnWidth,
      columnHeight: geometry.columnHeight,
      columns: page,
      lefts,
      runningHeads: decoration(content, shown, geometry, context),
      deferred: (count) => pageNumber(number, count, geometry, context),
    };
    index += 1;
  }
}

function* sheetRuns(
  content: SheetContent,
  detailOf: DetailOf,
  width: number,
  panels: MeasuredPanels,
  context: MeasureContext,
): Generator<readonly Slice[]> {
  for (const topic of content.curriculum.topics) yield* topicRuns(topic, content, detailOf, width, panels, context);
  const note = leftOutNote(content, detailOf, width, context);
  if (note.length > 0) yield note;
}

/** Names what has no panel, so that nobody takes the sheet for the whole topic. */
function leftOutNote(content: SheetContent, detailOf: DetailOf, width: number, context: MeasureContext): Slice[] {
  const items = content.curriculum.topics
    .flatMap(conceptsOf)
    .flatMap((concept) => (detailOf(concept) === undefined ? [concept.item, ...concept.parts] : []));
  if (items.length === 0) return [];
  const names = items.map((item) => `${content.numbers.get(item.id)} ${readableText(nameOf(item).children)}`);
  const tokens = tokenize([{ type: "text", value: `Not on this sheet: ${names.join(" · ")}` }]);
  const strip = {
    ...{ x: 0, width, accent: context.theme.rule, figures: new Map(), key: "left-out", tags: [] },
    ...{ backgrounds: [], depth: 0, isInSection: false },
  };
  const type = { size: Math.max(context.leastType, 0.86 * context.size), weight: "regular" as const };
  const options = { type, tag: { key: "left-out", type: "P" as const }, gap: 7, colour: context.theme.quiet };
  return sliceText(tokens, strip, options, context).map((slice, index, all) => ({
    ...slice,
    breakCost: index === all.length - 1 ? columnBreak.free : columnBreak.forbidden,
  }));
}

function geometryOf(content: SheetContent): Geometry {
  const { paper, columns } = content.product;
  const [height, width] = papers[paper];
  const headHeight = titleHeight + (hasMap(content) ? mapHeight : 2);
  return {
    width,
    height,
    headHeight,
    columnWidth: (width - 2 * margin - (columns - 1) * gutter) / columns,
    columnHeight: height - 2 * margin - headHeight - footHeight,
  };
}

/** Head, foot and edge tab of a page. */
function decoration(
  content: SheetContent,
  shown: readonly Topic[],
  { width, height, headHeight, columnHeight }: Geometry,
  context: MeasureContext,
): Drawing[] {
  const { theme, fonts } = context;
  const { edition } = content.curriculum;
  const place = { left: margin, top: margin, width: width - 2 * margin };
  const foot = height - margin + 1;
  const small = (text: string): Label => ({ text, face: "sans", size: 6, colour: theme.quiet });
  const imprint = [edition.title, `version ${edition.version}`, edition.date, edition.licence?.name];
  const right = width - margin;
  return [
    ...pageHead(content, shown, place, context),
    ...drawLabel(small(imprint.filter(Boolean).join(" · ")), margin, foot, width * 0.6, fonts),
    ...drawLabel(small(edition.site ?? edition.repository ?? ""), right, foot, width * 0.35, fonts, "right"),
    ...(hasMap(content) ? edgeTab(content, shown[0], width, margin + headHeight, columnHeight, context) : []),
  ];
}

/** A tab at the right edge with the first topic of the page, lower for each topic, to find it while leafing. */
function edgeTab(
  { topics, numberOf, product }: SheetContent,
  topic: Topic | undefined,
  width: number,
  top: number,
  height: number,
  { fonts }: MeasureContext,
): Drawing[] {
  if (topic === undefined) return [];
  const number = numberOf(topic);
  const step = height / topics.length;
  const y = top + (number - 1) * step;
  const label: Label = { text: String(number), face: "sans-bold", size: 7.5, colour: "#ffffff" };
  const left = width - 10;
  return [
    { kind: "rectangle", x: left, y, width: 10, height: step, fill: topicColour(product.ink, number) },
    ...drawLabel(label, width - 2, y + step / 2 + 2.6, 10, fonts, "right"),
  ];
}

function pageNumber(number: number, count: number, { width }: Geometry, { theme, fonts }: MeasureContext): Drawing[] {
  const label: Label = { text: `${number} / ${count}`, face: "sans", size: 8, colour: theme.quiet };
  return drawLabel(label, width - margin, margin + 10.5, 60, fonts, "right");
}

/** The topics on each page. The first may continue from the page before, so call it page by page. */
function topicsOfPages({ curriculum }: SheetContent): (page: PageColumns) => readonly Topic[] {
  const homes = new Map(
    curriculum.topics.flatMap((topic) => [
      [`topic/${topic.id}`, topic] as const,
      ...topic.items.map((item) => [item.id, topic] as const),
    ]),
  );
  let last: Topic | undefined;
  return (page) => {
    const first = page[0]?.placed.find(({ slice }) => slice.anchors !== undefined);
    const anchors = page.flatMap((column) => column.placed.flatMap(({ slice }) => slice.anchors ?? []));
    const begun = anchors.flatMap(({ name }) => homes.get(name) ?? []);
    const goesOn = first === undefined && last !== undefined ? [last] : [];
    last = begun.at(-1) ?? last;
    return [...new Set([...goesOn, ...begun])];
  };
}
