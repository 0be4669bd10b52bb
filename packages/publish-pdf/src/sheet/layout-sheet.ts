import type { Topic } from "@high-recall/core";
import {
  type Drawing,
  drawLabel,
  type Label,
  labelWidth,
  type MeasureContext,
  type PackedPage,
  type PageColumns,
  packPages,
  pageFill,
  readableText,
  type Slice,
} from "@high-recall/typeset";
import { papers, type Sheet } from "../product.ts";
import type { SheetContent } from "./sheet-content.ts";
import { topicRuns } from "./sheet-topic.ts";

/** Lengths of the page in points. */
const margin = 22;
const gutter = 13;
const headHeight = 17;
const footHeight = 11;
/** Baseline of the running head, below the margin. */
const headBaseline = 7.5;

interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly columnWidth: number;
  readonly columnHeight: number;
}

/** Lays out a sheet at one type size, page by page. */
export function* layoutSheet(
  content: SheetContent,
  environment: (maxHeight: number) => MeasureContext,
): Generator<PackedPage> {
  const geometry = geometryOf(content.product);
  const context = environment(geometry.columnHeight);
  const { columns, pages: most } = content.product;
  const cost = most === undefined ? { pageCost: pageFill.pageOfLongText } : {};
  const runs = sheetRuns(content, geometry.columnWidth, context);
  const pages = packPages(runs, { columns, height: geometry.columnHeight, isStretched: true, ...cost });
  const lefts = Array.from({ length: columns }, (_, index) => margin + index * (geometry.columnWidth + gutter));
  const rangeOf = ranges(content);
  let index = 0;
  for (const page of pages) {
    const number = index + 1;
    yield {
      width: geometry.width,
      height: geometry.height,
      top: margin + headHeight,
      columnWidth: geometry.columnWidth,
      columnHeight: geometry.columnHeight,
      columns: page,
      lefts,
      runningHeads: runningHeads(rangeOf(page), content, geometry, lefts.slice(0, page.length), context),
      deferred: (count) => pageNumber(number, count, geometry, context),
    };
    index += 1;
  }
}

function* sheetRuns(content: SheetContent, width: number, context: MeasureContext): Generator<readonly Slice[]> {
  for (const topic of content.curriculum.topics) yield* topicRuns(topic, content, width, context);
}

function geometryOf({ paper, columns }: Sheet): Geometry {
  const [height, width] = papers[paper];
  return {
    width,
    height,
    columnWidth: (width - 2 * margin - (columns - 1) * gutter) / columns,
    columnHeight: height - 2 * margin - headHeight - footHeight,
  };
}

/** Running head, foot, and the rules between columns. */
function runningHeads(
  range: string,
  content: SheetContent,
  { width, height, columnHeight }: Geometry,
  lefts: readonly number[],
  context: MeasureContext,
): Drawing[] {
  const { theme, fonts } = context;
  const { edition } = content.curriculum;
  const drawings: Drawing[] = [];
  const right = width - margin;
  const baseline = margin + headBaseline;
  const small = (text: string, size = 7.5): Label => ({ text, face: "sans", size, colour: theme.quiet });
  const title: Label = { text: content.title, face: "sans-bold", size: 11.5, colour: theme.heading };
  const titleRoom = width * 0.55;
  drawings.push(...drawLabel(title, margin, baseline, titleRoom, fonts));
  const after = margin + Math.min(titleRoom, labelWidth(title, fonts)) + 8;
  const subtitle = small([content.subtitle, range].filter(Boolean).join(" · "));
  drawings.push(...drawLabel(subtitle, after, baseline, right - 40 - after, fonts));
  const line = margin + 11.5;
  drawings.push({ kind: "line", from: [margin, line], to: [right, line], thickness: 0.8, colour: theme.heading });
  const foot = height - margin + 3;
  const imprint = [edition.title, `version ${edition.version}`, edition.date, edition.licence?.name];
  drawings.push(...drawLabel(small(imprint.filter(Boolean).join(" · "), 6), margin, foot, width * 0.6, fonts));
  drawings.push(
    ...drawLabel(small(edition.site ?? edition.repository ?? "", 6), right, foot, width * 0.35, fonts, "right"),
  );
  const top = margin + headHeight;
  for (const left of lefts.slice(1)) {
    const x = left - gutter / 2;
    drawings.push({ kind: "line", from: [x, top], to: [x, top + columnHeight], thickness: 0.35, colour: theme.rule });
  }
  return drawings;
}

function pageNumber(number: number, count: number, { width }: Geometry, { theme, fonts }: MeasureContext): Drawing[] {
  const label: Label = { text: `${number} / ${count}`, face: "sans", size: 8, colour: theme.quiet };
  return drawLabel(label, width - margin, margin + headBaseline, 60, fonts, "right");
}

/** A running head lists up to so many topics; of more it shows a range. */
const mostNames = 3;

/**
 * Makes the topics shown in each running head, for a sheet with several. The first may continue from the page before,
 * so call it page by page.
 */
function ranges({ curriculum, numberOf }: SheetContent): (page: PageColumns) => string {
  if (curriculum.topics.length < 2) return () => "";
  const homes = new Map(curriculum.topics.flatMap((topic) => topic.items.map((item) => [item.id, topic] as const)));
  let last: Topic | undefined;
  return (page) => {
    const anchors = page.flatMap((column) => column.placed.flatMap(({ slice }) => slice.anchors ?? []));
    const goesOn = page[0]?.placed[0]?.slice.anchors === undefined;
    const begun = anchors.flatMap(({ name }) => homes.get(name) ?? []);
    const topics = new Set([...(goesOn && last ? [last] : []), ...begun]);
    last = begun.at(-1) ?? last;
    const names = [...topics].map((topic) => `${numberOf(topic)} ${readableText(topic.title.children)}`);
    return names.length > mostNames ? `${names[0]} – ${names.at(-1)}` : names.join(" · ");
  };
}
