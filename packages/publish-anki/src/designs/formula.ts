import { neutralRelation, occasionOf, type Relation } from "@high-recall/cards";
import { type FormulaItem, formulaText, paragraph } from "@high-recall/core";
import { noteTypeNames } from "@high-recall/release";
import { back, folded, front, heading } from "../card-layout.ts";
import type { Fields, NoteDesign } from "../design.ts";
import type { Draw } from "../draw.ts";
import { symbolsOf } from "../symbols.ts";

const fields = [
  ...(["Name", "Neutral", "Occasion", "Left", "Relation", "Symbols", "Use"] as const),
  ...(["Derivation", "Worked example", "Pitfalls"] as const),
] as const;
type Field = (typeof fields)[number];

const folds = [
  folded("Use", "When to use it"),
  folded("Worked example"),
  folded("Derivation"),
  folded("Pitfalls"),
] as const;

/**
 * A note for each relation: name and when it is asked for -> the relation and its symbols. The item's own note asks the
 * other way too: all relations, without a left side that tells the name -> the name.
 */
export const formula: NoteDesign<Field> = {
  name: noteTypeNames.formula,
  fields,
  prompts: ["Name", "Neutral"],
  templates: [
    {
      name: "Name to formula",
      question: front(
        "Formula",
        "Write it down",
        `${heading("Name")}\n{{#Occasion}}<p class="data">{{Occasion}}</p>{{/Occasion}}\n{{#Left}}<p class="left">{{Left}}</p>{{/Left}}`,
      ),
      answer: back("{{Relation}}\n{{Symbols}}", ...folds),
    },
    {
      name: "Formula to name",
      question: `{{#Neutral}}${front("Formula", "What is it called?", "{{Neutral}}")}{{/Neutral}}`,
      answer: back('<div class="answer name">{{Name}}</div>', folded("Symbols"), ...folds),
    },
  ],
};

/** @param relations all of the formula; `isOwn` says whether it is the note of the item itself */
export function fillFormula(
  item: FormulaItem,
  relation: Relation,
  { relations, isOwn }: { readonly relations: readonly Relation[]; readonly isOwn: boolean },
  draw: Draw,
): Fields<Field> {
  const hasSeveral = relations.length > 1 && relation.left !== "";
  return {
    Name: draw.phrase(item.title),
    Neutral: isOwn ? draw.relations(relations.map(neutralRelation)) : "",
    Occasion: draw.inlines(occasionOf(item)),
    Left: hasSeveral ? draw.inlines([{ type: "inlineMath", value: `\\displaystyle ${relation.left}=\\;?` }]) : "",
    Relation: draw.relations([relation.tex]),
    Symbols: draw.symbols(symbolsOf(item, relation)),
    Use: draw.blocks([paragraph(...item.short.children), ...formulaText(item)]),
    Derivation: draw.section(item, "derivation"),
    "Worked example": draw.section(item, "worked-example"),
    Pitfalls: draw.section(item, "pitfalls"),
  };
}
