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
import {
  type Environment,
  type Frame,
  type InlineStyle,
  inner,
  insideText,
  measureBlocks,
  measureFormula,
  measureSigned,
  pitfallSigns,
  plain,
  readableText,
  type Slice,
  setText,
  sliceText,
  type TagStep,
  type Token,
  tied,
  tokenize,
  withLast,
} from "@high-recall/typeset";
import { otherNames } from "../shared/other-names.ts";
import { guideSlices, pathSlices } from "./sheet-guide.ts";

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
      return [...heading(item, title, frame, env), ...below(measureBlocks(item.lead, inner(frame, "lead"), env), env)];
    case "guide":
      return [...heading(item, title, frame, env), ...below(guideSlices(item, frame, env), env)];
    case "path":
      return [...heading(item, title, frame, env), ...below(pathSlices(item, frame, env), env)];
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

const space: Token = { kind: "space", style: plain };

/** No line begins with it. */
const dash: Token = { kind: "word", text: "\u00a0–", style: plain };

/** A term: its name runs into its definition, as in a dictionary. */
function termSlices(item: TermItem, title: TagStep, frame: Frame, env: Environment): Slice[] {
  const [first, ...rest] = item.lead;
  const name: InlineStyle = { ...plain, isBold: true, isTitle: true };
  const aliases = otherNames(item).flatMap((alias, index): Token[] => [
    { kind: "word", text: index === 0 ? "(" : ",", style: plain },
    ...(index === 0 ? [] : [space]),
    ...tokenize(alias.children, { ...plain, isItalic: true }),
  ]);
  const definition = first?.type === "paragraph" ? tokenize(first.children) : [];
  const tokens: Token[] = [
    ...tokenize(item.title.children, name),
    ...(aliases.length > 0 ? [space, ...aliases, { kind: "word", text: ")", style: plain } as const] : []),
    ...(definition.length > 0 ? [dash, space] : []),
    ...definition,
  ];
  const tag: TagStep = { key: `${frame.key}.definition`, type: "P" };
  const type = { size: env.size, weight: "regular" as const };
  const others = first?.type === "paragraph" ? rest : item.lead;
  const entry = sliceText(tokens, frame, { type, tag, title }, env);
  const text = [...entry, ...below(measureBlocks(others, inner(frame, "lead"), env), env)];
  const calls = apiSlices(item, frame, env);
  // Calls in another column would belong to nobody.
  const isTied = (index: number) => calls.length > 0 && index === text.length - 1;
  return [...text.map((slice, index) => (isTied(index) ? tied(slice) : slice)), ...calls];
}

/** Cost of a column's end that leaves one line of calls alone. */
const besideLoneCall = 4 * insideText;

/** What stands between two calls of a line. */
const gap: Token = { kind: "word", text: "\u2002", style: plain };

/** The calls of a tool to know, one after another; one that is longer than a line has lines of its own. */
function apiSlices(item: TermItem, frame: Frame, env: Environment): Slice[] {
  const type = { size: env.size * 0.95, weight: "regular" as const };
  const paragraphs: { readonly tokens: Token[]; readonly isLong: boolean }[] = [];
  for (const call of item.api) {
    const whole = tokenize([{ type: "inlineCode", value: call.replaceAll(" ", "\u00a0") }]);
    // The gap after a call ends its line, so there must be room for both.
    const isLong = setText([...whole, gap], Number.POSITIVE_INFINITY, type, env.leading, env).width > frame.width;
    const last = paragraphs.at(-1);
    if (isLong) paragraphs.push({ tokens: tokenize([{ type: "inlineCode", value: call }]), isLong });
    else if (!last || last.isLong) paragraphs.push({ tokens: whole, isLong });
    else last.tokens.push(gap, space, ...whole);
  }
  return paragraphs.flatMap(({ tokens, isLong }, index) => {
    const tag: TagStep = { key: `${frame.key}.api.${index}`, type: "P" };
    const options = { type, tag, hang: isLong ? env.size : 0, gap: index === 0 ? 0.2 * env.size : 0 };
    const slices = sliceText(tokens, frame, options, env);
    if (index === paragraphs.length - 1) return slices;
    const isBesideLone = index === 0 || index === paragraphs.length - 2;
    return withLast(slices, { breakCost: isBesideLone ? besideLoneCall : insideText });
  });
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
