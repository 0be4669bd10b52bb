import { type FormulaItem, formulaText, type Item, type PathItem, unreachable } from "@high-recall/core";
import { readableText } from "../inline/readable.ts";
import { plain, type Token, tokenize } from "../inline/tokens.ts";
import { measureBlocks } from "../measure/blocks.ts";
import { type Environment, type Frame, inner } from "../measure/environment.ts";
import { measureFormula } from "../measure/formula.ts";
import { sliceText } from "../measure/paragraph.ts";
import { measureSigned, pitfallSigns } from "../measure/signed.ts";
import type { Slice, TagStep } from "../measure/slice.ts";
import { measureTable } from "../measure/table.ts";
import { bookHeading, linkTo, type References, space, words } from "./book.ts";

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
    ...spaced(leadSlices(item, frame, references, env), 0.55 * env.size),
    ...item.sections.flatMap((section) => [
      ...bookHeading(
        tokenize(section.heading.children),
        frame,
        { key: section.name, tag: "H3", scale: 1.06, gap: 1.1 * env.size, colour: frame.accent },
        env,
      ),
      ...spaced(measureBlocks(section.blocks, inner(frame, section.name), env), 0.28 * env.size),
    ]),
    ...readOn(item, frame, references, env),
    ...sourceSlices(item, frame, env),
  ];
  const outline = { title: readableText(item.title.children), level: 1 };
  const separator = { x: frame.x, width: frame.width, colour: env.palette.rule };
  return slices.map((slice, index) => ({
    ...slice,
    ...(index === 0 ? { gap: 2.4 * env.size, separator, isElastic: true, anchors: [{ name: item.id, outline }] } : {}),
    ...(index === slices.length - 1 ? { breakCost: 0 } : {}),
  }));
}

/** Slices with at least that space above. */
function spaced(slices: readonly Slice[], gap: number): Slice[] {
  return slices.map((slice, index) => (index === 0 ? { ...slice, gap: Math.max(slice.gap, gap) } : slice));
}

const kindNames: Readonly<Record<Item["kind"], string>> = {
  question: "Question",
  formula: "Formula",
  code: "Code",
  term: "Term",
  pitfall: "Pitfall",
  guide: "Guide",
  path: "Path",
};

/** One quiet line: kind, difficulty, tags; then other names and wordings. */
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
      breakCost: 1e6,
    }));
  };
  const wordings = item.kind === "question" ? item.asked : item.kind === "term" ? item.aliases : [];
  const lead = item.kind === "term" ? "Also called" : "Also asked:";
  const others = wordings.flatMap((phrase, index): Token[] => [
    ...(index === 0
      ? [...words(lead), space]
      : [{ kind: "word", text: item.kind === "term" ? "," : " ·", style: plain } as const, space]),
    ...tokenize(phrase.children, { ...plain, isItalic: true }),
  ]);
  return [
    ...line("facts", words(parts.join(" · ")), 0.12 * env.size),
    ...(others.length > 0 ? line("asked", others, 0.1 * env.size) : []),
  ];
}

function leadSlices(item: Item, frame: Frame, references: References, env: Environment): Slice[] {
  const lead = inner(frame, "lead");
  switch (item.kind) {
    case "question":
    case "guide":
    case "code":
      return measureBlocks(item.lead, lead, env);
    case "formula":
      return formulaLead(item, frame, env);
    case "term": {
      const api = item.api.map((value) => ({
        type: "listItem" as const,
        checked: null,
        children: [paragraphOfCode(value)],
      }));
      const list = { type: "list" as const, ordered: false, start: null, spread: false, children: api };
      return measureBlocks(api.length > 0 ? [...item.lead, list] : item.lead, lead, env);
    }
    case "pitfall":
      return measureSigned(pitfallSigns(env).wrong, item.lead, lead, 0, env);
    case "path":
      return [...measureBlocks(item.lead, lead, env), ...steps(item, frame, references, env)];
    default:
      return unreachable(item);
  }
}

function paragraphOfCode(value: string) {
  return { type: "paragraph" as const, children: [{ type: "inlineCode" as const, value }] };
}

