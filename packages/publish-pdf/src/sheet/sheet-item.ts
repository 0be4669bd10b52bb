import {
  type Block,
  type CodeItem,
  codeParts,
  type FormulaItem,
  formulaText,
  type Item,
  type PitfallItem,
  sectionOf,
  type TermItem,
  unreachable,
} from "@high-recall/core";
import {
  changeLast,
  columnBreak,
  type InlineStyle,
  innerStrip,
  keepLastWithNext,
  keepWithNext,
  layoutText,
  type MeasureContext,
  measureBlocks,
  measureFormula,
  measureWithSign,
  plain,
  readableText,
  type Slice,
  type Strip,
  sliceText,
  type TagStep,
  type Token,
  tokenize,
} from "@high-recall/typeset";
import { otherNames } from "../shared/other-names.ts";
import { pitfallSigns } from "../shared/pitfall-signs.ts";
import { guideSlices, pathSlices } from "./sheet-guide.ts";

/** Measures an item for a sheet: its title and the essence of it. */
export function measureItem(item: Item, strip: Strip, context: MeasureContext): Slice[] {
  const title: TagStep = { key: `${strip.key}.title`, type: "H2" };
  const slices = itemSlices(item, title, strip, context);
  const outline = { title: readableText(item.title.children), level: 1 };
  const separator = { x: strip.x, width: strip.width, colour: context.theme.rule };
  const first = { gap: 0.7 * context.size, isElastic: true, separator, anchors: [{ name: item.id, outline }] };
  return slices.map((slice, index) => {
    const isLast = index === slices.length - 1;
    return { ...slice, ...(index === 0 ? first : {}), ...(isLast ? { breakCost: columnBreak.free } : {}) };
  });
}

function itemSlices(item: Item, title: TagStep, strip: Strip, context: MeasureContext): Slice[] {
  switch (item.kind) {
    case "question":
      return [
        ...heading(item, title, strip, context),
        ...underTitle(measureBlocks(item.lead, innerStrip(strip, "lead"), context), context),
      ];
    case "guide":
      return [...heading(item, title, strip, context), ...underTitle(guideSlices(item, strip, context), context)];
    case "path":
      return [...heading(item, title, strip, context), ...underTitle(pathSlices(item, strip, context), context)];
    case "formula":
      return [...heading(item, title, strip, context), ...formulaSlices(item, strip, context)];
    case "code":
      return [...heading(item, title, strip, context), ...codeSlices(item, strip, context)];
    case "term":
      return termSlices(item, title, strip, context);
    case "pitfall":
      return [...heading(item, title, strip, context), ...pitfallSlices(item, strip, context)];
    default:
      return unreachable(item);
  }
}

function heading(item: Item, tag: TagStep, strip: Strip, context: MeasureContext): Slice[] {
  const type = { size: context.size * 1.07, weight: "bold" as const };
  const options = { type, tag, leading: 1.18, colour: context.theme.heading };
  return sliceText(tokenize(item.title.children), strip, options, context).map(keepWithNext);
}

/** Adds the least space below a title. */
function underTitle(slices: readonly Slice[], context: MeasureContext): Slice[] {
  return slices.map((slice, index) =>
    index === 0 ? { ...slice, gap: Math.max(slice.gap, 0.1 * context.size) } : slice,
  );
}

function formulaSlices(item: FormulaItem, strip: Strip, context: MeasureContext): Slice[] {
  const symbols = symbolTokens(item);
  const tag: TagStep = { key: `${strip.key}.symbols`, type: "P" };
  const small = {
    type: { size: context.size * 0.92, weight: "regular" as const },
    tag,
    gap: 0.3 * context.size,
    leading: 1.22,
  };
  const text = measureBlocks(formulaText(item), innerStrip(strip, "lead"), context);
  return [
    ...measureFormula(item.tex, innerStrip(strip, "formula"), 0.25 * context.size, context).map(keepWithNext),
    ...(symbols.length > 0 ? sliceText(symbols, strip, { ...small, colour: context.theme.quiet }, context) : []),
    ...text.map((slice, index) => (index === 0 ? { ...slice, gap: Math.max(slice.gap, 0.28 * context.size) } : slice)),
  ];
}

