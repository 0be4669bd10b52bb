import {
  type Block,
  type Code,
  type CodeItem,
  codeParts,
  type FormulaItem,
  formulaText,
  type Image,
  type Inline,
  type Item,
  nameOf,
  type Phrase,
  type PitfallItem,
  paragraph,
  plainText,
  type QuestionItem,
  sectionOf,
  type Table,
  type TermItem,
} from "@high-recall/core";
import {
  beside,
  changeLast,
  columnBreak,
  drawLabel,
  type InlineStyle,
  innerStrip,
  keepWithNext,
  type Label,
  labelWidth,
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
  stackHeight,
  type TagStep,
  type Token,
  tokenize,
} from "@high-recall/typeset";
import { otherNames } from "../shared/other-names.ts";
import { pitfallSigns, trapSign } from "../shared/pitfall-signs.ts";
import { badgeNames, badgeSize, drawBadge } from "./badge.ts";
import type { Concept } from "./concepts.ts";
import { guideSlices, pathSlices } from "./sheet-guide.ts";

/** What a panel may show besides name and short answer. */
export const feature = {
  /** One line that warns. */
  trap: 1,
  /** The figure of the lead. */
  figure: 2,
  /** The main formula of the concept, or the key lines of a code item. */
  core: 4,
  /** Symbols of the formula, points, table, calls. */
  notes: 8,
  /** All its other parts. */
  parts: 16,
} as const;

/** The features that a panel shows: a sum of `feature`. */
export type Detail = number;

export const fullDetail: Detail = 31;

/** Points: width of the rail at the left edge, for essential concepts and for others, and the space after it. */
const rail = { essential: 3.1, other: 1.1, space: 4 };

/** Measures the panel of a concept. It stays whole: no column break is in it but between parts of a long one. */
export function measurePanel(
  concept: Concept,
  detail: Detail,
  numbers: ReadonlyMap<string, string>,
  strip: Strip,
  context: MeasureContext,
): Slice[] {
  const { item, parts } = concept;
  const inset = rail.essential + rail.space;
  const width = item.importance === "essential" ? rail.essential : rail.other;
  const bar = { key: `${strip.key}.rail`, x: rail.essential - width, width: 0, bar: { colour: strip.accent, width } };
  const inner: Strip = {
    ...strip,
    x: strip.x + inset,
    width: strip.width - inset,
    backgrounds: [...strip.backgrounds, bar],
  };
  const number = numbers.get(item.id) ?? "";
  const main = isRunIn(concept) ? runIn(item, number, inner, context) : heading(item, number, inner, context);
  const body = keepBlocks([...main.map(keepWithNext), ...bodySlices(concept, detail, inner, context)]);
  const more = has(detail, feature.parts) ? partSlices(parts, concept, inner, context) : [];
  const slices = [...changeLast(body, { breakCost: columnBreak.betweenBlocks }), ...more];
  const anchors = [item, ...(has(detail, feature.parts) ? parts : [])].map(({ id, title }, index) => ({
    name: id,
    ...(index === 0 ? { outline: { title: readableText(title.children), level: 1 } } : {}),
  }));
  const first = { gap: panelGap, isElastic: true, anchors };
  return slices.map((slice, index) => ({
    ...slice,
    ...(index === 0 ? first : {}),
    ...(index === slices.length - 1 ? { breakCost: columnBreak.free } : {}),
  }));
}

/**
 * A column may end between two blocks of a long panel, but not in a line, under a title or a formula, in a table or
 * before a trap.
 */
function keepBlocks(slices: readonly Slice[]): Slice[] {
  return slices.map((slice, index) => {
    const next = slices[index + 1];
    const mayBreak = slice.breakCost < columnBreak.forbidden && next !== undefined && next.gap >= leastGap;
    return { ...slice, breakCost: mayBreak ? columnBreak.insidePanel : columnBreak.forbidden };
  });
}

/** Blocks of a panel have at least this space between them, in points; lines of one have none. */
const leastGap = 1.2;

/** Space between two panels in points; it may stretch. */
const panelGap = 5.6;

