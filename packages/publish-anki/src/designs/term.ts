import { clueOf } from "@high-recall/cards";
import { bulletList, type TermItem } from "@high-recall/core";
import { noteTypeNames } from "@high-recall/release";
import { back, folded, front, heading, shown } from "../card-layout.ts";
import type { Design } from "../design.ts";

const fields = ["Term", "Definition", "Clue", "Aliases", "Example", "API", "Category"] as const;

const aliases = '{{#Aliases}}<p class="aside">Also called {{Aliases}}</p>{{/Aliases}}';

/** Term -> definition, and definition (with the term left out) -> term. */
export const term: Design<TermItem, (typeof fields)[number]> = {
  kind: "term",
  name: noteTypeNames.term,
  fields,
  prompts: ["Term", "Clue"],
  templates: [
    {
      name: "Term to definition",
      question: front("{{Category}}", "Define it", heading("Term")),
      answer: back(
        `<div class="answer">{{Definition}}</div>\n${aliases}\n${shown("API", "In its API")}\n${folded("Example")}`,
      ),
    },
    {
      name: "Definition to term",
      question: front("{{Category}}", "What is this called?", '<div class="answer">{{Clue}}</div>'),
      answer: back(`${heading("Term")}\n${aliases}\n${shown("API", "In its API")}\n${folded("Example")}`),
    },
  ],
  fill: (item, draw) => ({
    Term: draw.phrase(item.title),
    Definition: draw.blocks(item.lead),
    Clue: draw.blocks(clueOf(item)),
    Aliases: item.aliases.map(draw.phrase).join(", "),
    Example: draw.section(item, "example"),
    API:
      item.api.length === 0
        ? ""
        : draw.blocks([bulletList(item.api.map((value) => [{ type: "inlineCode" as const, value }]))]),
    Category: item.category,
  }),
};
