import { itemsOf } from "@high-recall/core";
import {
  columnBreak,
  type Drawing,
  drawLabel,
  drawLine,
  keepWithNext,
  type Label,
  labelWidth,
  layoutText,
  type MeasureContext,
  plain,
  type Slice,
  type Strip,
  sliceText,
  type TagStep,
  tokenize,
} from "@high-recall/typeset";
import { topicColour } from "../shared/theme.ts";
import { type Book, bookHeading, type PageOf, pageStrip, wordTokens } from "./book.ts";

/** The cover: title, subtitle, topics and imprint. */
export function coverSlices(book: Book, width: number, height: number, context: MeasureContext): Slice[] {
  const { edition, topics } = book.curriculum;
  const accent = topicColour(book.product.ink, 1);
  const strip = pageStrip(width, "cover", accent);
  const big = (text: string, key: string, scale: number, gap: number, colour: string, tag: "H1" | "P") => {
    const type = { size: context.size * scale, weight: key === "title" ? ("bold" as const) : ("regular" as const) };
    return sliceText(
      wordTokens(text),
      strip,
      { type, tag: { key: `cover.${key}`, type: tag }, leading: 1.12, gap, colour },
      context,
    );
  };
  const count = itemsOf(book.curriculum).length;
  const inside = `${count} ${count === 1 ? "item" : "items"} in ${topics.length} ${topics.length === 1 ? "topic" : "topics"}`;
  const imprint = [
    `Version ${edition.version}`,
    edition.date,
    edition.authors.join(", "),
    edition.licence?.name,
    edition.site,
  ];
  const space = height * 0.26;
  const spaceAbove: Slice = { height: space, gap: 0, breakCost: columnBreak.forbidden, content: [], backgrounds: [] };
  const slices = [
    spaceAbove,
    ...big(book.title, "title", 4.2, 0, context.theme.heading, "H1"),
    ...(edition.subtitle ? big(edition.subtitle, "subtitle", 1.9, 0.8 * context.size, context.theme.quiet, "P") : []),
    ...big(inside, "inside", 1.15, 2.6 * context.size, context.theme.text, "P"),
    ...topics.flatMap((topic) => {
      const number = book.numberOf(topic);
      const type = { size: context.size * 1.1, weight: "semibold" as const };
      const tag: TagStep = { key: `cover.topic.${topic.id}`, type: "P" };
      const tokens = [...wordTokens(`${number}\u2002`), ...tokenize(topic.title.children)];
      return sliceText(
        tokens,
        strip,
        { type, tag, gap: 0.35 * context.size, colour: topicColour(book.product.ink, number) },
        context,
      );
    }),
    ...big(imprint.filter(Boolean).join(" · "), "imprint", 0.95, 3 * context.size, context.theme.quiet, "P"),
  ];
  return slices.map((slice, index) => (index === 0 ? { ...slice, startsPage: true } : slice));
}

/** The band at the top of the cover. */
export function coverBand(book: Book, width: number, height: number): Drawing[] {
  const { topics } = book.curriculum;
  const step = width / Math.max(1, topics.length);
  return topics.map((topic, index) => ({
    kind: "rectangle",
    x: index * step,
    y: 0,
    width: step,
    height: height * 0.012,
    fill: topicColour(book.product.ink, book.numberOf(topic)),
  }));
}

/** The table of contents, a run per topic: topics and items as links, with their pages. */
export function* contentsRuns(
  book: Book,
  width: number,
  pageOf: PageOf,
  context: MeasureContext,
): Generator<readonly Slice[]> {
  const strip = pageStrip(width, "contents", topicColour(book.product.ink, 1));
  const heading = bookHeading(wordTokens("Contents"), strip, { key: "title", tag: "H1", scale: 2, gap: 0 }, context);
  const anchor = { name: "contents/", outline: { title: "Contents", level: 0 } };
  yield heading.map((slice, index) => (index === 0 ? { ...slice, startsPage: true, anchors: [anchor] } : slice));
  for (const topic of book.curriculum.topics) {
    const number = book.numberOf(topic);
    const accent = topicColour(book.product.ink, number);
    const name = `topic/${topic.id}`;
    const bold = { ...plain, isBold: true };
    const tokens = tokenize([{ type: "text", value: `${number}\u2002` }, ...topic.title.children], bold);
    const head = entry(
      { name, tokens, page: pageOf(name) },
      { ...strip, accent },
      { gap: 1.1 * context.size, colour: accent, indent: 0 },
      context,
    ).map(keepWithNext);
    const items = topic.items.flatMap((item) =>
      entry(
        { name: item.id, tokens: tokenize(item.title.children), page: pageOf(item.id) },
        strip,
        { gap: 0.12 * context.size, colour: context.theme.text, indent: 1.5 * context.size },
        context,
      ),
    );
    yield [...head, ...items];
  }
}

interface Entry {
  readonly name: string;
  readonly tokens: ReturnType<typeof tokenize>;
  readonly page: number | undefined;
}

/** Width for page numbers at the right edge, in units of the text size. */
const numberRoom = 3.2;

/** An entry of the contents: title, dot leader, and page number at the right edge. */
function entry(
  { name, tokens, page }: Entry,
  strip: Strip,
  { gap, colour, indent }: { readonly gap: number; readonly colour: string; readonly indent: number },
  context: MeasureContext,
): Slice[] {
  const type = { size: context.size, weight: "regular" as const };
  const right = strip.x + strip.width;
  const { lines } = layoutText(
    tokens,
    strip.width - indent - numberRoom * context.size,
    type,
    context.leading * 0.96,
    context,
  );
  const key = `contents.${name}`;
  const tags: TagStep[] = [
    { key: "contents", type: "TOC" },
    { key, type: "TOCI" },
    { key: `${key}.link`, type: "Link" },
  ];
  return lines.map((line, index): Slice => {
    const isLast = index === lines.length - 1;
    const place = { x: strip.x + indent, y: line.baseline, size: context.size, colour, key, tags };
    const link = { item: name, description: `To ${name}` };
    const text = drawLine(line.atoms, place, context).map((content) =>
      content.tags.length > 0 ? { ...content, link } : content,
    );
    const label: Label = { text: page === undefined ? "" : String(page), face: "sans", size: context.size, colour };
    const number = drawLabel(label, right, line.baseline, numberRoom * context.size, context.fonts, "right");
    const leader = dots(place.x + line.width, right - labelWidth(label, context.fonts), line.baseline, context);
    return {
      height: line.height,
      gap: index === 0 ? gap : 0,
      breakCost: isLast ? columnBreak.free : columnBreak.forbidden,
      content: isLast ? [{ tags: [], drawings: leader }, ...text, { tags, drawings: number, link }] : text,
      backgrounds: [],
    };
  });
}

function dots(from: number, to: number, y: number, context: MeasureContext): Drawing[] {
  const [start, end] = [from + 0.6 * context.size, to - 0.5 * context.size];
  if (end - start < context.size) return [];
  // Dots start on a grid, so that those of all lines align.
  const step = 0.5 * context.size;
  const aligned = Math.ceil(start / step) * step;
  const line = { from: [aligned, y - 0.6] as const, to: [end, y - 0.6] as const };
  return [{ kind: "line", ...line, thickness: 0.7, colour: context.theme.rule, dash: [0.7, step - 0.7] }];
}
