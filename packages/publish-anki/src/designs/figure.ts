import { type Item, text } from "@high-recall/core";
import type { InlineFigure } from "@high-recall/figures";
import { partNoteTypes } from "@high-recall/release";
import { above, answer, filled, front } from "../card-layout.ts";
import type { Fields, NoteDesign } from "../design.ts";
import type { Draw } from "../draw.ts";

const fields = ["Part", "Of", "Ask", "Drawing", "Number", "Veils"] as const;
type Field = (typeof fields)[number];

/** Most parts of a drawing that have a rule in the style sheet. */
export const mostParts = 20;

const side = (state: string, more: string) =>
  front(
    "Figure",
    "{{#Ask}}{{Ask}}{{/Ask}}{{^Ask}}What is under the cover?{{/Ask}}",
    `{{^Ask}}${above("Of")}{{/Ask}}\n<div class="figure ${state}">{{Drawing}}</div>${more}`,
  );

/** A drawing with one part covered -> the drawing, and what the part is. No script: classes cover and uncover. */
export const figure: NoteDesign<Field> = {
  name: partNoteTypes.figure,
  fields,
  prompts: ["Of"],
  templates: [
    {
      name: "Part of a drawing",
      question: side("hide-{{Number}} {{Veils}}", ""),
      answer: filled(side("shown shown-{{Number}}", ""), answer("Part")),
    },
  ],
};

export function fillFigure(item: Item, drawing: InlineFigure, index: number, draw: Draw): Fields<Field> {
  const part = drawing.parts[index];
  return {
    Part: draw.inlines([text(part?.name ?? "")]),
    Of: draw.phrase(item.title),
    Ask: part?.ask === undefined ? "" : draw.inlines([text(part.ask)]),
    Drawing: draw.drawing(drawing.svg, "Drawing"),
    Number: String(index + 1),
    Veils: (part?.veils ?? []).map((number) => `veil-${number}`).join(" "),
  };
}
