import { clueOf } from "@high-recall/cards";
import type { TermItem } from "@high-recall/core";
import { noteTypeNames } from "@high-recall/release";
import { answer, back, folded, front, heading } from "../card-layout.ts";
import type { Fields, NoteDesign } from "../design.ts";
import type { Draw } from "../draw.ts";

const fields = ["Term", "Clue", "Definition", "Aliases", "In full", "Example", "API", "Category"] as const;
type Field = (typeof fields)[number];

const aliases = '{{#Aliases}}<p class="aside">Also: {{Aliases}}</p>{{/Aliases}}';
const folds = [folded("In full"), folded("Example"), folded("API", "In its API")] as const;

/** Term -> definition, and definition (with the term left out) -> term. */
export const term: NoteDesign<Field> = {
  name: noteTypeNames.term,
  fields,
  prompts: ["Term", "Clue"],
  templates: [
    {
      name: "Term to definition",
      question: front("Term", "Define it", heading("Term")),
      answer: back(`${answer("Definition")}\n${aliases}`, ...folds),
    },
    {
      name: "Definition to term",
      question: front("Term", "What is it called?", '<div class="text">{{Clue}}</div>'),
      answer: back(`<div class="answer name">{{Term}}</div>\n${aliases}`, ...folds),
    },
  ],
};

export function fillTerm(item: TermItem, draw: Draw): Fields<Field> {
  return {
    Term: draw.phrase(item.title),
    Clue: draw.inlines(clueOf(item)),
    Definition: draw.phrase(item.short),
    Aliases: item.aliases.map(draw.phrase).join(", "),
    "In full": draw.blocks(item.lead),
    Example: draw.section(item, "example"),
    API: draw.list(item.api.map((value) => [{ type: "inlineCode", value }])),
    Category: item.category,
  };
}