/** A term or a tool alone is an entry of a dictionary: its name runs in. */
function isRunIn({ item, parts }: Concept): boolean {
  return item.kind === "term" && parts.length === 0 && figureOf(item) === undefined;
}

/** Number, name and the sign of the kind. */
function heading(item: Item, number: string, strip: Strip, context: MeasureContext): Slice[] {
  const label: Label = { text: number, face: "sans-semibold", size: 7, colour: strip.accent };
  const shift = number === "" ? 0 : labelWidth(label, context.fonts) + 4;
  const tag: TagStep = { key: `${strip.key}.title`, type: "H2" };
  const type = { size: 1.2 * context.size, weight: "bold" as const };
  const named = innerStrip(strip, "name", { x: strip.x + shift, width: strip.width - shift - badgeSize - 4 });
  const options = { type, tag, leading: 1.16, colour: context.theme.heading };
  const lines = sliceText(tokenize(nameOf(item).children), named, options, context);
  return lines.map((line, index) => {
    if (index > 0) return line;
    const baseline = 0.86 * type.size;
    const decoration = drawBadge(item.kind, strip.x + strip.width - badgeSize, 0.4, context);
    return {
      ...line,
      content: [
        { tags: [...strip.tags, tag], drawings: decoration, actualText: `${badgeNames[item.kind]} ` },
        { tags: [...strip.tags, tag], drawings: drawLabel(label, strip.x, baseline, shift, context.fonts) },
        ...line.content,
      ],
    };
  });
}

const space: Token = { kind: "space", style: plain };
/** Starts with a no-break space, so that no line starts with the dash. */
const dash: Token = { kind: "word", text: "\u00a0–", style: plain };

/** Name and definition in one paragraph. */
function runIn(item: Item, number: string, strip: Strip, context: MeasureContext): Slice[] {
  const name: InlineStyle = { ...plain, isBold: true, isTitle: true };
  const aliases = item.kind === "term" ? otherNames(item) : [];
  const tokens: Token[] = [
    ...(number === "" ? [] : [{ kind: "word", text: number, style: plain } as const, space]),
    ...tokenize(nameOf(item).children, name),
    ...aliasTokens(aliases),
    dash,
    space,
    ...("short" in item ? tokenize(item.short.children) : []),
  ];
  const tag: TagStep = { key: `${strip.key}.definition`, type: "P" };
  const type = { size: context.size, weight: "regular" as const };
  return sliceText(tokens, strip, { type, tag, title: { key: `${strip.key}.title`, type: "H2" } }, context);
}

function aliasTokens(aliases: readonly Phrase[]): Token[] {
  if (aliases.length === 0) return [];
  const names = aliases.flatMap((alias, index): Token[] => [
    { kind: "word", text: index === 0 ? "(" : ",", style: plain },
    ...(index === 0 ? [] : [space]),
    ...tokenize(alias.children, { ...plain, isItalic: true }),
  ]);
  return [space, ...names, { kind: "word", text: ")", style: plain }];
}

function has(detail: Detail, one: number): boolean {
  return (detail & one) !== 0;
}

/** Everything of a panel but its title and, at the last level, its further parts. */
function bodySlices(concept: Concept, detail: Detail, strip: Strip, context: MeasureContext): Slice[] {
  const { item } = concept;
  switch (item.kind) {
    case "guide":
      return has(detail, feature.notes)
        ? guideSlices(item, strip, context)
        : measureBlocks(item.lead.slice(0, 1), strip, context);
    case "path":
      return has(detail, feature.notes)
        ? pathSlices(item, strip, context)
        : measureBlocks(item.lead.slice(0, 1), strip, context);
    default: {
      const trap = has(detail, feature.trap) ? trapSlices(concept, strip, context) : [];
      const short = isRunIn(concept) ? [] : shortSlices(item, detail, strip, context);
      const figure = has(detail, feature.figure) ? figureOf(item, concept.parts) : undefined;
      const formulas = formulaSlices(concept, detail, strip, context);
      const rest = restSlices(concept, detail, strip, context);
      const isTrapBeside = formulas.length + rest.length === 0;
      if (figure === undefined) return [...short, ...formulas, ...rest, ...trap];
      const narrow = narrowStrip(figure, strip);
      if (narrow === undefined) {
        const gap = 0.3 * context.size;
        return [
          ...short,
          ...spaced(measureBlocks([figure], innerStrip(strip, "figure"), context), gap),
          ...formulas,
          ...rest,
          ...trap,
        ];
      }
      const picture = measureBlocks([figure], innerStrip(strip, "figure", narrow.figure), context);
      const text = shortSlices(item, detail, { ...strip, ...narrow.text }, context);
      const trapText =
        isTrapBeside && trap.length > 0 ? trapSlices(concept, { ...strip, ...narrow.text }, context) : [];
      const joint = beside([...text, ...trapText], picture);
      const apart = beside(text, picture);
      const isShorter = isTrapBeside && joint.height <= apart.height + stackHeight(trap) + (trap[0]?.gap ?? 0) + 0.01;
      return isShorter ? [joint] : [apart, ...formulas, ...rest, ...trap];
    }
  }
}

