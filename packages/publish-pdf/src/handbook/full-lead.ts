import {
  type Block,
  type FormulaItem,
  formulaText,
  type Inline,
  type Item,
  type PathItem,
  type SampleItem,
  type TermItem,
  unreachable,
} from "@high-recall/core";
import {
  betweenBlocks,
  type Environment,
  type Frame,
  inner,
  insideText,
  measureBlocks,
  measureFormula,
  measureSigned,
  measureTable,
  never,
  pitfallSigns,
  plain,
  type Slice,
  sliceText,
  type TagStep,
  type Token,
  tied,
  tokenize,
} from "@high-recall/typeset";
import { joined, linkTo, type References, space, spaced, words } from "./book.ts";

/** What an item says first: its lead, and what its kind adds. */
export function measureFullLead(item: Item, frame: Frame, references: References, env: Environment): Slice[] {
  const lead = inner(frame, "lead");
  switch (item.kind) {
    case "question":
    case "guide":
      return measureBlocks(item.lead, lead, env);
    case "code":
      return sampleLead(item, frame, env);
    case "formula":
      return formulaLead(item, frame, env);
    case "term":
      return measureBlocks(item.api.length > 0 ? [...item.lead, namesOf(item)] : item.lead, lead, env);
    case "pitfall":
      return measureSigned(pitfallSigns(env).wrong, item.lead, lead, 0, env);
    case "path":
      return [...measureBlocks(item.lead, lead, env), ...steps(item, frame, references, env)];
    default:
      return unreachable(item);
  }
}

/** The task, the code and its output, and in small print what it ran with and when. */
function sampleLead({ lead, ran }: SampleItem, frame: Frame, env: Environment): Slice[] {
  const slices = measureBlocks(lead, inner(frame, "lead"), env);
  if (!ran) return slices;
  const type = { size: env.size * 0.8, weight: "regular" as const };
  const tag: TagStep = { key: `${frame.key}.ran`, type: "P" };
  const options = { type, tag, gap: 0.25 * env.size, colour: env.palette.quiet };
  return [
    ...slices.map((slice, index) => (index === slices.length - 1 ? tied(slice) : slice)),
    ...sliceText(words(`Ran with ${ran.with} on ${ran.on}.`), frame, options, env),
  ];
}

/** The names of a tool to know, in one paragraph. */
function namesOf({ api }: TermItem): Block {
  const label: Inline = { type: "strong", children: [{ type: "text", value: "Names to know:" }] };
  const names = api.flatMap((value, index): Inline[] => [
    { type: "text", value: index === 0 ? " " : "\u00a0· " },
    { type: "inlineCode", value: value.length > shortName ? value : value.replaceAll(" ", "\u00a0") },
  ]);
  return { type: "paragraph", children: [label, ...names] };
}

/** Characters of a name or call that stays on one line. */
const shortName = 60;

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
  const formula = measureFormula(item.tex, inner(frame, "formula"), 0, env);
  const shown =
    rows.length > 0
      ? [...formula.map(tied), ...measureTable(table, inner(frame, "symbols"), 0.5 * env.size, env)]
      : formula;
  return [...joined(shown, spaced(text, 0.5 * env.size), text.length <= fewLines ? beforeUse : betweenBlocks)];
}

/** So few lines on when to use a formula should not stand on another page than the formula. */
const fewLines = 2;
const beforeUse = 4 * insideText;

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
    // The last line of the items stays with the note on them.
    const withNote = (slice: Slice, at: number) => (at === slices.length - 1 ? tied(slice) : slice);
    const bodyTag = (name: string): TagStep => ({ key: `${stepFrame.key}.${name}`, type: "P" });
    const slices = sliceText(links, body, { type, tag: bodyTag("items"), gap: 0.05 * env.size }, env);
    return [
      ...sliceText(title, stepFrame, { type, tag, gap: 0.5 * env.size }, env).map((slice) => ({
        ...slice,
        breakCost: never,
      })),
      ...(note.length > 0 ? slices.map(withNote) : slices),
      ...sliceText(note, body, { type, tag: bodyTag("note"), gap: 0.05 * env.size, colour: env.palette.quiet }, env),
    ];
  });
}
