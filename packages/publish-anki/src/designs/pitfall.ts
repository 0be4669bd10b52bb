import { situationOf, whyOf } from "@high-recall/cards";
import type { PitfallItem } from "@high-recall/core";
import { noteTypeNames } from "@high-recall/release";
import { answer, back, folded, front } from "../card-layout.ts";
import type { Fields, NoteDesign } from "../design.ts";
import type { Draw } from "../draw.ts";

const fields = ["Name", "Situation", "Remedy", "Why", "In full", "Why in full", "Instead"] as const;
type Field = (typeof fields)[number];

/** Situation -> what to do instead, and why. The title is not on the front, since it names the mistake. */
export const pitfall: NoteDesign<Field> = {
  name: noteTypeNames.pitfall,
  fields,
  prompts: ["Situation"],
  templates: [
    {
      name: "Situation to remedy",
      question: front("Pitfall", "What goes wrong here?", '<div class="text">{{Situation}}</div>'),
      answer: back(
        `${answer("Remedy")}\n{{#Why}}<p class="why">Why: {{Why}}</p>{{/Why}}`,
        folded("In full", "The mistake, in full"),
        folded("Why in full", "Why, in full"),
        folded("Instead"),
      ),
    },
  ],
};

export function fillPitfall(item: PitfallItem, draw: Draw): Fields<Field> {
  return {
    Name: draw.phrase(item.title),
    Situation: draw.inlines(situationOf(item)),
    Remedy: draw.phrase(item.short),
    Why: draw.inlines(whyOf(item)),
    "In full": draw.blocks(item.lead),
    "Why in full": draw.section(item, "why-it-is-wrong"),
    Instead: draw.section(item, "instead"),
  };
}