/** Points that a pixel of a figure takes on a sheet: text of 11 pixels is then above 6 pt. */
const figureUnit = 0.567;
/** A figure up to this share of the column is set beside the text. */
const narrowShare = 0.52;

function narrowStrip(figure: Image, strip: Strip) {
  const { width = 0 } = strip.figures.get(figure.url) ?? {};
  const taken = width * figureUnit;
  if (taken === 0 || taken > strip.width * narrowShare) return undefined;
  const gap = 6;
  return {
    figure: { x: strip.x + strip.width - taken, width: taken },
    text: { width: strip.width - taken - gap },
  };
}

/** The figure of the lead; of a part, if the item has none. */
function figureOf(item: Item, parts: readonly Item[] = []): Image | undefined {
  for (const { lead } of [item, ...parts]) {
    const found = lead.find((block): block is Image => block.type === "image");
    if (found !== undefined) return { ...found, title: undefined } as unknown as Image;
  }
  return undefined;
}

function shortSlices(item: Item, detail: Detail, strip: Strip, context: MeasureContext): Slice[] {
  if (!("short" in item)) return [];
  const short = paragraph(...item.short.children);
  if (item.kind !== "pitfall" || !has(detail, feature.core))
    return measureBlocks([short], innerStrip(strip, "short"), context);
  const { wrong, right } = pitfallSigns(context.theme);
  return [
    ...measureWithSign(wrong, situationOf(item), innerStrip(strip, "mistake"), 0, context),
    ...measureWithSign(right, [short], innerStrip(strip, "short"), 0.15 * context.size, context),
  ];
}

/** The mistake: the first paragraph of the lead. */
function situationOf({ lead }: PitfallItem): Block[] {
  return lead.filter((block) => block.type === "paragraph").slice(0, 1);
}

/** Words of a trap that still fit a line or two. */
const longestTrap = 16;

/** One line that warns: what to do instead of a pitfall, or the first pitfall of a question. */
function trapSlices(concept: Concept, strip: Strip, context: MeasureContext): Slice[] {
  const warning = trapOf(concept);
  if (warning === undefined) return [];
  const blocks = [paragraph({ type: "emphasis", children: [...warning] })];
  return measureWithSign(trapSign(context.theme), blocks, innerStrip(strip, "trap"), 0.12 * context.size, context).map(
    keepWithNext,
  );
}

function trapOf({ item, parts }: Concept): readonly Inline[] | undefined {
  const pitfall = parts.find((part) => part.kind === "pitfall");
  if (pitfall !== undefined) return pitfall.short.children;
  if (item.kind !== "question" && item.kind !== "formula" && item.kind !== "code") return undefined;
  const list = sectionOf(item as QuestionItem, "pitfalls")?.blocks.find((block) => block.type === "list");
  const first = list?.children[0]?.children[0];
  if (first?.type !== "paragraph") return undefined;
  return plainText(first.children).split(/\s+/).length <= longestTrap ? first.children : undefined;
}

