import type { FollowUpCard } from "@high-recall/cards";
import type { QuestionItem } from "@high-recall/core";
import { partNoteTypes } from "@high-recall/release";
import { above, answer, back, front, heading } from "../card-layout.ts";
import type { Fields, NoteDesign } from "../design.ts";
import type { Draw } from "../draw.ts";

const fields = ["Question", "Of", "Answer", "See"] as const;
type Field = (typeof fields)[number];

/** A follow-up, the question that it follows small above -> its answer. */
export const followUp: NoteDesign<Field> = {
  name: partNoteTypes["follow-up"],
  fields,
  prompts: ["Question"],
  templates: [
    {
      name: "Follow-up",
      question: front("Follow-up", "", `${above("Of")}\n${heading("Question")}`),
      answer: back(`${answer("Answer")}\n{{#See}}<p class="aside">See {{See}}</p>{{/See}}`),
    },
  ],
};

export function fillFollowUp(item: QuestionItem, card: FollowUpCard, draw: Draw): Fields<Field> {
  const { see } = card;
  return {
    Question: draw.inlines(card.question),
    Of: draw.phrase(item.title),
    Answer: draw.blocks(card.answer),
    See:
      see === undefined
        ? ""
        : draw.inlines([{ type: "link", url: see.path, data: { item: see.id }, children: see.title.children }]),
  };
}
