import { type Block, type FormulaItem, formulaText } from "@high-recall/core";
import { noteTypeNames } from "@high-recall/release";
import { back, folded, front, heading, shown } from "../card-layout.ts";
import type { Design } from "../design.ts";

const fields = ["Name", "Formula", "Use", "Symbols", "Derivation", "Worked example", "Pitfalls"] as const;

const more = [folded("Worked example"), folded("Derivation"), folded("Pitfalls")].join("\n");

/** Name -> formula, and formula -> its name and symbols. */
export const formula: Design<FormulaItem, (typeof fields)[number]> = {
  kind: "formula",
  name: noteTypeNames.formula,
  fields,
  prompts: ["Name", "Formula"],
  templates: [
    {
      name: "Name to formula",
      question: front("Formula", "Write it down", heading("Name")),
      answer: back(
        `<div class="formula">{{Formula}}</div>\n${shown("Use", "When to use it")}\n${shown("Symbols")}\n${more}`,
      ),
    },
    {
      name: "Formula to meaning",
      question: front("Formula", "What is it, and what do the symbols mean?", '<div class="formula">{{Formula}}</div>'),
      answer: back(`${heading("Name")}\n${shown("Symbols")}\n${shown("Use", "When to use it")}\n${more}`),
    },
  ],
  fill: (item, draw) => ({
    Name: draw.phrase(item.title),
    Formula: draw.blocks([{ type: "math", value: item.tex }]),
    Use: draw.blocks(formulaText(item)),
    Symbols: item.symbols.length === 0 ? "" : draw.blocks([symbolTable(item)]),
    Derivation: draw.section(item, "derivation"),
    "Worked example": draw.section(item, "worked-example"),
    Pitfalls: draw.section(item, "pitfalls"),
  }),
};

function symbolTable(item: FormulaItem): Block {
  const cell = (children: FormulaItem["title"]["children"]) => ({ type: "tableCell" as const, children });
  const words = (value: string) => cell([{ type: "text", value }]);
  return {
    type: "table",
    align: [null, null],
    children: [
      { type: "tableRow", children: [words("Symbol"), words("Meaning")] },
      ...item.symbols.map((symbol) => ({
        type: "tableRow" as const,
        children: [cell([{ type: "inlineMath", value: symbol.tex }]), cell(symbol.meaning.children)],
      })),
    ],
  };
}
