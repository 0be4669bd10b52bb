import { type FormulaItem, formulaText, type Item, type PathItem, unreachable } from "@high-recall/core";
import { plain, type Token, tokenize } from "../inline/tokens.ts";
import { measureBlocks } from "../measure/blocks.ts";
import { type Environment, type Frame, inner } from "../measure/environment.ts";
import { measureFormula } from "../measure/formula.ts";
import { sliceText } from "../measure/paragraph.ts";
import { measureSigned, pitfallSigns } from "../measure/signed.ts";
import { never, type Slice, type TagStep } from "../measure/slice.ts";
import { measureTable } from "../measure/table.ts";
import { linkTo, type References, space, spaced, words } from "./book.ts";

/** What an item says first: its lead, and what its kind adds. */
export function measureFullLead(item: Item, frame: Frame, references: References, env: Environment): Slice[] {
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
        breakCost: never,
      })),
      ...sliceText(links, body, { type, tag: bodyTag("items"), gap: 0.05 * env.size }, env),
      ...sliceText(note, body, { type, tag: bodyTag("note"), gap: 0.05 * env.size, colour: env.palette.quiet }, env),
    ];
  });
}
