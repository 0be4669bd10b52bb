import type { Item } from "@high-recall/core";
import {
  type Environment,
  type Frame,
  inner,
  measureBlocks,
  never,
  plain,
  readableText,
  type Slice,
  sliceText,
  type TagStep,
  type Token,
  tokenize,
} from "@high-recall/typeset";
import { otherNames } from "../shared/other-names.ts";
import { beforeReadOn, bookHeading, joined, type References, space, spaced, words } from "./book.ts";
import { measureFullLead } from "./full-lead.ts";
import { readOn, sourceSlices } from "./read-on.ts";

/** An item in full: title, what it is, lead, every section, where to read on, sources. */
export function measureFullItem(item: Item, frame: Frame, references: References, env: Environment): Slice[] {
  const title = bookHeading(
    tokenize(item.title.children),
    frame,
    { key: "title", tag: "H2", scale: 1.32, gap: 0 },
    env,
  );
  const slices = [
    ...title,
    ...facts(item, frame, env),
    ...spaced(measureFullLead(item, frame, references, env), 0.55 * env.size),
    ...item.sections.flatMap((section) => [
      ...bookHeading(
        tokenize(section.heading.children),
        frame,
        { key: section.name, tag: "H3", scale: 1.06, gap: 1.1 * env.size, colour: frame.accent },
        env,
      ),
      ...spaced(measureBlocks(section.blocks, inner(frame, section.name, { isInSection: true }), env), 0.28 * env.size),
    ]),
  ];
  const outline = { title: readableText(item.title.children), level: 1 };
  const separator = { x: frame.x, width: frame.width, colour: env.palette.rule };
  const referred = joined(slices, readOn(item, frame, references, env), beforeReadOn);
  const all = joined(referred, sourceSlices(item, frame, env), beforeSources);
  return all.map((slice, index) => ({
    ...slice,
    ...(index === 0 ? { gap: 2.4 * env.size, separator, isElastic: true, anchors: [{ name: item.id, outline }] } : {}),
    ...(index === all.length - 1 ? { breakCost: 0 } : {}),
  }));
}

/** Sources alone would belong to nothing that is seen on their page; a page half empty is no worse. */
const beforeSources = 400;

const kindNames: Readonly<Record<Item["kind"], string>> = {
  question: "Question",
  formula: "Formula",
  code: "Code",
  term: "Term",
  pitfall: "Pitfall",
  guide: "Guide",
  path: "Path",
};

/** One quiet line: kind, difficulty, tags, each said once; then other names and wordings. */
function facts(item: Item, frame: Frame, env: Environment): Slice[] {
  const parts: string[] = [item.kind === "term" && item.category === "tool" ? "Tool" : kindNames[item.kind]];
  if (item.kind === "question" && item.style !== "theory") parts.push(item.style);
  if (item.difficulty) parts.push(item.difficulty);
  if (item.kind === "code") parts.push([item.language, ...item.requires].join(", "));
  parts.push(...item.tags);
  const line = (key: string, tokens: readonly Token[], gap: number) => {
    const type = { size: env.size * 0.86, weight: "regular" as const };
    const tag: TagStep = { key: `${frame.key}.${key}`, type: "P" };
    return sliceText(tokens, frame, { type, tag, gap, colour: env.palette.quiet }, env).map((slice) => ({
      ...slice,
      breakCost: never,
    }));
  };
  const wordings = item.kind === "question" ? item.asked : item.kind === "term" ? otherNames(item) : [];
  const lead = item.kind === "term" ? "Also called" : "Also asked:";
  const others = wordings.flatMap((phrase, index): Token[] => [
    ...(index === 0
      ? [...words(lead), space]
      : [{ kind: "word", text: item.kind === "term" ? "," : " ·", style: plain } as const, space]),
    ...tokenize(phrase.children, { ...plain, isItalic: true }),
  ]);
  return [
    ...line("facts", words([...new Set(parts)].join(" · ")), 0.12 * env.size),
    ...(others.length > 0 ? line("asked", others, 0.1 * env.size) : []),
  ];
}
