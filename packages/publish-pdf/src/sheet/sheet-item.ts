import {
  type Block,
  type FormulaItem,
  formulaText,
  type Item,
  type PitfallItem,
  type SampleItem,
  sampleParts,
  sectionOf,
  type TermItem,
  unreachable,
} from "@high-recall/core";
import { readableText } from "../inline/readable.ts";
import { type InlineStyle, plain, type Token, tokenize } from "../inline/tokens.ts";
import { measureBlocks, tied } from "../measure/blocks.ts";
import { type Environment, type Frame, inner } from "../measure/environment.ts";
import { measureFormula } from "../measure/formula.ts";
import { sliceText } from "../measure/paragraph.ts";
import { measureSigned, pitfallSigns } from "../measure/signed.ts";
import type { Slice, TagStep } from "../measure/slice.ts";

/** An item as the sheet shows it: its title, and what to know of it at a glance. */
export function measureItem(item: Item, frame: Frame, env: Environment): Slice[] {
  const title: TagStep = { key: `${frame.key}.title`, type: "H2" };
  const slices = itemSlices(item, title, frame, env);
  const outline = { title: readableText(item.title.children), level: 1 };
  const separator = { x: frame.x, width: frame.width, colour: env.palette.rule };
  const first = { gap: 0.7 * env.size, isElastic: true, separator, anchors: [{ name: item.id, outline }] };
  return slices.map((slice, index) => {
    const isLast = index === slices.length - 1;
    return { ...slice, ...(index === 0 ? first : {}), ...(isLast ? { breakCost: 0 } : {}) };
  });
}

function itemSlices(item: Item, title: TagStep, frame: Frame, env: Environment): Slice[] {
  switch (item.kind) {
    case "question":
    case "guide":
    case "path":
      return [...heading(item, title, frame, env), ...below(measureBlocks(item.lead, inner(frame, "lead"), env), env)];
    case "formula":
      return [...heading(item, title, frame, env), ...formulaSlices(item, frame, env)];
    case "code":
      return [...heading(item, title, frame, env), ...codeSlices(item, frame, env)];
    case "term":
      return termSlices(item, title, frame, env);
    case "pitfall":
      return [...heading(item, title, frame, env), ...pitfallSlices(item, frame, env)];
    default:
      return unreachable(item);
  }
}

function heading(item: Item, tag: TagStep, frame: Frame, env: Environment): Slice[] {
  const type = { size: env.size * 1.07, weight: "bold" as const };
  const options = { type, tag, leading: 1.18, colour: env.palette.heading };
  return sliceText(tokenize(item.title.children), frame, options, env).map(tied);
}

/** Slices under a title. */
function below(slices: readonly Slice[], env: Environment): Slice[] {
  return slices.map((slice, index) => (index === 0 ? { ...slice, gap: Math.max(slice.gap, 0.1 * env.size) } : slice));
}

function formulaSlices(item: FormulaItem, frame: Frame, env: Environment): Slice[] {
  const symbols = symbolTokens(item);
  const tag: TagStep = { key: `${frame.key}.symbols`, type: "P" };
  const small = {
    type: { size: env.size * 0.92, weight: "regular" as const },
    tag,
    gap: 0.3 * env.size,
    leading: 1.22,
  };
  const text = measureBlocks(formulaText(item), inner(frame, "lead"), env);
  return [
    ...measureFormula(item.tex, inner(frame, "formula"), 0.25 * env.size, env).map(tied),
    ...(symbols.length > 0 ? sliceText(symbols, frame, { ...small, colour: env.palette.quiet }, env) : []),
    ...text.map((slice, index) => (index === 0 ? { ...slice, gap: Math.max(slice.gap, 0.28 * env.size) } : slice)),
  ];
}

/** "where x = …; y = …", in one paragraph. */
function symbolTokens(item: FormulaItem): Token[] {
  const italic: InlineStyle = { ...plain, isItalic: true };
  const space: Token = { kind: "space", style: plain };
  const fixed = "\u00a0";
  return item.symbols.flatMap(({ tex, meaning }, index): Token[] => [
    ...(index === 0 ? [{ kind: "word", text: "where", style: italic } as const, space] : [space]),
    { kind: "math", tex, style: plain },
    { kind: "word", text: `${fixed}=${fixed}`, style: plain },
    ...tokenize(meaning.children),
    ...(index < item.symbols.length - 1 ? [{ kind: "word", text: ";", style: plain } as const] : []),
  ]);
}

function codeSlices(item: SampleItem, frame: Frame, env: Environment): Slice[] {
  const { task, solution, output } = sampleParts(item);
  const blocks: Block[] = [...task, ...(solution ? [solution] : []), ...(output ? [output] : [])];
  return below(measureBlocks(blocks, inner(frame, "lead"), env), env);
}

/** A term: its name runs into its definition, as in a dictionary. */
function termSlices(item: TermItem, title: TagStep, frame: Frame, env: Environment): Slice[] {
  const [first, ...rest] = item.lead;
  const name: InlineStyle = { ...plain, isBold: true, isTitle: true };
  const space: Token = { kind: "space", style: plain };
  const aliases = item.aliases.flatMap((alias, index): Token[] => [
    { kind: "word", text: index === 0 ? "(" : ",", style: plain },
    ...(index === 0 ? [] : [space]),
    ...tokenize(alias.children, { ...plain, isItalic: true }),
  ]);
  const definition = first?.type === "paragraph" ? tokenize(first.children) : [];
  const tokens: Token[] = [
    ...tokenize(item.title.children, name),
    space,
    ...(aliases.length > 0 ? [...aliases, { kind: "word", text: ")", style: plain } as const, space] : []),
    ...(definition.length > 0 ? [{ kind: "word", text: "–", style: plain } as const, space] : []),
    ...definition,
  ];
  const tag: TagStep = { key: `${frame.key}.definition`, type: "P" };
  const type = { size: env.size, weight: "regular" as const };
  const others = first?.type === "paragraph" ? rest : item.lead;
  const entry = sliceText(tokens, frame, { type, tag, title }, env);
  const more = measureBlocks(others, inner(frame, "lead"), env);
  return [...entry, ...below(more, env), ...apiSlices(item, frame, env)];
}

/** Characters of a call that stays on one line. */
const shortCall = 36;

/** The calls of a tool to know, in one line of code after another. */
function apiSlices(item: TermItem, frame: Frame, env: Environment): Slice[] {
  if (item.api.length === 0) return [];
  const code: InlineStyle = { ...plain, isCode: true };
  const tokens = item.api.flatMap((call, index): Token[] => [
    ...(index > 0
      ? [{ kind: "word", text: "\u2002", style: plain } as const, { kind: "space", style: plain } as const]
      : []),
    ...tokenize([{ type: "inlineCode", value: call.length > shortCall ? call : call.replaceAll(" ", "\u00a0") }], code),
  ]);
  const tag: TagStep = { key: `${frame.key}.api`, type: "P" };
  const type = { size: env.size * 0.95, weight: "regular" as const };
  return sliceText(tokens, frame, { type, tag, gap: 0.2 * env.size }, env);
}

/** The mistake and what to do instead, told apart by their signs. */
function pitfallSlices(item: PitfallItem, frame: Frame, env: Environment): Slice[] {
  const instead = sectionOf(item, "instead")?.blocks ?? [];
  const { wrong, right } = pitfallSigns(env);
  return [
    ...measureSigned(wrong, item.lead, inner(frame, "mistake"), 0.1 * env.size, env),
    ...measureSigned(right, instead, inner(frame, "instead"), 0.22 * env.size, env),
  ];
}
