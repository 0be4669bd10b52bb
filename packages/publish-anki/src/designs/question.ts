import { bulletList, type QuestionItem } from "@high-recall/core";
import { noteTypeNames } from "@high-recall/release";
import { back, folded, front, heading, shown } from "../card-layout.ts";
import type { Design } from "../design.ts";

const fields = [
  "Question",
  "Short answer",
  "In depth",
  "Example",
  "Pitfalls",
  "Follow-ups",
  "Interview tip",
  "Also asked",
  "Style",
] as const;

/** Question -> the answer of 30 seconds; everything else opens with a tap. */
export const question: Design<QuestionItem, (typeof fields)[number]> = {
  kind: "question",
  name: noteTypeNames.question,
  fields,
  prompts: ["Question"],
  templates: [
    {
      name: "Answer",
      question: front("{{Style}} question", "", heading("Question")),
      answer: back(
        [
          '<div class="answer">{{Short answer}}</div>',
          folded("In depth"),
          folded("Example"),
          folded("Pitfalls"),
          folded("Interview tip"),
          folded("Also asked", "Also asked as"),
          shown("Follow-ups"),
        ].join("\n"),
      ),
    },
  ],
  fill: (item, draw) => ({
    Question: draw.phrase(item.title),
    "Short answer": draw.blocks(item.lead),
    "In depth": draw.section(item, "in-depth"),
    Example: draw.section(item, "example"),
    Pitfalls: draw.section(item, "pitfalls"),
    "Follow-ups": draw.section(item, "follow-ups"),
    "Interview tip": draw.section(item, "interview-tip"),
    "Also asked": item.asked.length === 0 ? "" : draw.blocks([bulletList(item.asked.map((phrase) => phrase.children))]),
    Style: item.style,
  }),
};