/** The formula, a table of its symbols, and when to use it. */
function formulaLead(item: FormulaItem, frame: Frame, env: Environment): Slice[] {
  const cell = (children: Parameters<typeof tokenize>[0]) => ({ type: "tableCell" as const, children: [...children] });
  const row = (...cells: ReturnType<typeof cell>[]) => ({ type: "tableRow" as const, children: cells });
  const head = row(cell([{ type: "text", value: "Symbol" }]), cell([{ type: "text", value: "Meaning" }]));
  const rows = item.symbols.map(({ tex, meaning }) =>
    row(cell([{ type: "inlineMath", value: tex }]), cell(meaning.children)),
  );
  const table = { type: "table" as const, align: [null, null], children: [head, ...rows] };
  const text = measureBlocks(formulaText(item), inner(frame, "lead"), env);
  return [
    ...measureFormula(item.tex, inner(frame, "formula"), 0, env),
    ...(rows.length > 0 ? measureTable(table, inner(frame, "symbols"), 0.5 * env.size, env) : []),
    ...spaced(text, 0.5 * env.size),
  ];
}

/** The steps of a path as a list to tick, each with the items it asks for. */
function steps(item: PathItem, frame: Frame, references: References, env: Environment): Slice[] {
  return item.steps.flatMap((step, index) => {
    const stepFrame = inner(frame, `step-${index}`);
    const tag: TagStep = { key: `${stepFrame.key}.title`, type: "P" };
    const type = { size: env.size, weight: "regular" as const };
    const title: Token[] = [
      { kind: "word", text: "☐\u00a0", style: plain },
      ...tokenize(step.title.children, { ...plain, isBold: true }),
    ];
    const links = step.items.flatMap((id, number): Token[] => {
      const target = references.items.get(id);
      const name = target ? linkTo(target, number, references.pageOf) : words(id);
      return number === 0 ? name : [{ kind: "word", text: " ·", style: plain }, space, ...name];
    });
    const body = { ...stepFrame, x: frame.x + 1.3 * env.size, width: frame.width - 1.3 * env.size };
    const note = step.note ? tokenize(step.note.children) : [];
    const bodyTag = (name: string): TagStep => ({ key: `${stepFrame.key}.${name}`, type: "P" });
    return [
      ...sliceText(title, stepFrame, { type, tag, gap: 0.5 * env.size }, env).map((slice) => ({
        ...slice,
        breakCost: 1e6,
      })),
      ...sliceText(links, body, { type, tag: bodyTag("items"), gap: 0.05 * env.size }, env),
      ...sliceText(note, body, { type, tag: bodyTag("note"), gap: 0.05 * env.size, colour: env.palette.quiet }, env),
    ];
  });
}

/** What to know first and what to see also, by links. */
function readOn(item: Item, frame: Frame, references: References, env: Environment): Slice[] {
  const line = (key: string, label: string, ids: readonly string[]): Slice[] => {
    const targets = ids.flatMap((id) => references.items.get(id) ?? []);
    if (targets.length === 0) return [];
    const tokens: Token[] = [{ kind: "word", text: label, style: { ...plain, isBold: true } }, space];
    targets.forEach((target, number) => {
      if (number > 0) tokens.push({ kind: "word", text: " ·", style: plain }, space);
      tokens.push(...linkTo(target, number, references.pageOf));
    });
    const type = { size: env.size * 0.9, weight: "regular" as const };
    return sliceText(
      tokens,
      frame,
      { type, tag: { key: `${frame.key}.${key}`, type: "P" }, gap: 0.75 * env.size },
      env,
    );
  };
  return [...line("after", "Know first:", item.after), ...line("related", "See also:", item.related)];
}

/** Sources with their links, and when they were checked. */
function sourceSlices(item: Item, frame: Frame, env: Environment): Slice[] {
  if (item.sources.length === 0 && !item.verified) return [];
  const label = { ...plain, isBold: true };
  const tokens: Token[] = item.sources.length > 0 ? [{ kind: "word", text: "Sources:", style: label }, space] : [];
  item.sources.forEach((source, number) => {
    if (number > 0) tokens.push({ kind: "word", text: " ·", style: plain }, space);
    tokens.push(...tokenize([{ type: "text", value: source.title }], { ...plain, link: { number, url: source.url } }));
  });
  if (item.verified) {
    const text = `${item.sources.length > 0 ? "\u00a0· checked" : "Checked"} ${item.verified}`;
    tokens.push(...words(text));
  }
  const type = { size: env.size * 0.84, weight: "regular" as const };
  const tag: TagStep = { key: `${frame.key}.sources`, type: "P" };
  return sliceText(tokens, frame, { type, tag, gap: 0.6 * env.size, colour: env.palette.quiet }, env);
}