/** "where x = …; y = …", as one paragraph. */
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

function codeSlices(item: CodeItem, strip: Strip, context: MeasureContext): Slice[] {
  const { task, solution, output } = codeParts(item);
  const blocks: Block[] = [...task, ...(solution ? [solution] : []), ...(output ? [output] : [])];
  return underTitle(measureBlocks(blocks, innerStrip(strip, "lead"), context), context);
}

const space: Token = { kind: "space", style: plain };

/** Starts with a no-break space, so that no line starts with the dash. */
const dash: Token = { kind: "word", text: "\u00a0–", style: plain };

/** A term: its name is a run-in title, as in a dictionary. */
function termSlices(item: TermItem, title: TagStep, strip: Strip, context: MeasureContext): Slice[] {
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
  const tag: TagStep = { key: `${strip.key}.definition`, type: "P" };
  const type = { size: context.size, weight: "regular" as const };
  const others = first?.type === "paragraph" ? rest : item.lead;
  const entry = sliceText(tokens, strip, { type, tag, title }, context);
  const text = [...entry, ...underTitle(measureBlocks(others, innerStrip(strip, "lead"), context), context)];
  const calls = apiSlices(item, strip, context);
  // Keep calls in their item's column.
  return calls.length > 0 ? [...keepLastWithNext(text), ...calls] : text;
}

/** Separates two calls on a line. */
const gap: Token = { kind: "word", text: "\u2002", style: plain };

/** The calls of a tool, side by side; a call longer than a line gets lines of its own. */
function apiSlices(item: TermItem, strip: Strip, context: MeasureContext): Slice[] {
  const type = { size: context.size * 0.95, weight: "regular" as const };
  const paragraphs: { readonly tokens: Token[]; readonly isLong: boolean }[] = [];
  for (const call of item.api) {
    const whole = tokenize([{ type: "inlineCode", value: call.replaceAll(" ", "\u00a0") }]);
    // The gap after a call ends its line, so both must fit.
    const isLong =
      layoutText([...whole, gap], Number.POSITIVE_INFINITY, type, context.leading, context).width > strip.width;
    const last = paragraphs.at(-1);
    if (isLong) paragraphs.push({ tokens: tokenize([{ type: "inlineCode", value: call }]), isLong });
    else if (!last || last.isLong) paragraphs.push({ tokens: whole, isLong });
    else last.tokens.push(gap, space, ...whole);
  }
  return paragraphs.flatMap(({ tokens, isLong }, index) => {
    const tag: TagStep = { key: `${strip.key}.api.${index}`, type: "P" };
    const options = { type, tag, hang: isLong ? context.size : 0, gap: index === 0 ? 0.2 * context.size : 0 };
    const slices = sliceText(tokens, strip, options, context);
    if (index === paragraphs.length - 1) return slices;
    const isBesideLone = index === 0 || index === paragraphs.length - 2;
    return changeLast(slices, { breakCost: isBesideLone ? columnBreak.besideLoneCallLine : columnBreak.insideText });
  });
}

/** The mistake and what to do instead, each with its sign. */
function pitfallSlices(item: PitfallItem, strip: Strip, context: MeasureContext): Slice[] {
  const instead = sectionOf(item, "instead")?.blocks ?? [];
  const { wrong, right } = pitfallSigns(context.theme);
  return [
    ...measureWithSign(wrong, item.lead, innerStrip(strip, "mistake"), 0.1 * context.size, context),
    ...measureWithSign(right, instead, innerStrip(strip, "instead"), 0.22 * context.size, context),
  ];
}