/** The formula of the concept: its own, else that of its first part that is a formula, else the one in the lead. */
function formulaSlices({ item, parts }: Concept, detail: Detail, strip: Strip, context: MeasureContext): Slice[] {
  const formula = item.kind === "formula" ? item : mainFormula(parts);
  const inLead = item.lead.find((block) => block.type === "math");
  const tex = formula?.tex ?? inLead?.value;
  if (tex === undefined || !(has(detail, feature.core) || item.kind === "formula")) return [];
  const slices = measureFormula(tex, innerStrip(strip, "formula"), 0.3 * context.size, context).map(keepWithNext);
  if (!has(detail, feature.notes) || formula === undefined) return slices;
  return [...slices, ...symbolSlices(formula, innerStrip(strip, "formula.symbols"), context)];
}

/** The part that is the formula of the concept: the most important, else the first. */
function mainFormula(parts: readonly Item[]): FormulaItem | undefined {
  const formulas = parts.filter((part) => part.kind === "formula");
  return formulas.find(({ importance }) => importance === "essential") ?? formulas[0];
}

/** What the letters mean, in one paragraph. */
function symbolSlices(item: FormulaItem, strip: Strip, context: MeasureContext): Slice[] {
  const tokens = item.symbols.flatMap(({ tex, meaning }, index): Token[] => [
    ...(index === 0 ? [] : [space]),
    { kind: "math", tex, style: plain },
    { kind: "word", text: "\u00a0=\u00a0", style: plain },
    ...tokenize(meaning.children),
    ...(index < item.symbols.length - 1 ? [{ kind: "word", text: ";", style: plain } as const] : []),
  ]);
  const tag: TagStep = { key: strip.key, type: "P" };
  const type = { size: context.size * smallScale, weight: "regular" as const };
  const options = { type, tag, gap: 0.2 * context.size, leading: 1.2, colour: context.theme.quiet };
  return tokens.length === 0 ? [] : sliceText(tokens, strip, options, context);
}

/** Size of what explains, in units of the text. */
const smallScale = 0.93;

/** Rows of a table that a panel shows. */
const mostRows = 10;

/** Key lines of a code item; points and the table of a question; when to use a formula; calls of a tool. */
function restSlices({ item }: Concept, detail: Detail, strip: Strip, context: MeasureContext): Slice[] {
  const gap = 0.3 * context.size;
  switch (item.kind) {
    case "code":
      return has(detail, feature.core) ? spaced(codeSlices(item, strip, context).map(keepWithNext), gap) : [];
    case "question": {
      if (!has(detail, feature.notes)) return [];
      const table = item.lead.find(
        (block): block is Table => block.type === "table" && block.children.length <= mostRows,
      );
      const shown = table === undefined ? [] : measureBlocks([table], innerStrip(strip, "table"), context);
      return [...pointSlices(item, strip, context), ...spaced(shown.map(keepWithNext), gap)];
    }
    case "formula": {
      if (!has(detail, feature.notes)) return [];
      const text = formulaText(item).filter((block) => block.type === "paragraph");
      return spaced(measureBlocks(text, innerStrip(strip, "use"), context), 0.2 * context.size);
    }
    case "term": {
      if (!has(detail, feature.notes) || item.api.length === 0) return [];
      return apiSlices(item, strip, context);
    }
    default:
      return [];
  }
}

/** The calls of a tool, side by side. The gap after a call ends its line, so that no line begins with one. */
function apiSlices({ api }: TermItem, strip: Strip, context: MeasureContext): Slice[] {
  const tag: TagStep = { key: `${strip.key}.api`, type: "P" };
  const type = { size: context.size, weight: "regular" as const };
  const gap: Token = { kind: "word", text: "\u2002", style: plain };
  const tokens = api.flatMap((call, index): Token[] => {
    const whole = tokenize([{ type: "inlineCode", value: call.replaceAll(" ", "\u00a0") }]);
    if (index === api.length - 1) return whole;
    // A call longer than a line has its last line for itself.
    const { width } = layoutText([...whole, gap], Number.POSITIVE_INFINITY, type, context.leading, context);
    return width > strip.width ? [...whole, { kind: "break" }] : [...whole, gap, space];
  });
  return sliceText(tokens, strip, { type, tag, gap: 0.15 * context.size }, context);
}

