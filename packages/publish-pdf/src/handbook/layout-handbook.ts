import {
  type Drawing,
  drawLabel,
  type Label,
  type MeasureContext,
  type PackedPage,
  type PageColumns,
  packPages,
  pageFill,
  placeColumn,
  readableText,
  type Slice,
} from "@high-recall/typeset";
import { papers } from "../product.ts";
import { bodyRuns } from "./body.ts";
import type { Book, PageOf } from "./book.ts";
import { countPages, measureRuns } from "./count-pages.ts";
import { contentsRuns, coverBand, coverSlices } from "./front.ts";
import { indexSlices, indexTitle } from "./term-index.ts";

/** Lengths of the page in points. */
const side = 64;
const top = 64;
const foot = 58;
const indexGutter = 20;
const indexColumns = 2;

/** Lays out a handbook, page by page: cover, contents, a chapter per topic, index. */
export function* layoutHandbook(book: Book, contextAt: (maxHeight: number) => MeasureContext): Generator<PackedPage> {
  const [width, height] = papers[book.product.paper];
  const textWidth = width - 2 * side;
  const textHeight = height - top - foot;
  const context = contextAt(textHeight);
  const indexWidth = (textWidth - (indexColumns - 1) * indexGutter) / indexColumns;
  const pack = (runs: Iterable<readonly Slice[]>) =>
    packPages(runs, {
      columns: 1,
      height: textHeight,
      isStretched: false,
      pageCost: pageFill.pageOfLongText,
      footWeight: pageFill.bookFootWeight,
    });

  const cover = [...pack([coverSlices(book, textWidth, textHeight, context)])];
  const contentsAt = (pageOf: PageOf) => pack(contentsRuns(book, textWidth, pageOf, context));
  const body = bodyRuns(book, textWidth, context);
  const { shown, found, lengths } = countPages(body, pack, cover.length + count(contentsAt(() => undefined)) + 1);
  const foundOn: PageOf = (name) => found.get(name);

  let number = 0;
  const page = (columns: PageColumns, lefts: readonly number[], head: readonly Drawing[]): PackedPage => ({
    width,
    height,
    top,
    columnWidth: lefts.length > 1 ? indexWidth : textWidth,
    columnHeight: textHeight,
    columns,
    lefts,
    runningHeads: head,
  });
  const heads = (title: string) => {
    number += 1;
    return runningHeads(title, number, book, width, height, context);
  };
  for (const columns of cover) {
    number += 1;
    yield page(columns, [side], coverBand(book, width, height));
  }
  for (const columns of contentsAt(foundOn)) yield page(columns, [side], heads("Contents"));
  const chapterOf = chapters(book);
  for (const columns of placePages(
    measureRuns(body, (name) => shown.get(name)),
    lengths,
  )) {
    yield page(columns, [side], heads(chapterOf(columns)));
  }
  const index = packPages([indexSlices(book, indexWidth, foundOn, context)], {
    columns: indexColumns,
    height: textHeight,
    isStretched: false,
  });
  for (const columns of index) yield page(columns, [side, side + indexWidth + indexGutter], heads(indexTitle));
}

/** Pages of one column with so many slices each; only those of a page are in memory. */
function* placePages(runs: Iterable<readonly Slice[]>, lengths: readonly number[]): Generator<PageColumns> {
  let waiting: Slice[] = [];
  let number = 0;
  for (const run of runs) {
    for (const slice of run) {
      waiting.push(slice);
      if (waiting.length < (lengths[number] ?? Number.POSITIVE_INFINITY)) continue;
      yield [placeColumn(waiting)];
      waiting = [];
      number += 1;
    }
  }
}

function count(pages: Iterable<unknown>): number {
  let total = 0;
  for (const _ of pages) total += 1;
  return total;
}

/** Names the chapter of each page, for its running head; call it page by page. */
function chapters(book: Book): (page: PageColumns) => string {
  const titles = new Map(
    book.curriculum.topics.map((topic) => [
      `topic/${topic.id}`,
      `${book.numberOf(topic)}  ${readableText(topic.title.children)}`,
    ]),
  );
  let current = "";
  return (page) => {
    const anchors = page.flatMap((column) => column.placed.flatMap(({ slice }) => slice.anchors ?? []));
    current = anchors.map(({ name }) => titles.get(name)).find(Boolean) ?? current;
    return current;
  };
}

function runningHeads(
  head: string,
  number: number,
  book: Book,
  width: number,
  height: number,
  context: MeasureContext,
): Drawing[] {
  const { edition } = book.curriculum;
  const { theme, fonts } = context;
  const label = (text: string, size = 8.5): Label => ({ text, face: "sans", size, colour: theme.quiet });
  const [left, right] = [side, width - side];
  const line = top - 20;
  const bottom = height - foot + 28;
  const imprint = [edition.title, `version ${edition.version}`, edition.date, edition.licence?.name]
    .filter(Boolean)
    .join(" · ");
  return [
    ...drawLabel(label(head), left, line - 5, width - 2 * side - 60, fonts),
    ...drawLabel({ ...label(String(number), 9.5), face: "sans-semibold" }, right, line - 5, 50, fonts, "right"),
    { kind: "line", from: [left, line], to: [right, line], thickness: 0.4, colour: theme.rule },
    ...drawLabel(label(imprint, 7.5), left, bottom, width - 2 * side, fonts),
  ];
}
