import {
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
} from "@high-recall/typeset";
import { papers } from "../product.ts";
import { bodySlices } from "./body.ts";
import type { Book, PageOf } from "./book.ts";
import { contentsSlices, coverBand, coverSlices } from "./front.ts";
import { indexSlices, indexTitle } from "./term-index.ts";

/** Lengths of the page in points. */
const side = 64;
const top = 64;
const foot = 58;
const indexGutter = 20;
const indexColumns = 2;

const bookFill = { pageCost: pageFill.pageOfLongText, footWeight: pageFill.bookFootWeight };

/** A sequence of pages of one kind. */
interface Part {
  readonly pages: readonly PageColumns[];
  readonly lefts: readonly number[];
  readonly name: "cover" | "contents" | "body" | "index";
}

/** Lays out a handbook: cover, contents, a chapter per topic, index. */
export function layoutHandbook(book: Book, environment: (maxHeight: number) => MeasureContext): PackedPage[] {
  const [width, height] = papers[book.product.paper];
  const textWidth = width - 2 * side;
  const textHeight = height - top - foot;
  const context = environment(textHeight);
  const indexWidth = (textWidth - (indexColumns - 1) * indexGutter) / indexColumns;

  const single = (name: Part["name"], slices: readonly Slice[]): Part => ({
    name,
    pages: [...packPages([slices], { columns: 1, height: textHeight, isStretched: false, ...bookFill })],
    lefts: [side],
  });
  const unknown: PageOf = () => undefined;
  const cover = single("cover", coverSlices(book, textWidth, textHeight, context));
  const counted = single("contents", contentsSlices(book, textWidth, unknown, context));
  const before = cover.pages.length + counted.pages.length;
  const layoutBody = (of: PageOf) => single("body", bodySlices(book, textWidth, of, context));
  const { body, pageOf } = layoutUntilStable(layoutBody, (part) => placesOf(part.pages, before));
  const contents = single("contents", contentsSlices(book, textWidth, pageOf, context));
  const index: Part = {
    name: "index",
    pages: [
      ...packPages([indexSlices(book, indexWidth, pageOf, context)], {
        columns: indexColumns,
        height: textHeight,
        isStretched: false,
      }),
    ],
    lefts: [side, side + indexWidth + indexGutter],
  };

  const parts = [cover, contents, body, index];
  const chapters = chapterTitles(parts, book);
  return parts
    .flatMap((part) => part.pages.map((columns) => ({ part, columns })))
    .map(({ part, columns }, number) => ({
      width,
      height,
      top,
      columnWidth: part.name === "index" ? indexWidth : textWidth,
      columnHeight: textHeight,
      columns,
      lefts: part.lefts,
      runningHeads:
        part.name === "cover"
          ? coverBand(book, width, height)
          : runningHeads(chapters[number] ?? "", number + 1, book, width, height, context),
    }));
}

/** Passes until page numbers no longer move the text that shows them; then the last one is used. */
const mostPasses = 5;

/** Repeats the layout of the body until it shows the page numbers it has. */
function layoutUntilStable(layoutBody: (pageOf: PageOf) => Part, placesIn: (body: Part) => Map<string, number>) {
  let places = new Map<string, number>();
  for (let pass = 1; ; pass++) {
    const shown = places;
    const body = layoutBody((name) => shown.get(name));
    places = placesIn(body);
    const isSettled = [...places].every(([name, page]) => shown.get(name) === page);
    const found = places;
    if (isSettled || pass === mostPasses) return { body, pageOf: (name: string) => found.get(name) };
  }
}

/** Page numbers, from 1, of all anchors. */
function placesOf(pages: readonly PageColumns[], before: number): Map<string, number> {
  const places = new Map<string, number>();
  pages.forEach((columns, index) => {
    for (const { slice } of columns.flatMap((column) => column.placed)) {
      for (const anchor of slice.anchors ?? []) places.set(anchor.name, before + index + 1);
    }
  });
  return places;
}

/** Chapter of each page, for its running head. */
function chapterTitles(parts: readonly Part[], book: Book): string[] {
  const titles = new Map(
    book.curriculum.topics.map((topic) => [
      `topic/${topic.id}`,
      `${book.numberOf(topic)}  ${readableText(topic.title.children)}`,
    ]),
  );
  const fixed: Readonly<Record<Part["name"], string>> = {
    cover: "",
    contents: "Contents",
    body: "",
    index: indexTitle,
  };
  let current = "";
  return parts.flatMap((part) =>
    part.pages.map((columns) => {
      const names = columns.flatMap((column) => column.placed.flatMap(({ slice }) => slice.anchors ?? []));
      const opened = names.map((anchor) => titles.get(anchor.name)).find(Boolean);
      current = opened ?? current;
      return part.name === "body" ? current : fixed[part.name];
    }),
  );
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