/** Points side by side, each with a bullet. */
function pointSlices({ points }: QuestionItem, strip: Strip, context: MeasureContext): Slice[] {
  const tokens = points.flatMap(({ children }, index): Token[] => [
    ...(index === 0 ? [] : [space]),
    { kind: "word", text: "▪\u00a0", style: plain },
    ...tokenize(children),
  ]);
  const tag: TagStep = { key: `${strip.key}.points`, type: "P" };
  const type = { size: context.size * smallScale, weight: "regular" as const };
  const options = { type, tag, gap: 0.2 * context.size, leading: 1.22, colour: context.theme.quiet };
  return tokens.length === 0 ? [] : sliceText(tokens, strip, options, context);
}

/** The key lines of a solution; a line with dots marks a gap between them. */
function codeSlices(item: CodeItem, strip: Strip, context: MeasureContext): Slice[] {
  const { solution } = codeParts(item);
  if (solution === undefined) return [];
  return measureBlocks([excerptOf(solution, item.keyLines)], innerStrip(strip, "code"), context);
}

function excerptOf(solution: Code, keyLines: readonly number[]): Code {
  if (keyLines.length === 0) return solution;
  const source = solution.value.split("\n");
  const chosen = keyLines.flatMap((line, index) => {
    const previous = keyLines[index - 1];
    const tokens = solution.data.tokens[line - 1] ?? [];
    const isGap =
      previous !== undefined && line > previous + 1 && source.slice(previous, line - 1).some((each) => each.trim());
    return isGap ? [[{ text: "⋮" }], tokens] : [tokens];
  });
  const indent = Math.min(...keyLines.map((line) => /^ */.exec(source[line - 1] ?? "")?.[0].length ?? 0));
  const tokens = chosen.map((line) => (line[0]?.text === "⋮" ? line : withoutIndent(line, indent)));
  return {
    ...solution,
    value: tokens.map((line) => line.map(({ text }) => text).join("")).join("\n"),
    data: { tokens },
  };
}

function withoutIndent(line: Code["data"]["tokens"][number], indent: number): Code["data"]["tokens"][number] {
  let left = indent;
  return line.flatMap((token) => {
    const cut = Math.min(left, token.text.length);
    left -= cut;
    return token.text.length > cut ? [{ ...token, text: token.text.slice(cut) }] : [];
  });
}

/** The parts that are not in the panel's body yet, each with its name. */
function partSlices(parts: readonly Item[], { item }: Concept, strip: Strip, context: MeasureContext): Slice[] {
  const formula = item.kind === "formula" ? undefined : mainFormula(parts);
  const pitfall = parts.find((part) => part.kind === "pitfall");
  return parts.flatMap((part) => {
    if (part === formula || part === pitfall) return [];
    const own = innerStrip(strip, part.id, { tags: [...strip.tags, { key: part.id, type: "Sect" }] });
    const slices = partBody(part, own, context).map(keepWithNext);
    return changeLast(spaced(slices, 0.35 * context.size), { breakCost: columnBreak.betweenBlocks });
  });
}

function partBody(part: Item, strip: Strip, context: MeasureContext): Slice[] {
  const name = runIn(part, "", strip, context);
  switch (part.kind) {
    case "formula":
      return [
        ...name,
        ...measureFormula(part.tex, innerStrip(strip, "formula"), 0.25 * context.size, context),
        ...symbolSlices(part, innerStrip(strip, "symbols"), context),
      ];
    case "code":
      return [...name, ...spaced(codeSlices(part, strip, context), 0.25 * context.size)];
    case "pitfall":
      return measureWithSign(
        trapSign(context.theme),
        [paragraph({ type: "emphasis", children: [...part.short.children] })],
        innerStrip(strip, "trap"),
        0,
        context,
      );
    default:
      return name;
  }
}

function spaced(slices: readonly Slice[], gap: number): Slice[] {
  return slices.map((slice, index) => (index === 0 ? { ...slice, gap: Math.max(slice.gap, gap) } : slice));
}
