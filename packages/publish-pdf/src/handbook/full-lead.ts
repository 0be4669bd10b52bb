import {
  type Block,
  type CodeItem,
  type FormulaItem,
  formulaText,
  type Inline,
  type Item,
  type PathItem,
  type TermItem,
  unreachable,
} from "@high-recall/core";
import {
  columnBreak,
  innerStrip,
  keepLastWithNext,
  keepWithNext,
  type MeasureContext,
  measureBlocks,
  measureFormula,
  measureTable,
  measureWithSign,
  plain,
  type Slice,
  type Strip,
  sliceText,
  type TagStep,
  type Token,
  tokenize,
} from "@high-recall/typeset";
import { pitfallSigns } from "../shared/pitfall-signs.ts";
import { joinSlices, linkTo, type References, space, withGapAbove, wordTokens } from "./book.ts";

/** Measures the lead of an item, and what its kind adds. */
export function measureFullLead(item: Item, strip: Strip, references: References, context: MeasureContext): Slice[] {
  const lead = innerStrip(strip, "lead");
  switch (item.kind) {
    case "question":
    case "guide":
      return measureBlocks(item.lead, lead, context);
    case "code":
      return sampleLead(item, strip, context);
    case "formula":
      return formulaLead(item, strip, context);
    case "term":
      return measureBlocks(item.api.length > 0 ? [...item.lead, namesOf(item)] : item.lead, lead, context);
    case "pitfall":
      return measureWithSign(pitfallSigns(context.theme).wrong, item.lead, lead, 0, context);
    case "path":
      return [...measureBlocks(item.lead, lead, context), ...steps(item, strip, references, context)];
    default:
      return unreachable(item);
  }
}

/** Task, code and output; in small print, what it ran with and when. */
function sampleLead({ lead, ran }: CodeItem, strip: Strip, context: MeasureContext): Slice[] {
  const slices = measureBlocks(lead, innerStrip(strip, "lead"), context);
  if (!ran) return slices;
  const type = { size: context.size * 0.8, weight: "regular" as const };
  const tag: TagStep = { key: `${strip.key}.ran`, type: "P" };
  const options = { type, tag, gap: 0.25 * context.size, colour: context.theme.quiet };
  return [
    ...keepLastWithNext(slices),
    ...sliceText(wordTokens(`Ran with ${ran.with} on ${ran.on}.`), strip, options, context),
  ];
}

/** Calls of a tool, as one paragraph. */
function namesOf({ api }: TermItem): Block {
  const label: Inline = { type: "strong", children: [{ type: "text", value: "Names to know:" }] };
  const names = api.flatMap((value, index): Inline[] => [
    { type: "text", value: index === 0 ? " " : "\u00a0· " },
    { type: "inlineCode", value: value.length > shortName ? value : value.replaceAll(" ", "\u00a0") },
  ]);
  return { type: "paragraph", children: [label, ...names] };
}

/** A call of up to so many characters stays on one line. */
const shortName = 60;

/** The formula, a table of its symbols, and when to use it. */
function formulaLead(item: FormulaItem, strip: Strip, context: MeasureContext): Slice[] {
  const cell = (children: Parameters<typeof tokenize>[0]) => ({ type: "tableCell" as const, children: [...children] });
  const row = (...cells: ReturnType<typeof cell>[]) => ({ type: "tableRow" as const, children: cells });
  const head = row(cell([{ type: "text", value: "Symbol" }]), cell([{ type: "text", value: "Meaning" }]));
  const rows = item.symbols.map(({ tex, meaning }) =>
    row(cell([{ type: "inlineMath", value: tex }]), cell(meaning.children)),
  );
  const table = { type: "table" as const, align: [null, null], children: [head, ...rows] };
  const text = measureBlocks(formulaText(item), innerStrip(strip, "lead"), context);
  const formula = measureFormula(item.tex, innerStrip(strip, "formula"), 0, context);
  const shown =
    rows.length > 0
      ? [
          ...formula.map(keepWithNext),
          ...measureTable(table, innerStrip(strip, "symbols"), 0.5 * context.size, context),
        ]
      : formula;
  return [
    ...joinSlices(
      shown,
      withGapAbove(text, 0.5 * context.size),
      text.length <= fewLines ? columnBreak.beforeShortExplanation : columnBreak.betweenBlocks,
    ),
  ];
}

/** An explanation of up to so many lines should stay on the page of its formula. */
const fewLines = 2;

/** Steps of a path as boxes to tick, each with links to its items. */
function steps(item: PathItem, strip: Strip, references: References, context: MeasureContext): Slice[] {
  return item.steps.flatMap((step, index) => {
    const stepStrip = innerStrip(strip, `step-${index}`);
    const tag: TagStep = { key: `${stepStrip.key}.title`, type: "P" };
    const type = { size: context.size, weight: "regular" as const };
    const title: Token[] = [
      { kind: "word", text: "☐\u00a0", style: plain },
      ...tokenize(step.title.children, { ...plain, isBold: true }),
    ];
    const links = step.items.flatMap((id, number): Token[] => {
      const target = references.items.get(id);
      const name = target ? linkTo(target, number, references.pageOf) : wordTokens(id);
      return number === 0 ? name : [{ kind: "word", text: " ·", style: plain }, space, ...name];
    });
    const body = { ...stepStrip, x: strip.x + 1.3 * context.size, width: strip.width - 1.3 * context.size };
    const note = step.note ? tokenize(step.note.children) : [];
    const bodyTag = (name: string): TagStep => ({ key: `${stepStrip.key}.${name}`, type: "P" });
    const slices = sliceText(links, body, { type, tag: bodyTag("items"), gap: 0.05 * context.size }, context);
    return [
      ...sliceText(title, stepStrip, { type, tag, gap: 0.5 * context.size }, context).map(keepWithNext),
      ...(note.length > 0 ? keepLastWithNext(slices) : slices),
      ...sliceText(
        note,
        body,
        { type, tag: bodyTag("note"), gap: 0.05 * context.size, colour: context.theme.quiet },
        context,
      ),
    ];
  });
}
