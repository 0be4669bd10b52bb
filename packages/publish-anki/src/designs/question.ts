import type { QuestionItem } from "@high-recall/core";
import { noteTypeNames } from "@high-recall/release";
import { answer, back, folded, front, heading } from "../card-layout.ts";
import type { Fields, NoteDesign } from "../design.ts";
import type { Draw } from "../draw.ts";

const fields = [
  ...(["Question", "Short", "Points", "Aloud", "In depth", "Example", "Pitfalls"] as const),
  ...(["Interview tip", "Also asked", "Style"] as const),
] as const;
type Field = (typeof fields)[number];

/** Question -> what to recall; the full answer, as points to tick and aloud, opens with a tap. */
export const question: NoteDesign<Field> = {
  name: noteTypeNames.question,
  fields,
  prompts: ["Question"],
  templates: [
    {
      name: "Answer",
      question: front("Question", "", heading("Question")),
      answer: back(
        answer("Short"),
        folded("Points", "Points", "to tick"),
        folded("Aloud", "Aloud", "30 s"),
        folded("In depth"),
        folded("Example"),
        folded("Pitfalls"),
        folded("Interview tip"),
        folded("Also asked", "Also asked as"),
      ),
    },
  ],
};

export function fillQuestion(item: QuestionItem, draw: Draw): Fields<Field> {
  return {
    Question: draw.phrase(item.title),
    Short: draw.phrase(item.short),
    Points: draw.ticks(item.points),
    Aloud: draw.blocks(item.lead),
    "In depth": draw.section(item, "in-depth"),
    Example: draw.section(item, "example"),
    Pitfalls: draw.section(item, "pitfalls"),
    "Interview tip": draw.section(item, "interview-tip"),
    "Also asked": draw.list(item.asked.map(({ children }) => children)),
    Style: item.style,
  };
}
