import type { QuestionItem } from "@high-recall/core";
import { partNoteTypes } from "@high-recall/release";
import { answer, back, folded, front, heading } from "../card-layout.ts";
import type { Fields, NoteDesign } from "../design.ts";
import type { Draw } from "../draw.ts";

const fields = ["Question", "Aloud", "Points", "In depth", "Interview tip", "Style"] as const;
type Field = (typeof fields)[number];

/** Question -> the answer to say, and its points to tick: for those who practise speaking. */
export const aloud: NoteDesign<Field> = {
  name: partNoteTypes.aloud,
  fields,
  prompts: ["Question"],
  templates: [
    {
      name: "Answer aloud",
      question: front("Aloud", "Answer aloud, in 30 seconds", heading("Question")),
      answer: back(`{{Points}}\n${answer("Aloud", " speech")}`, folded("In depth"), folded("Interview tip")),
    },
  ],
};

export function fillAloud(item: QuestionItem, draw: Draw): Fields<Field> {
  return {
    Question: draw.phrase(item.title),
    Aloud: draw.blocks(item.lead),
    Points: draw.ticks(item.points),
    "In depth": draw.section(item, "in-depth"),
    "Interview tip": draw.section(item, "interview-tip"),
    Style: item.style,
  };
}
