import { itemsOf } from "@high-recall/core";
import {
  type Drawing,
  drawLabel,
  drawLine,
  type Environment,
  type Frame,
  type Label,
  labelWidth,
  never,
  plain,
  type Slice,
  setText,
  sliceText,
  type TagStep,
  tokenize,
} from "@high-recall/typeset";
import { type Book, bookHeading, type PageOf, pageFrame, words } from "./book.ts";

/** The cover: title, subtitle, what is inside, and the imprint. */
export function coverSlices(book: Book, width: number, height: number, env: Environment): Slice[] {
  const { edition, topics } = book.curriculum;
  const accent = env.palette.topic(0);
  const frame = pageFrame(width, "cover", accent);
  const big = (text: string, key: string, scale: number, gap: number, colour: string, tag: "H1" | "P") => {
    const type = { size: env.size * scale, weight: key === "title" ? ("bold" as const) : ("regular" as const) };
    return sliceText(
      words(text),
      frame,
      { type, tag: { key: `cover.${key}`, type: tag }, leading: 1.12, gap, colour },
      env,
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
  const air: Slice = { height: space, gap: 0, breakCost: never, content: [], grounds: [] };
  const slices = [
    air,
    ...big(book.title, "title", 4.2, 0, env.palette.heading, "H1"),
    ...(edition.subtitle ? big(edition.subtitle, "subtitle", 1.9, 0.8 * env.size, env.palette.quiet, "P") : []),
    ...big(inside, "inside", 1.15, 2.6 * env.size, env.palette.text, "P"),
    ...topics.flatMap((topic) => {
      const number = book.numberOf(topic);
      const type = { size: env.size * 1.1, weight: "semibold" as const };
      const tag: TagStep = { key: `cover.topic.${topic.id}`, type: "P" };
      const tokens = [...words(`${number}\u2002`), ...tokenize(topic.title.children)];
      return sliceText(tokens, frame, { type, tag, gap: 0.35 * env.size, colour: env.palette.topic(number - 1) }, env);
    }),
    ...big(imprint.filter(Boolean).join(" · "), "imprint", 0.95, 3 * env.size, env.palette.quiet, "P"),
  ];
  return slices.map((slice, index) => (index === 0 ? { ...slice, startsPage: true } : slice));
}

/** The band at the top of the cover. */
export function coverBand(book: Book, width: number, height: number, env: Environment): Drawing[] {
  const { topics } = book.curriculum;
  const step = width / Math.max(1, topics.length);
  return topics.map((topic, index) => ({
    kind: "rectangle",
    x: index * step,
    y: 0,
    width: step,
    height: height * 0.012,
    fill: env.palette.topic(book.numberOf(topic) - 1),
  }));
}

/** The contents: topics and items with their pages, each a link. */
export function contentsSlices(book: Book, width: number, pageOf: PageOf, env: Environment): Slice[] {
  const frame = pageFrame(width, "contents", env.palette.topic(0));
  const heading = bookHeading(words("Contents"), frame, { key: "title", tag: "H1", scale: 2, gap: 0 }, env);
  const anchor = { name: "contents/", outline: { title: "Contents", level: 0 } };
  const entries = book.curriculum.topics.flatMap((topic) => {
    const number = book.numberOf(topic);
    const accent = env.palette.topic(number - 1);
    const name = `topic/${topic.id}`;
    const bold = { ...plain, isBold: true };
    const head = entry(
      {
        name,
        tokens: tokenize([{ type: "text", value: `${number}\u2002` }, ...topic.title.children], bold),
        page: pageOf(name),
      },
      { ...frame, accent },
      { gap: 1.1 * env.size, colour: accent, indent: 0 },
      env,
    ).map((slice) => ({ ...slice, breakCost: never }));
    const items = topic.items.flatMap((item) =>
      entry(
        { name: item.id, tokens: tokenize(item.title.children), page: pageOf(item.id) },
        frame,
        { gap: 0.12 * env.size, colour: env.palette.text, indent: 1.5 * env.size },
        env,
      ),
    );
    return [...head, ...items];
  });
  return [...heading, ...entries].map((slice, index) =>
    index === 0 ? { ...slice, startsPage: true, anchors: [anchor] } : slice,
  );
}

interface Entry {
  readonly name: string;
  readonly tokens: ReturnType<typeof tokenize>;
  readonly page: number | undefined;
}

/** Room for page numbers at the right edge, in units of the text size. */
const numberRoom = 3.2;

/** A line of the contents: the title, dots, and the page number at the right edge. */
function entry(
  { name, tokens, page }: Entry,
  frame: Frame,
  { gap, colour, indent }: { readonly gap: number; readonly colour: string; readonly indent: number },
  env: Environment,
): Slice[] {
  const type = { size: env.size, weight: "regular" as const };
  const right = frame.x + frame.width;
  const { lines } = setText(tokens, frame.width - indent - numberRoom * env.size, type, env.leading * 0.96, env);
  const key = `contents.${name}`;
  const tags: TagStep[] = [
    { key: "contents", type: "TOC" },
    { key, type: "TOCI" },
    { key: `${key}.link`, type: "Link" },
  ];
  return lines.map((line, index): Slice => {
    const isLast = index === lines.length - 1;
    const place = { x: frame.x + indent, y: line.baseline, size: env.size, colour, key, tags };
    const link = { item: name, description: `To ${name}` };
    const text = drawLine(line.atoms, place, env).map((content) =>
      content.tags.length > 0 ? { ...content, link } : content,
    );
    const label: Label = { text: page === undefined ? "" : String(page), face: "sans", size: env.size, colour };
    const number = drawLabel(label, right, line.baseline, numberRoom * env.size, env.fonts, "right");
    const leader = dots(place.x + line.width, right - labelWidth(label, env.fonts), line.baseline, env);
    return {
      height: line.height,
      gap: index === 0 ? gap : 0,
      breakCost: isLast ? 0 : never,
      content: isLast ? [{ tags: [], drawings: leader }, ...text, { tags, drawings: number, link }] : text,
      grounds: [],
    };
  });
}

function dots(from: number, to: number, y: number, env: Environment): Drawing[] {
  const [start, end] = [from + 0.6 * env.size, to - 0.5 * env.size];
  if (end - start < env.size) return [];
  // The pattern begins on a grid, so that dots of all lines stand below each other.
  const step = 0.5 * env.size;
  const aligned = Math.ceil(start / step) * step;
  const line = { from: [aligned, y - 0.6] as const, to: [end, y - 0.6] as const };
  return [{ kind: "line", ...line, thickness: 0.7, colour: env.palette.rule, dash: [0.7, step - 0.7] }];
}
